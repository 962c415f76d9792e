export { defineRule, noOptions } from "./define-rule.js";
export {
  type ExternalReason,
  type ExternalRequest,
  type ExternalVerdict,
  externalVerdictSchema,
} from "./external.js";
export { type ArticleFacts, type Reference, rangeSchema } from "./facts.js";
export type { Certainty, Edit, Finding, RelatedPlace, Severity, Suggestion } from "./finding.js";
export { type OwnFacts, ownFacts } from "./own-facts.js";
export type { Redirect, RedirectStep, Redirects } from "./redirects.js";
export type { Alias, Routes } from "./routes.js";
export type {
  CheckContext,
  Listeners,
  MessageDefinition,
  OnlineContext,
  Report,
  Rule,
  RuleDefinition,
  SiteContext,
  SiteReport,
} from "./rule.js";
export type { FrontMatterSchema, SchemaIssue } from "./schema.js";
export {
  ENGINE_NAMES,
  type EngineName,
  type Settings,
  type SiteSettings,
  type SiteTable,
  UNREADABLE,
  UNREADABLE_REST,
} from "./settings.js";
export type { Asset, Resolution, SiteIndex } from "./site-index.js";
