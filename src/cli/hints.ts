import { nearestWord } from "../knowledge/text/nearest.js";
import { MissingPath, UsageError } from "../run/usage-error.js";
import { BASELINE_ACTIONS } from "./options.js";
import OTHER_WORDS from "./other-words.json" with { type: "json" };

const OPTIONS: Readonly<Record<string, string>> = OTHER_WORDS.options;
const COMMANDS: Readonly<Record<string, string>> = OTHER_WORDS.commands;
const ACTIONS: Readonly<Record<string, string>> = OTHER_WORDS.actions;

/** Names that yargs adds, which nobody means. */
const NOT_MEANT = ["_", "$0", "--"];

/**
 * Says that an option does not exist, and which one is meant: one that has another name now, one that other programs
 * have, or a near one.
 *
 * @param known names of the options that there are, aliases included
 */
export function unknownOption(name: string, known: readonly string[]): UsageError {
  return new UsageError(
    `The option ${dashed(name)} does not exist.`,
    ownHint(OPTIONS, name) ?? nearOption(name, known) ?? "Run copydesk --help to see all options.",
  );
}

function nearOption(name: string, known: readonly string[]): string | undefined {
  const meant = known.filter((option) => !NOT_MEANT.includes(option));
  if (name.length === 1) {
    const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
    return meant.includes(other) ? `Did you mean -${other}?` : undefined;
  }
  const near = nearestWord(
    name,
    meant.filter((option) => option.length > 1),
  );
  return near === undefined ? undefined : `Did you mean --${near}?`;
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

/**
 * A better word for a path that does not exist and looks like a command, or like an action of `copydesk baseline`;
 * the error itself where there is none.
 *
 * @param command the command that was run; undefined for a check
 * @param commands names of all commands
 */
export function withHint(
  error: unknown,
  command: string | undefined,
  commands: readonly string[],
): unknown {
  if (!(error instanceof MissingPath) || /[./\\]/.test(error.path)) return error;
  const { path, message } = error;
  const hint =
    command === "baseline"
      ? (ownHint(ACTIONS, path) ?? nearCommand(path, BASELINE_ACTIONS, "copydesk baseline"))
      : command === undefined
        ? (ownHint(COMMANDS, path) ?? nearCommand(path, commands, "copydesk"))
        : undefined;
  return hint === undefined ? error : new UsageError(message, hint);
}

function nearCommand(word: string, names: readonly string[], before: string): string | undefined {
  const near = nearestWord(word, names);
  return near === undefined ? undefined : `Did you mean ${before} ${near}?`;
}

function ownHint(hints: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(hints, word) ? hints[word] : undefined;
}
