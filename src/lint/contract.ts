import type { Measure } from "../article/measure.js";
import type { Problem } from "../article/problem.js";
import type { Range } from "../article/range.js";
import type { Engine } from "../engine/engine.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Period } from "../rule/clock.js";
import type { ExternalVerdict } from "../rule/external.js";
import type { Finding, Severity } from "../rule/finding.js";
import type { Rule } from "../rule/rule.js";
import type { Settings } from "../rule/settings.js";
import type { UnknownReference } from "../rule/site-index.js";
import type { FileLookup as ProjectFiles } from "../site/contract.js";

/** A rule as the config sets it for one article. Rules that are off are not listed. */
export interface RuleSetting {
  readonly rule: Rule;
  /** A configured severity; undefined keeps each message's own. */
  readonly severity: Severity | undefined;
  /** Options after validation by the rule's schema. */
  readonly options: unknown;
  /** What the rule's `load` made of them; undefined where nobody wrote any. */
  readonly loaded?: unknown;
}

/** Everything needed to check one article. Plain data and pure functions: no files, no clock. */
export interface ArticleInput {
  readonly path: string;
  readonly source: string;
  /** Problems met while the bytes were decoded. */
  readonly decodingProblems: readonly Problem[];
  readonly engine: Engine;
  readonly rules: readonly RuleSetting[];
  readonly settings: Settings;
  /** Hears of the parts of the work, for someone who measures them. */
  readonly measure?: Measure;
}

/** A rule that threw. */
export interface Crash {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}

/** The outcome of the map stage for one article. */
export interface CheckedArticle {
  readonly facts: ArticleFacts;
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
  /** When the same comes of the same text. */
  readonly period: Period;
}

export type { ProjectFiles };

/** What the network said, by absolute address as rules asked for it. */
export type ExternalVerdicts = ReadonlyMap<string, ExternalVerdict>;

/** A finding silenced by a directive. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly directive: Range;
  readonly reason: string | undefined;
}

/** A file of the project that is no article, where a site rule found something in it. */
export interface FileResult {
  readonly path: string;
  /** Sorted by start, then rule. */
  readonly findings: readonly Finding[];
}

/** One article when all stages are done. Findings are sorted by start, then rule. */
export interface ArticleResult {
  readonly facts: ArticleFacts;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** References that rules could not judge, in their order. */
  readonly unknown: readonly UnknownReference[];
  /** How many of the article's references lead, or may lead, into its own site. */
  readonly references: number;
}
