export type { Article, ArticleFormat } from "./article/article.js";
export {
  type Attribute,
  attributeOf,
  attributesOf,
  openingTagOf,
} from "./article/attributes.js";
export type { FrontMatter, FrontMatterEntry } from "./article/front-matter/front-matter.js";
export { rangeOf } from "./article/node-range.js";
export type { Point, Range } from "./article/range.js";
export { type SourceText, textContentOf, textOf } from "./article/text.js";
export { ConfigError, type ConfigIssue } from "./config/config-error.js";
export { defineConfig, type RulesConfig, type TypedConfig } from "./config/define-config.js";
export type {
  Config,
  OverrideConfig,
  Plugin,
  RuleEntry,
  SiteConfig,
} from "./config/schema/schema.js";
export { below, normalise as normaliseAddress } from "./engine/address.js";
export { defineEngine, type EngineDefinition } from "./engine/define-engine.js";
export type {
  Generation,
  ReferencedPath,
  Router,
  SiteFiles,
} from "./engine/router.js";
export type { SiteFacts, SiteLocation, SiteReader } from "./engine/site-reader.js";
export type { ArticleFacts } from "./facts/facts.js";
export {
  defineFormatter,
  type Formatter,
  type FormatterContext,
  type FormatterMark,
} from "./report/formatter.js";
export type {
  Report,
  ReportEdit,
  ReportFile,
  ReportFinding,
  ReportNotChecked,
  ReportPoint,
  ReportRelatedPlace,
  ReportRun,
  ReportStats,
  ReportSummary,
  ReportSuppressedFinding,
} from "./report/model.js";
export * from "./rule/index.js";
export type { SiteIndex } from "./rule/site-index.js";
export {
  type ChangeOptions,
  type LintFilesOptions,
  type LintOptions,
  type LintTextOptions,
  lintFiles,
  lintText,
} from "./run/api.js";
export { type FixedFiles, type FixFilesOptions, fixFiles } from "./run/fix/fix-files.js";
export type { ChangedArticle } from "./run/fix/fix-site.js";
export { UsageError } from "./run/usage-error.js";
export {
  type ExpectedFinding,
  type InvalidCase,
  type RuleCases,
  type TestCase,
  testRule,
} from "./testing.js";
