import type { Engine, ExternalVerdict, Rule, Severity } from "../rule/index.js";
import type { CheckTextsOptions, TestArticle, TestFile } from "./check-texts.js";
import { runInvalid, runValid } from "./run-case.js";
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

/** `it` of a test framework (vitest, jest, node:test, mocha). */
export type RegisterTest = (name: string, run: () => void) => unknown;

/**
 * Tests a rule on short texts. Each case runs by itself and again with CRLF line endings, with a BOM, with
 * longer front matter and with CJK text around it; the same must be found in each. Every fix and suggestion is made
 * alone: the article must parse as before, the finding be gone, and no node or front-matter value outside the
 * edits differ.
 *
 * Each case becomes a test of its own when `it` is given or is a global; else all run at once.
 *
 * @throws {AggregateError} holding every case that failed, when there is no `it` to register them with.
 */
export function testRule(rule: Rule, cases: RuleCases, { it = globalIt() } = {}): void {
  const tests: { name: string; run: () => void }[] = [
    { name: "has sound cases", run: () => assertSoundCases(rule, cases) },
    ...cases.valid.map((example) => ({
      name: `passes: ${example.name}`,
      run: () => runValid(rule, example),
    })),
    ...cases.invalid.map((example) => ({
      name: `finds: ${example.name}`,
      run: () => runInvalid(rule, example),
    })),
  ];
  if (it !== undefined) {
    for (const { name, run } of tests) it(`${rule.id} ${name}`, run);
    return;
  }
  const errors = tests.flatMap(({ run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (errors.length > 0) {
    const reasons = errors.map((error) => (error instanceof Error ? error.message : String(error)));
    throw new AggregateError(
      errors,
      [`${rule.id}: ${errors.length} failed`, ...reasons].join("\n\n"),
    );
  }
}

function globalIt(): RegisterTest | undefined {
  const it: unknown = Reflect.get(globalThis, "it");
  return typeof it === "function"
    ? (name, run) => Reflect.apply(it, undefined, [name, run])
    : undefined;
}

function assertSoundCases(rule: Rule, { valid, invalid }: RuleCases): void {
  if (valid.length === 0 || invalid.length === 0) {
    throw new Error(`${rule.id} needs at least one valid and one invalid case.`);
  }
  const names = [...valid, ...invalid].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two cases are named "${twice}".`);
  if (rule.fixes.includes("safe") && !invalid.some(({ fixed }) => fixed !== undefined)) {
    throw new Error(`${rule.id} declares a safe fix, but no case shows one ("fixed").`);
  }
  if (
    rule.fixes.includes("suggestion") &&
    !invalid.some(({ suggested }) => suggested !== undefined)
  ) {
    throw new Error(`${rule.id} declares suggestions, but no case shows one ("suggested").`);
  }
}
