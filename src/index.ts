export { ConfigError, type ConfigIssue } from "./config/config-error.js";
export { defineConfig } from "./config/define-config.js";
export type { Config, OverrideConfig, Plugin, RuleEntry, SiteConfig } from "./config/schema.js";
export type {
  Report,
  ReportEdit,
  ReportFile,
  ReportFinding,
  ReportNotChecked,
  ReportPoint,
  ReportRelatedPlace,
  ReportRun,
  ReportSummary,
  ReportSuppressedFinding,
} from "./report/model.js";
export * from "./rule/index.js";
export {
  type LintFilesOptions,
  type LintOptions,
  type LintTextOptions,
  lintFiles,
  lintText,
} from "./run/lint.js";
export { UsageError } from "./run/usage-error.js";
export { testRule } from "./testing/test-rule.js";
