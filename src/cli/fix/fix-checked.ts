import { join, resolve } from "node:path";
import { builtInRules } from "../../config/built-in-rules.js";
import { matchingRules, ruleHelp, unknownRule } from "../../config/resolve/rule-changes.js";
import { pathFrom } from "../../engine/paths.js";
import { filesIn } from "../../files/file-system.js";
import { realPath } from "../../files/look.js";
import { writeGuarded } from "../../files/write-file.js";
import { RefusedWrite } from "../../files/write-permission.js";
import { globMatcher } from "../../patterns/globs.js";
import { fixSummary, type WhyLeft } from "../../report/fix-summary.js";
import type { Edit, Finding } from "../../rule/index.js";
import { CHANGED_MEANWHILE, exactGiven, exactText, stillHolds } from "../../run/fix/exact-text.js";
import { type ChangedArticle, type FixedSite, fixSite } from "../../run/fix/fix-site.js";
import type { RunOutcome } from "../../run/run.js";
import { UsageError } from "../../run/usage-error.js";
import type { CheckArguments, CheckedArticles } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import type { Io } from "../io.js";
import type { FixArguments } from "./fix-arguments.js";

/** What fixing leaves to do. */
export interface Fixed {
  /** The run over what is left. */
  readonly outcome: RunOutcome;
  /** How the run ends; undefined where what is left decides. */
  readonly exitCode: ExitCode | undefined;
  /** Whether a report of what is left is to follow. */
  readonly isReported: boolean;
}

/**
 * Changes the articles of a run as arguments ask: writes them, or shows on standard output what they would be.
 *
 * @throws {UsageError} for a rule that does not exist
 */
export async function fixChecked(
  checked: CheckedArticles,
  fix: FixArguments,
  { stdin }: CheckArguments,
  io: Io,
): Promise<Fixed> {
  const { outcome: first, project, texts, again } = checked;
  const files = filesIn(project.root);
  const editsFor = choiceOf(fix, first);
  const fixed = await fixSite(first, {
    textOf: (path) => {
      const file = resolve(first.base, path);
      const given = texts.get(file);
      return given === undefined ? exactText(file, files) : exactGiven(given);
    },
    again,
    editsFor,
  });
  const cwd = realPath(io.cwd);
  const pathOf = (path: string): string => pathFrom(cwd, join(first.base, path));
  const refused = new Map(fixed.refused);
  let written = fixed.changed;
  if (fix.diff) {
    const { unifiedDiff } = await import("./unified-diff.js");
    for (const { path, before, after } of fixed.changed)
      io.stdout.write(onScreen(unifiedDiff(pathOf(path), before, after), io));
  } else if (stdin) {
    io.stdout.write(givenText(fixed, checked));
  } else {
    written = fixed.changed.filter((change) => {
      const reason = write(change, checked);
      if (reason !== undefined) refused.set(change.path, reason);
      return reason === undefined;
    });
  }
  const isLost = written.length < fixed.changed.length;
  const outcome = isLost ? await again(new Map()) : fixed.outcome;
  io.stderr.write(
    printable(
      fixSummary({
        ...fixed,
        files: written.length,
        fixed: fixed.fixed.filter(({ path }) => !isLost || !refused.has(path)),
        refused,
        isDryRun: fix.diff,
        left: leftOf(outcome, fix, editsFor, refused),
        pathOf,
      }),
    ),
  );
  const isReported = !fix.diff && !fix.only;
  if (isLost) return { outcome, exitCode: ExitCode.internal, isReported };
  const code = fix.diff && fixed.changed.length > 0 ? ExitCode.findings : ExitCode.clean;
  return { outcome, exitCode: isReported ? undefined : code, isReported };
}

/** Writes an article, or says why that is not done. */
function write(
  { path, before, after }: ChangedArticle,
  { outcome: { base }, project: { root } }: CheckedArticles,
): string | undefined {
  const file = resolve(base, path);
  if (!stillHolds(file, before, filesIn(root))) return CHANGED_MEANWHILE;
  try {
    writeGuarded(file, after, { purpose: "article", root });
    return undefined;
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    return `${error.message}.`.replace(/^./, (first) => first.toUpperCase());
  }
}

/**
 * What standard input becomes.
 *
 * @throws {UsageError} when it is no text that can be given back
 */
function givenText(
  { changed }: Pick<FixedSite<RunOutcome>, "changed">,
  { given = new Uint8Array() }: CheckedArticles,
): string {
  const exact = exactGiven(given);
  if ("refused" in exact) throw new UsageError(`Standard input is not changed: ${exact.refused}`);
  return changed[0]?.after ?? exact.text;
}

/** A terminal is not steered by what an article holds; a file gets the diff as it is. */
function onScreen(diff: string, { stdout }: Io): string {
  return stdout.isTTY === true ? printable(diff) : diff;
}

/** Which change of a finding is made. */
function choiceOf(
  { suggestions: isSuggested, rules }: FixArguments,
  { rules: known }: RunOutcome,
): (finding: Finding) => readonly Edit[] | undefined {
  const registry = new Map([...builtInRules.map((rule) => [rule.id, rule] as const), ...known]);
  for (const name of rules) {
    if (matchingRules(name, registry).length === 0)
      throw new UsageError(`--fix-rule: ${unknownRule(name)}`, ruleHelp(name, registry));
  }
  const isMeant =
    rules.length === 0
      ? () => true
      : globMatcher(rules.map((name) => (name === "*" ? "**" : name)));
  return ({ rule, fix, suggestions }) => {
    if (!isMeant(rule)) return undefined;
    if (fix !== undefined) return fix;
    const [only, ...others] = suggestions;
    return isSuggested && others.length === 0 ? only?.edits : undefined;
  };
}

/** What is still found and could be changed, and why it is not. */
function leftOf(
  { found }: RunOutcome,
  { suggestions: isSuggested }: FixArguments,
  editsFor: (finding: Finding) => readonly Edit[] | undefined,
  refused: ReadonlyMap<string, string>,
): readonly { readonly finding: Finding; readonly why: WhyLeft }[] {
  const whyLeft = (finding: Finding): WhyLeft | undefined => {
    const { fix, suggestions, path } = finding;
    if (fix === undefined && suggestions.length === 0) return undefined;
    if (fix === undefined && suggestions.length > 1) return "choice";
    if (editsFor(finding) !== undefined) return refused.has(path) ? "file" : "fix";
    return fix !== undefined || isSuggested ? "other rule" : "suggestion";
  };
  return [...found.values()].flat().flatMap((finding) => {
    const why = whyLeft(finding);
    return why === undefined ? [] : [{ finding, why }];
  });
}
