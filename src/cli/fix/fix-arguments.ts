import { UsageError } from "../../run/usage-error.js";

/** How articles are to be changed. */
export interface FixArguments {
  /** Also makes suggestions, where a finding has exactly one. */
  readonly suggestions: boolean;
  /** Shows what would change, and writes nothing. */
  readonly diff: boolean;
  /** Reports nothing of what is left. */
  readonly only: boolean;
  /** Silences findings by directives with this reason, instead of fixing them. */
  readonly suppress: string | undefined;
  /** Asks about one finding after another. */
  readonly interactive: boolean;
  /** Ids and globs; every rule when empty. */
  readonly rules: readonly string[];
}

/** The options that change articles, as they were given. */
export interface GivenFixes extends FixArguments {
  /** `--fix` itself; the others imply it. */
  readonly fix: boolean;
}

/**
 * How to change the articles; undefined where no option asks for it.
 *
 * @throws {UsageError} for options that contradict each other, and a reason that would end a comment
 */
export function fixArguments({ fix, ...given }: GivenFixes): FixArguments | undefined {
  const { suggestions, diff, only, suppress, rules, interactive } = given;
  const other = diff ? "--diff" : suppress === undefined ? undefined : "--suppress";
  if (interactive && other !== undefined)
    throw new UsageError(
      `--interactive and ${other} cannot be combined.`,
      "Leave out one of them.",
    );
  if ((fix || suggestions) && suppress !== undefined)
    throw new UsageError("--suppress and --fix cannot be combined.", "Leave out one of them.");
  const isAsked =
    fix || suggestions || diff || only || interactive || suppress !== undefined || rules.length > 0;
  if (!isAsked) return undefined;
  return { ...given, suppress: suppress === undefined ? undefined : reasonOf(suppress) };
}

/**
 * `--suppress`: a reason that ends no comment.
 *
 * @throws {UsageError} for another
 */
function reasonOf(given: string): string {
  const reason = given.trim();
  if (reason === "") throw new UsageError("--suppress needs a reason.");
  if (endsComment(reason)) throw new UsageError(`The reason of --suppress ${IN_COMMENTS}`);
  return reason;
}

const IN_COMMENTS =
  "is written into comments, so it cannot be several lines, or hold --, */, < or >.";

/** What is wrong with a reason that a person writes; undefined for nothing. */
export function reasonProblem(given: string): string | undefined {
  if (given.trim() === "") return "Write a reason.";
  return endsComment(given.trim()) ? `A reason ${IN_COMMENTS}` : undefined;
}

function endsComment(reason: string): boolean {
  return /[\r\n]|--|\*\/|[<>]/.test(reason);
}
