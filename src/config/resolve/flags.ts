import { nearestWord } from "../../knowledge/text/nearest.js";
import { globMatcher } from "../../patterns/globs.js";
import type { Severity } from "../../rule/index.js";
import { configError } from "../config-error.js";
import { severitySchema } from "../schema/schema.js";
import {
  matchingRules,
  type Registry,
  type RuleChange,
  reportSeverity,
  ruleHelp,
  unknownRule,
} from "./rule-changes.js";

/** What the command line (or the API) sets over every config. */
export interface ConfigFlags {
  /** `--rule id:severity`, in order. */
  readonly rules: readonly string[];
  /** `--only`: rule ids and globs. An id switches its rule on; a glob keeps those that are on. */
  readonly only: readonly string[];
  readonly failOn: Severity | undefined;
  readonly maxWarnings: number | undefined;
}

export const NO_FLAGS: ConfigFlags = {
  rules: [],
  only: [],
  failOn: undefined,
  maxWarnings: undefined,
};

/**
 * Reads `--rule` values.
 *
 * @throws {ConfigError} for an unknown rule or severity
 */
export function ruleFlags(values: readonly string[], registry: Registry): readonly RuleChange[] {
  return values.flatMap((value) => {
    const colon = value.lastIndexOf(":");
    const name = colon < 0 ? value : value.slice(0, colon);
    const severity = severitySchema.safeParse(colon < 0 ? "" : value.slice(colon + 1));
    if (!severity.success) {
      const [id = "", written = ""] = value.split(/[:=]/);
      const near = nearestWord(written, severitySchema.options) ?? "warn";
      throw configError(
        written === ""
          ? `--rule ${value} has no severity.`
          : `--rule ${value} has no severity that copydesk knows.`,
        undefined,
        `Write it as --rule ${id || "image/hotlink"}:${near}, with off, info, warn or error.`,
      );
    }
    const ids = matchingRules(name, registry);
    if (ids.length === 0)
      throw configError(`--rule: ${unknownRule(name)}`, undefined, ruleHelp(name, registry));
    return ids.map(
      (id): RuleChange => ({ id, severity: reportSeverity(severity.data), options: undefined }),
    );
  });
}

/** `--only`, read: which rules it names outright, and which it lets pass. */
export interface OnlyFilter {
  readonly names: ReadonlySet<string>;
  lets(id: string): boolean;
}

/**
 * Reads `--only` values; undefined when there are none.
 *
 * @throws {ConfigError} for a name that no rule has
 */
export function onlyFilter(values: readonly string[], registry: Registry): OnlyFilter | undefined {
  if (values.length === 0) return undefined;
  for (const value of values) {
    if (matchingRules(value, registry).length === 0) {
      throw configError(`--only: ${unknownRule(value)}`, undefined, ruleHelp(value, registry));
    }
  }
  const isMatch = globMatcher(values.map((value) => (value === "*" ? "**" : value)));
  return {
    names: new Set(values.filter((value) => !value.includes("*"))),
    lets: (id) => isMatch(id),
  };
}
