export { defineRule, noOptions } from "./define-rule.js";
export { type ArticleFacts, type Reference, rangeSchema } from "./facts.js";
export type { Certainty, Edit, Finding, RelatedPlace, Severity, Suggestion } from "./finding.js";
export type {
  CheckContext,
  Listeners,
  MessageDefinition,
  Report,
  Rule,
  RuleDefinition,
  SiteContext,
  SiteReport,
} from "./rule.js";
export type { FrontMatterSchema, SchemaIssue } from "./schema.js";
export { ENGINE_NAMES, type EngineName, type Settings, type SiteSettings } from "./settings.js";
export type { Asset, Resolution, SiteIndex } from "./site-index.js";
