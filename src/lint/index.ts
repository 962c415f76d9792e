export { checkArticle } from "./check-article.js";
export { checkSite, type SiteArticle } from "./check-site.js";
export type {
  ArticleInput,
  ArticleResult,
  CheckedArticle,
  Crash,
  ProjectFiles,
  RuleSetting,
  SuppressedFinding,
} from "./contract.js";
