import { dirname, join, resolve } from "node:path";
import { pathFrom } from "../../engine/paths.js";
import { filesIn } from "../../files/file-system.js";
import { realPath } from "../../files/look.js";
import { removeLeftovers } from "../../files/temporary-files.js";
import { fixSummary } from "../../report/fix-summary.js";
import { guardLines } from "../../report/text/neutralise.js";
import { choiceOf, meantRules } from "../../run/fix/chosen-fixes.js";
import { type ExactText, exactGiven, exactText } from "../../run/fix/exact-text.js";
import { type FixedSite, fixSite } from "../../run/fix/fix-site.js";
import { suppressSite } from "../../run/fix/suppress-site.js";
import { writeArticles } from "../../run/fix/write-articles.js";
import type { RunOutcome } from "../../run/outcome.js";
import { UsageError } from "../../run/usage-error.js";
import type { CheckArguments, CheckedArticles } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import { type Io, isBuildLog } from "../io.js";
import { leftOf, silenceable } from "./choice.js";
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
  { stdin, quiet }: CheckArguments,
  io: Io,
): Promise<Fixed> {
  const { outcome: first, project, texts, again } = checked;
  const files = filesIn(project.root);
  const isMeant = meantRules(fix, first);
  const editsFor = choiceOf(fix, isMeant);
  const textOf = (path: string): ExactText => {
    const file = resolve(first.base, path);
    const given = texts.get(file);
    return given === undefined ? exactText(file, files) : exactGiven(given);
  };
  const { suppress } = fix;
  const fixed =
    suppress === undefined
      ? await fixSite(first, { textOf, again, editsFor })
      : await suppressSite(first, {
          textOf,
          again,
          isMeant: silenceable(first, isMeant, quiet),
          reason: suppress,
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
    const folders = [...first.found.keys()].map((path) => dirname(resolve(first.base, path)));
    removeLeftovers(new Set(folders), project.root, io.now());
    for (const [path, reason] of writeArticles(fixed, first.base, project.root))
      refused.set(path, reason);
    written = fixed.changed.filter(({ path }) => !refused.has(path));
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
        isSilencing: suppress !== undefined,
        left:
          suppress === undefined
            ? leftOf(outcome, fix, { editsFor, refused, isImpossible: fixed.isImpossible })
            : [],
        pathOf,
      }),
    ),
  );
  const isReported = !fix.diff && !fix.only;
  if (isLost) return { outcome, exitCode: ExitCode.internal, isReported };
  const code = fix.diff && fixed.changed.length > 0 ? ExitCode.findings : ExitCode.clean;
  return { outcome, exitCode: isReported ? undefined : code, isReported };
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

/** Neither a terminal nor a build server is steered by what an article holds; a file gets the diff as it is. */
function onScreen(diff: string, io: Io): string {
  if (io.stdout.isTTY === true) return printable(diff);
  return isBuildLog(io) ? guardLines(diff) : diff;
}
