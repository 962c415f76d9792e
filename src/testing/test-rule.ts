import type { Rule } from "../rule/index.js";
import { runInvalid, runValid } from "./run-case.js";
import type { RuleCases } from "./test-case.js";

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
