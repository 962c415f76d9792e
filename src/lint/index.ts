export { checkAlone, type SeenArticle } from "./check-alone.js";
export { checkArticle, checkArticles, checkParsed } from "./check-articles.js";
export { checkSite, indexArticles, type SiteOutcome } from "./check-site.js";
export { readChecked, readOwnChecked, writeChecked } from "./checked-data.js";
export type {
  ArticleResult,
  Crash,
  FileResult,
  ProjectFiles,
  RuleSetting,
} from "./contract.js";
export { externalRequests } from "./external-requests.js";
export { type ParsedArticle, parseArticles } from "./parse-articles.js";
export type { SiteArticle } from "./site-article.js";
