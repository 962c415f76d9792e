import type { Options } from "yargs";

/** Options of a check, by name. */
export const CHECK_OPTIONS = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "Config file to use instead of searching for one",
  },
  format: {
    alias: "f",
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Report format: human, json or github; before --output-file, that report's",
  },
  "output-file": {
    alias: "o",
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "Write a report to a file; repeat for several (format by --format before it, or by its extension)",
  },
  rule: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Set a rule: id:severity, e.g. image/hotlink:off; repeatable",
  },
  only: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Run only these rules: ids or globs, comma-separated; repeatable",
  },
  "fail-on": {
    type: "string",
    requiresArg: true,
    describe: "Least severity that fails the run: error (default), warn or info",
  },
  quiet: { type: "boolean", describe: "Report errors only" },
  "max-warnings": {
    type: "string",
    requiresArg: true,
    describe: "Fail when there are more warnings than this",
  },
  stdin: { type: "boolean", describe: "Check the text on standard input" },
  "stdin-filename": {
    type: "string",
    requiresArg: true,
    describe: "Where that text would be saved: decides format and config",
  },
  "print-config": {
    type: "string",
    requiresArg: true,
    describe: "Show the settings of a file and where each comes from",
  },
  stats: {
    type: "boolean",
    describe: "Show on standard error where the time went: phases and rules",
  },
  deleted: {
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "An article that was deleted or renamed: report the links that still lead to it; repeatable",
  },
  online: {
    type: "boolean",
    describe:
      "Ask other sites whether what articles link to is there (the only option that uses the network)",
  },
  "no-ignore": { type: "boolean", describe: "Check ignored files as well" },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of `copydesk links`, and of a check with `--online`. */
export const ONLINE_OPTIONS = {
  offline: { type: "boolean", describe: "Answer from the cache alone, ask nobody" },
  fragments: { type: "boolean", describe: "Look for #fragments in the pages of other sites" },
  "suggest-archive": {
    type: "boolean",
    describe: "Ask the Wayback Machine for copies of what is broken",
  },
  "allow-private": {
    type: "boolean",
    describe: "Ask private and local addresses too; never where articles come from strangers",
  },
  "cache-file": {
    type: "string",
    requiresArg: true,
    describe:
      "File to keep verdicts of other sites in (default: copydesk/links.json in the cache folder)",
  },
  "no-cache": { type: "boolean", describe: "Neither read nor keep verdicts of other sites" },
} as const satisfies Readonly<Record<string, Options>>;

/** Ways to list the rules. */
export const RULES_FORMATS = ["table", "md", "json"] as const;

/** Options of every command. */
export const COMMON_OPTIONS = {
  "no-config-code": { type: "boolean", describe: "Refuse configs that are code" },
  color: { type: "boolean", describe: "Colour the output" },
  "no-color": { type: "boolean", describe: "Do not colour the output" },
} as const satisfies Readonly<Record<string, Options>>;

/** Names yargs puts among the parsed arguments besides options. */
const ARGUMENT_KEYS = ["_", "$0", "--", "help", "h", "version", "v"];

/** Names of options that may be given, aliases included. */
export function knownOptions(
  ...tables: readonly Readonly<Record<string, Options>>[]
): readonly string[] {
  const names = tables.flatMap((table) =>
    Object.entries(table).flatMap(([name, { alias }]) =>
      typeof alias === "string" ? [name, alias] : [name],
    ),
  );
  return [...ARGUMENT_KEYS, ...names];
}
