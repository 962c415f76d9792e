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
    describe:
      "Report format: human, concise, summary, agent, json, json-pretty, ndjson, sarif, junit, checkstyle, github, gitlab, rdjson, markdown or openmetrics, or a formatter of your own (./my-format.mjs, a package); FORMAT=FILE writes it to a file; repeatable",
  },
  rule: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Set the severity of a rule, e.g. image/hotlink:off; repeatable",
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
    describe: "Lowest severity that fails the run: error (default), warn or info",
  },
  quiet: { type: "boolean", describe: "Report only errors" },
  verbose: {
    type: "boolean",
    describe: "Show infos like other findings, instead of only counting them",
  },
  "max-findings": {
    type: "string",
    requiresArg: true,
    describe: "Show at most this many findings (default: 50), or all; the others are counted",
  },
  "show-unknown": {
    type: "boolean",
    describe: "List the references that could not be judged, and why",
  },
  "max-warnings": {
    type: "string",
    requiresArg: true,
    describe: "Fail if there are more warnings than this",
  },
  baseline: {
    type: "string",
    requiresArg: true,
    describe: "File of known findings, which fail no run; copydesk baseline writes it",
  },
  stdin: { type: "boolean", describe: "Check the text from standard input" },
  "stdin-filename": {
    type: "string",
    requiresArg: true,
    describe: "Path of that text, which decides its format and config",
  },
  "print-config": {
    type: "string",
    requiresArg: true,
    describe: "Show the settings of a file and where each of them comes from",
  },
  stats: {
    type: "boolean",
    describe: "Show the time of each phase and rule on standard error",
  },
  "no-cache": {
    type: "boolean",
    describe: "Check all articles again, and keep nothing of what is found in them",
  },
  "cache-location": {
    type: "string",
    requiresArg: true,
    describe:
      "File for what is found in articles (default: in copydesk/articles in the cache folder)",
  },
  threads: {
    type: "string",
    requiresArg: true,
    describe: "Threads that check articles: a number, or auto (default) for as many as pay",
  },
  deleted: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "A deleted or renamed article: report the links that still lead to it; repeatable",
  },
  online: {
    type: "boolean",
    describe:
      "Request other sites to check links and images there (only this option uses the network)",
  },
  "no-ignore": { type: "boolean", describe: "Check ignored files as well" },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of a check that change the articles. */
export const FIX_OPTIONS = {
  fix: { type: "boolean", describe: "Make the safe fixes, then report what is left" },
  "fix-suggestions": {
    type: "boolean",
    describe: "Also make the suggestions of findings that have exactly one",
  },
  interactive: {
    type: "boolean",
    describe: "Ask about one finding after another: fix, skip, or silence it",
  },
  "fix-rule": {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Fix only what these rules find: ids or globs, comma-separated; repeatable",
  },
  "fix-only": { type: "boolean", describe: "Fix without a report of what is left" },
  diff: {
    type: "boolean",
    describe: "Show what fixing would change as a unified diff, and write nothing",
  },
  suppress: {
    type: "string",
    requiresArg: true,
    describe: "Silence the findings by directives with this reason, instead of fixing them",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of `copydesk links`, and of a check with `--online`. */
export const ONLINE_OPTIONS = {
  offline: { type: "boolean", describe: "Use only cached verdicts and make no requests" },
  fragments: { type: "boolean", describe: "Check #fragments in the pages of other sites" },
  "suggest-archive": {
    type: "boolean",
    describe: "Look for copies of broken links in the Wayback Machine",
  },
  "allow-private": {
    type: "boolean",
    describe: "Request private and local addresses too; never use it on articles from strangers",
  },
  "online-cache": {
    type: "string",
    requiresArg: true,
    describe:
      "File for the verdicts of other sites (default: copydesk/links.json in the cache folder)",
  },
  "secret-host": {
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "A host that a header with env:COPYDESK_NAME may be sent to: COPYDESK_NAME=HOST; repeatable",
  },
  deadline: {
    type: "string",
    requiresArg: true,
    describe: "Seconds for all requests together (default: 600); the rest is unknown",
  },
  "no-online-cache": { type: "boolean", describe: "Neither read nor write cached verdicts" },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of a check that ask git. */
export const CHANGE_OPTIONS = {
  since: {
    type: "string",
    requiresArg: true,
    describe:
      "Check what changed since HEAD left this revision; only findings that were not there before fail the run",
  },
  staged: { type: "boolean", describe: "Check what the index of git holds, compared with HEAD" },
  dirty: { type: "boolean", describe: "Check the work tree, compared with HEAD" },
  "changed-lines": {
    type: "boolean",
    describe: "With one of these: only findings on changed lines fail the run",
  },
  "baseline-from": {
    type: "string",
    requiresArg: true,
    describe: "Take the findings of this revision as known, without a file",
  },
  "config-from": {
    type: "string",
    requiresArg: true,
    describe: "Read configs, ignore files and the baseline from this revision",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of a check that is shared among several machines. */
export const SHARD_OPTIONS = {
  shard: {
    type: "string",
    requiresArg: true,
    describe: "Check only a part of the articles, such as 2/5, for copydesk merge",
  },
  "shard-file": {
    type: "string",
    requiresArg: true,
    describe: "File for what a shard finds (default: copydesk-shard-2-of-5.json)",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of a check that shards have answered, so that a merge takes them from there. */
const OF_SHARDS = [
  "rule",
  "only",
  "stdin",
  "stdin-filename",
  "print-config",
  "stats",
  "deleted",
  "no-ignore",
];

/** Options of `copydesk merge`. */
export const MERGE_OPTIONS: Readonly<Record<string, Options>> = {
  ...Object.fromEntries(
    Object.entries(CHECK_OPTIONS).filter(([name]) => !OF_SHARDS.includes(name)),
  ),
  ...CHANGE_OPTIONS,
  ...ONLINE_OPTIONS,
};

/** What to do with a baseline. */
export const BASELINE_ACTIONS = ["create", "update", "prune", "status"] as const;

/** Options of `copydesk baseline`. */
export const BASELINE_OPTIONS = {
  "accept-new": { type: "boolean", describe: "Take new findings in when updating" },
  until: {
    type: "string",
    requiresArg: true,
    describe: "Last day on which new entries are known, such as 2027-01-31",
  },
  owner: { type: "string", requiresArg: true, describe: "Who wants to mend what new entries name" },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of `copydesk init`. */
export const INIT_OPTIONS = {
  yes: { alias: "y", type: "boolean", describe: "Write what is usual, and ask nothing" },
  "dry-run": { type: "boolean", describe: "Show what would be written, and write nothing" },
  typescript: { type: "boolean", describe: "Write the config in TypeScript instead of YAML" },
  baseline: { type: "boolean", describe: "Take what is found now as known; asks nothing" },
  schema: { type: "boolean", describe: "Infer a schema for front matter; asks nothing" },
  hook: {
    type: "boolean",
    describe: "Check before a commit, by pre-commit, husky or lint-staged; asks nothing",
  },
  ci: { type: "boolean", describe: "Check on GitHub or GitLab; asks nothing" },
  "no-cache": CHECK_OPTIONS["no-cache"],
  "cache-location": CHECK_OPTIONS["cache-location"],
} as const satisfies Readonly<Record<string, Options>>;

/** Languages that inferred schemas are printed in. */
export const SCHEMA_FORMATS = ["zod", "json-schema", "yaml"] as const;

/** Ways to list the rules. */
export const RULES_FORMATS = ["table", "md", "json"] as const;

/** Ways to print routes. */
export const ROUTES_FORMATS = ["table", "json"] as const;

/** Options of every command. */
export const COMMON_OPTIONS = {
  "no-config-code": { type: "boolean", describe: "Refuse configs that are code" },
  color: { type: "boolean", describe: "Use colors in the output" },
  "no-color": { type: "boolean", describe: "Do not use colors in the output" },
} as const satisfies Readonly<Record<string, Options>>;

/** Names that yargs adds to the parsed arguments besides options. */
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
