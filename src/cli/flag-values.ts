import type { ConfigFlags } from "../config/resolve/flags.js";
import { nearestWord } from "../knowledge/text/nearest.js";
import type { Severity } from "../rule/index.js";
import type { RunOptions } from "../run/options.js";
import { UsageError } from "../run/usage-error.js";

/** Arguments that are put over the config. */
interface FlagArguments extends Pick<ConfigFlags, "rules" | "only"> {
  readonly failOn: string | undefined;
  readonly maxWarnings: string | undefined;
}

const FAIL_ON: ReadonlyMap<string, Severity> = new Map([
  ["error", "error"],
  ["warn", "warning"],
  ["info", "info"],
]);

function failOnOf(name: string): Severity {
  const severity = FAIL_ON.get(name);
  if (severity !== undefined) return severity;
  const near = nearestWord(name, FAIL_ON.keys());
  throw new UsageError(
    `--fail-on must be error, warn or info, not "${name}".`,
    near === undefined ? undefined : `Did you mean --fail-on ${near}?`,
  );
}

/**
 * The settings that arguments put over the config.
 *
 * @throws {UsageError} for one that cannot be
 */
export function flagsOf(args: FlagArguments): ConfigFlags {
  const { maxWarnings } = args;
  if (maxWarnings !== undefined && !/^\d+$/.test(maxWarnings)) {
    throw new UsageError(`--max-warnings must be a whole number, not "${maxWarnings}".`);
  }
  return {
    rules: args.rules,
    only: args.only,
    failOn: args.failOn === undefined ? undefined : failOnOf(args.failOn),
    maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
  };
}

/**
 * `--deadline`: seconds, in milliseconds.
 *
 * @throws {UsageError} for anything else
 */
export function deadlineOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,5}$/.test(value))
    throw new UsageError(`--deadline must be a whole number of seconds, not "${value}".`);
  return Number(value) * 1000;
}

/** Most threads that can be asked for. */
const MOST_THREADS = 64;

/**
 * `--threads`: a number, or `auto`.
 *
 * @throws {UsageError} for anything else
 */
export function threadsOf(value = "auto"): NonNullable<RunOptions["threads"]> {
  if (value === "auto") return value;
  const count = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (count >= 1 && count <= MOST_THREADS) return count;
  throw new UsageError(
    `--threads must be auto or a whole number from 1 to ${MOST_THREADS}, not "${value}".`,
  );
}
