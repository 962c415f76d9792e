import { UsageError } from "../run/usage-error.js";
import type { CheckArguments } from "./check-articles.js";
import { fixArguments } from "./fix/fix-arguments.js";

/** What yargs read, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** The values of an option that may be repeated. */
export function list(values: Values, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/**
 * The value of an option that may be given once.
 *
 * @throws {UsageError} when it is given more than once
 */
export function single(values: Values, name: string): string | undefined {
  const given = list(values, name);
  if (given.length > 1) throw new UsageError(`--${name} is given more than once.`);
  return given[0];
}

/** The paths that are named, those after `--` too, which may begin with a hyphen. */
export function pathsOf(values: Values): readonly string[] {
  return [...list(values, "paths"), ...list(values, "--")];
}

/** The arguments of a check. */
export function checkArguments(values: Values): CheckArguments {
  return {
    ...common(values),
    paths: pathsOf(values),
    config: single(values, "config"),
    formats: list(values, "format"),
    rules: list(values, "rule"),
    only: names(values, "only"),
    failOn: single(values, "fail-on"),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    maxFindings: single(values, "max-findings"),
    showUnknown: values["show-unknown"] === true,
    maxWarnings: single(values, "max-warnings"),
    baseline: single(values, "baseline"),
    since: single(values, "since"),
    staged: values.staged === true,
    dirty: values.dirty === true,
    changedLines: values["changed-lines"] === true,
    baselineFrom: single(values, "baseline-from"),
    configFrom: single(values, "config-from"),
    stdin: values.stdin === true,
    stdinFilename: single(values, "stdin-filename"),
    printConfig: single(values, "print-config"),
    noIgnore: values["no-ignore"] === true,
    deleted: list(values, "deleted"),
    stats: values.stats === true,
    threads: single(values, "threads"),
    noCache: values["no-cache"] === true,
    cacheLocation: single(values, "cache-location"),
    online: values.online === true || values.offline === true,
    offline: values.offline === true,
    fragments: values.fragments === true ? true : undefined,
    suggestArchive: values["suggest-archive"] === true ? true : undefined,
    allowPrivate: values["allow-private"] === true,
    onlineCache: single(values, "online-cache"),
    secretHosts: list(values, "secret-host"),
    deadline: single(values, "deadline"),
    noOnlineCache: values["no-online-cache"] === true,
    shard: single(values, "shard"),
    shardFile: single(values, "shard-file"),
    fix: fixArguments({
      fix: values.fix === true,
      suggestions: values["fix-suggestions"] === true,
      diff: values.diff === true,
      only: values["fix-only"] === true,
      interactive: values.interactive === true,
      suppress: single(values, "suppress"),
      rules: names(values, "fix-rule"),
    }),
  };
}

/**
 * A limit: a number, where 0 is no limit, or `all`.
 *
 * @param name of the option
 * @throws {UsageError} for anything else
 */
export function limitOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value === "all") return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) {
    throw new UsageError(`--${name} must be a whole number or all, not "${value}".`);
  }
  return Number(value) || Number.POSITIVE_INFINITY;
}

/** Names that are separated by commas or given one by one. */
function names(values: Values, name: string): readonly string[] {
  return list(values, name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** Arguments of every command. */
export function common(values: Values): {
  readonly color: boolean | undefined;
  readonly noConfigCode: boolean;
} {
  const color = values["no-color"] === true ? false : values.color === true ? true : undefined;
  return { color, noConfigCode: values["no-config-code"] === true };
}
