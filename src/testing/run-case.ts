import { indexLines } from "../article/lines.js";
import { parseArticle } from "../article/parse-article.js";
import { formatOf } from "../article/syntax.js";
import { applyEdits, applyGroups } from "../fix/apply-edits.js";
import type { Edit, Finding, Rule } from "../rule/index.js";
import { checkOffer, offersOf } from "./check-offer.js";
import { checkTexts, type TestArticle } from "./check-texts.js";
import { variantDifference } from "./compare-variant.js";
import { pageOutput, placeOf } from "./page-output.js";
import type { ExpectedFinding, InvalidCase, TestCase } from "./test-case.js";
import { makeVariant, VARIANTS, type Variant } from "./variants.js";

/** Runs a case that must find nothing. @throws {Error} saying what was found. */
export function runValid(rule: Rule, example: TestCase): void {
  const findings = check(rule, example, example.text);
  if (findings.length > 0) throw failure(example, example.text, "no findings", findings);
  for (const variant of variantsOf(example)) {
    const found = check(rule, example, variant.text);
    if (found.length > 0) {
      throw failure(example, variant.text, `no findings in the variant "${variant.name}"`, found);
    }
  }
}

/** Runs a case with findings. @throws {Error} showing what was expected and what was found. */
export function runInvalid(rule: Rule, example: InvalidCase): void {
  if (example.findings.length === 0)
    throw new Error(`${example.name}: an invalid case has findings.`);
  const findings = check(rule, example, example.text);
  const mismatch = firstMismatch(example, findings);
  if (mismatch !== undefined) throw failure(example, example.text, mismatch, findings);
  assertFixed(rule, example, findings);
  assertSuggested(example, findings);
  assertHonest(rule, example, findings);
  for (const variant of variantsOf(example)) {
    const found = check(rule, example, variant.text);
    const difference = variantDifference(variant, findings, found, pathOf(example));
    if (difference !== undefined) {
      const expected = `the same in the variant "${variant.name}": ${difference}`;
      throw failure(example, variant.text, expected, found);
    }
  }
}

function pathOf(example: TestCase): string {
  return example.path ?? "article.md";
}

/** Findings of the case's article and of the further ones, sorted by path and place. */
function check(rule: Rule, example: TestCase, text: string): readonly Finding[] {
  const { results, files, crashes } = checkTexts(
    [{ path: pathOf(example), text }, ...(example.articles ?? [])],
    {
      rules: [{ rule, options: example.options }],
      ...(example.engine === undefined ? {} : { engine: example.engine }),
      ...example.settings,
      ...(example.files === undefined ? {} : { files: example.files }),
      ...(example.external === undefined ? {} : { external: example.external }),
      ...(example.now === undefined ? {} : { now: example.now }),
      ...(example.knownRules === undefined ? {} : { knownRules: example.knownRules }),
    },
  );
  const crash = crashes[0];
  if (crash !== undefined) throw new Error(`${crash.rule} crashed: ${crash.reason}`);
  return [...results, ...files].flatMap(({ findings }) => findings);
}

function variantsOf({ variants = VARIANTS, ...example }: TestCase): readonly Variant[] {
  if (variants === false) return [];
  const format = formatOf(pathOf(example));
  return variants.flatMap((name) => makeVariant(name, example.text, format) ?? []);
}

function firstMismatch(example: InvalidCase, findings: readonly Finding[]): string | undefined {
  if (findings.length !== example.findings.length) return `${example.findings.length} findings`;
  for (const [index, expected] of example.findings.entries()) {
    const finding = findings[index];
    const problem = finding && mismatch(example, expected, finding);
    if (problem !== undefined) return `finding ${index + 1}: ${problem}`;
  }
  return undefined;
}

function mismatch(
  example: InvalidCase,
  expected: ExpectedFinding,
  finding: Finding,
): string | undefined {
  const path = expected.path ?? pathOf(example);
  if (finding.path !== path) return `in ${path}, not ${finding.path}`;
  if (finding.messageId !== expected.messageId) return `message "${expected.messageId}"`;
  const { severity, at, text, related } = expected;
  if (severity !== undefined && finding.severity !== severity) return `severity ${severity}`;
  if (at === undefined && text === undefined) return `"at" or "text" must be stated`;
  const source = sourceOf(example, path);
  const place = placeOf(indexLines(source), finding.range);
  if (at !== undefined && place !== at) return `at ${at}`;
  const slice = source.slice(finding.range.start, finding.range.end);
  if (text !== undefined && slice !== text) {
    return `text ${JSON.stringify(text)}, not ${JSON.stringify(slice)}`;
  }
  if (related === undefined) return undefined;
  const places = finding.related.map((other) => {
    const otherPath = other.path ?? finding.path;
    const where = placeOf(indexLines(sourceOf(example, otherPath)), other.range);
    return otherPath === finding.path ? where : `${otherPath} ${where}`;
  });
  return places.join(", ") === related.join(", ")
    ? undefined
    : `related places ${related.join(", ")}`;
}

function sourceOf(example: TestCase, path: string): string {
  if (path === pathOf(example)) return example.text;
  const article = example.articles?.find((other) => other.path === path);
  return article?.text ?? otherTexts(example).find((file) => file.path === path)?.text ?? "";
}

/** Text files of a case that are no articles. */
function otherTexts({ files = [] }: TestCase): readonly TestArticle[] {
  return files.flatMap((file) =>
    typeof file === "string" || file.text === undefined
      ? []
      : [{ path: file.path, text: file.text }],
  );
}

function own(example: TestCase, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ path }) => path === pathOf(example));
}

function fixesOf(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  return findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
}

function assertFixed(rule: Rule, example: InvalidCase, findings: readonly Finding[]): void {
  const fixes = fixesOf(own(example, findings));
  if (fixes.length > 0 && example.fixed === undefined) {
    throw new Error(
      `${example.name}: there is a safe fix, so the case must state "fixed". It gives:\n${JSON.stringify(applyGroups(example.text, fixes))}`,
    );
  }
  if (example.fixed === undefined) return;
  const fixed = applyGroups(example.text, fixes);
  if (fixed !== example.fixed) throw difference(example.name, "fixed", example.fixed, fixed);
  const again = fixesOf(own(example, check(rule, example, fixed)));
  if (again.length > 0 && applyGroups(fixed, again) !== fixed) {
    throw new Error(`${example.name}: the fixed text is fixed again, so a fix does not settle.`);
  }
}

function assertSuggested(example: InvalidCase, findings: readonly Finding[]): void {
  if (example.suggested === undefined) return;
  const others = otherTexts(example).map(({ path }) => path);
  const texts = findings.flatMap(({ path, suggestions: [first] }) =>
    first === undefined || (path !== pathOf(example) && !others.includes(path))
      ? []
      : [applyEdits(sourceOf(example, path), first.edits)],
  );
  for (const [index, expected] of example.suggested.entries()) {
    if (texts[index] !== expected) {
      throw difference(example.name, `suggested[${index}]`, expected, texts[index]);
    }
  }
  if (texts.length !== example.suggested.length) {
    throw new Error(
      `${example.name}: ${texts.length} findings have suggestions, ${example.suggested.length} are stated.`,
    );
  }
}

/** Each fix and suggestion, made alone, must repair its finding and leave everything else as it was. */
function assertHonest(rule: Rule, example: InvalidCase, findings: readonly Finding[]): void {
  for (const offer of offersOf(findings)) {
    const { path, messageId } = offer.finding;
    const before = parseArticle({ path, source: sourceOf(example, path) });
    const problem = checkOffer(before, offer, (text) =>
      check(rule, ...edited(example, path, text)).filter((finding) => finding.path === path),
    );
    if (problem === undefined) continue;
    const which = offer.kind === "fix" ? "the fix" : `suggestion ${offer.kind}`;
    throw new Error(
      `${example.name}: ${which} of "${messageId}": ${problem}\nin ${JSON.stringify(before.source)}`,
    );
  }
}

/** A case with another text in one of its articles or other files. */
function edited(example: TestCase, path: string, text: string): [TestCase, string] {
  if (path === pathOf(example)) return [example, text];
  const articles = example.articles?.map((one) => (one.path === path ? { path, text } : one));
  const files = example.files?.map((one) =>
    typeof one !== "string" && one.path === path ? { ...one, text } : one,
  );
  return [{ ...example, ...(articles && { articles }), ...(files && { files }) }, example.text];
}

function difference(
  name: string,
  what: string,
  expected: string,
  actual: string | undefined,
): Error {
  return Object.assign(
    new Error(
      `${name}: ${what} differs.\nexpected ${JSON.stringify(expected)}\nactual   ${JSON.stringify(actual)}`,
    ),
    { expected, actual },
  );
}

function failure(
  example: TestCase,
  text: string,
  expected: string,
  findings: readonly Finding[],
): Error {
  const texts = [
    { path: pathOf(example), text },
    ...(example.articles ?? []),
    ...otherTexts(example),
  ];
  const found = pageOutput(texts, findings).filter((line) => !line.startsWith("  help:"));
  return new Error(
    [`${example.name}: expected ${expected}`, "in", JSON.stringify(text), "found", ...found].join(
      "\n",
    ),
  );
}
