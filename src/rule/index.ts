export type { Engine } from "../engine/engine.js";
export { type ArticleFacts, type Reference, rangeSchema } from "../facts/facts.js";
export type { FrontMatterSchema, SchemaIssue } from "../facts/front-matter-schema.js";
export type { Redirect, RedirectStep, Redirects } from "../facts/redirects.js";
export type { Alias, Routes } from "../facts/routes.js";
export {
  type SiteSettings,
  type SiteTable,
  UNREADABLE,
  UNREADABLE_REST,
} from "../facts/site-settings.js";
export { defineRule, noOptions } from "./define-rule.js";
export {
  type ExternalReason,
  type ExternalRequest,
  type ExternalVerdict,
  externalVerdictSchema,
} from "./external.js";
export type {
  Certainty,
  Concern,
  Edit,
  Finding,
  RelatedPlace,
  Severity,
  Suggestion,
} from "./finding.js";
export type { MessageDefinition, Report, SiteReport } from "./message.js";
export type { Dictionary, OptionPath, Resources } from "./resources.js";
export type {
  CheckContext,
  Listeners,
  OnlineContext,
  Role,
  Rule,
  RuleDefinition,
  SiteArticle,
  SiteContext,
} from "./rule.js";
export { readFact } from "./rule-facts.js";
export type { ForeignRules, Settings } from "./settings.js";
export type {
  Asset,
  Doubt,
  FragmentVerdict,
  JudgedEntry,
  JudgedNavigation,
  NotJudgedReason,
  ReferenceClass,
  Resolution,
  SiteEvidence,
  SiteIndex,
  UnknownReference,
} from "./site-index.js";
