export { checkArticle, checkArticles } from "./check-articles.js";
export { checkSite, type SiteArticle } from "./check-site.js";
export type {
  ArticleResult,
  Crash,
  FileResult,
  ProjectFiles,
  RuleSetting,
} from "./contract.js";
export { externalRequests } from "./external-requests.js";
