import type { Engine, ExternalVerdict, Severity } from "../rule/index.js";
import type { CheckTextsOptions, TestArticle, TestFile } from "./check-texts.js";
import type { VariantName } from "./variants.js";

/** What a valid and an invalid case have in common. */
export interface TestCase {
  /** The behaviour it shows; unique among the cases of a rule. */
  readonly name: string;
  readonly text: string;
  /** `article.md` when absent; the extension decides the format. */
  readonly path?: string;
  readonly engine?: string | Engine;
  readonly options?: unknown;
  readonly settings?: Pick<CheckTextsOptions, "site" | "schema" | "requireReasons">;
  /** Files that exist beside the article. */
  readonly files?: readonly TestFile[];
  /** What the network says, by absolute address. */
  readonly external?: ReadonlyMap<string, ExternalVerdict>;
  /** Further articles of the same site, for rules that look at several. */
  readonly articles?: readonly TestArticle[];
  /** The moment of the run, an ISO date. */
  readonly now?: string;
  /** Further rule ids that directives may name. */
  readonly knownRules?: readonly string[];
  /** Which variants to run; all when absent, none when false. The name says why. */
  readonly variants?: readonly VariantName[] | false;
}

/** A finding that a case expects; it states `at` or `text`, or both. */
export interface ExpectedFinding {
  readonly messageId: string;
  /** `line:column-line:column`, from 1, columns in UTF-16 units. */
  readonly at?: string;
  /** Exactly the source the finding covers. */
  readonly text?: string;
  readonly severity?: Severity;
  /** Related places in order, `line:column-line:column`; one in another article has `path ` before it. */
  readonly related?: readonly string[];
  /** The article, where it is not the case's own. */
  readonly path?: string;
}

export interface InvalidCase extends TestCase {
  /** Every finding, in reading order. */
  readonly findings: readonly ExpectedFinding[];
  /** The text after all safe fixes. Required where a finding has one. */
  readonly fixed?: string;
  /** The text after the first suggestion of the first finding, of the second finding, and so on. */
  readonly suggested?: readonly string[];
}

export interface RuleCases {
  readonly valid: readonly TestCase[];
  readonly invalid: readonly InvalidCase[];
}
