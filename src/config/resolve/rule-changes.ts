import { nearestWord } from "../../knowledge/text/nearest.js";
import { globMatcher, globProblem } from "../../patterns/globs.js";
import type { Rule, Severity } from "../../rule/index.js";
import type { ConfigSource, KeyPath } from "../load/source.js";
import { configIssues, issueAt, MOST_ISSUES } from "../schema/issues.js";
import { knownKeys } from "../schema/known-keys.js";
import type { ConfigSeverity, RuleEntry } from "../schema/schema.js";
import { type Reading, resourcesFor } from "./resources.js";

/** Rules known to one config, by id: the built-in ones and those of its plugins. */
export type Registry = ReadonlyMap<string, Rule>;

/** What a layer says about one rule. */
export interface RuleChange {
  readonly id: string;
  /** `own`: on, with each message's own severity. */
  readonly severity: Severity | "off" | "own";
  /** Options after validation; undefined leaves those of the layers below. */
  readonly options: unknown;
  /** What the rule's `load` made of the options. */
  readonly loaded?: unknown;
}

const SEVERITIES: Readonly<Record<ConfigSeverity, Severity | "off">> = {
  off: "off",
  info: "info",
  warn: "warning",
  error: "error",
};

/** A severity as reports name it. */
export function reportSeverity(severity: ConfigSeverity): Severity | "off" {
  return SEVERITIES[severity];
}

/**
 * Reads the `rules` of a config: families become their rules, options are validated by the rules' own
 * schemas, and what they name is read.
 */
export function ruleChanges(
  entries: Readonly<Record<string, RuleEntry>>,
  registry: Registry,
  source: ConfigSource,
  prefix: KeyPath,
  reading: Reading,
): readonly RuleChange[] {
  const { issues } = reading;
  return Object.entries(entries).flatMap(([name, entry]): readonly RuleChange[] => {
    const keys: KeyPath = [...prefix, name];
    if (issues.length >= MOST_ISSUES) return [];
    const ids = matchingRules(name, registry);
    if (ids.length === 0) {
      issues.push(issueAt(source, keys, "key", unknownRule(name), ruleHelp(name, registry)));
      return [];
    }
    const [severityName, options] = typeof entry === "string" ? [entry] : entry;
    const severity = reportSeverity(severityName);
    if (options === undefined) return ids.map((id) => ({ id, severity, options: undefined }));
    if (name.includes("*")) {
      issues.push(
        issueAt(
          source,
          [...keys, 1],
          "value",
          `"${name}" names several rules, but options belong to a single rule.`,
          "Write the options under the id of the rule.",
        ),
      );
      return [];
    }
    const rule = registry.get(name);
    if (rule === undefined) return [];
    const parsed = rule.options.safeParse(options);
    if (!parsed.success) {
      const place: KeyPath = [...keys, 1];
      const found = configIssues(source, parsed.error.issues, place, (at) =>
        knownKeys(rule.options, at.slice(place.length)),
      );
      for (const issue of found) issues.push(issue);
      return [];
    }
    if (severity === "off") return [{ id: name, severity, options: parsed.data }];
    const loaded = rule.load?.(parsed.data, resourcesFor(source, [...keys, 1], reading));
    return [{ id: name, severity, options: parsed.data, loaded }];
  });
}

/** The ids that a rule id or a wildcard (`image/*`, `*`) names. */
export function matchingRules(name: string, registry: Registry): readonly string[] {
  if (!name.includes("*")) return registry.has(name) ? [name] : [];
  if (globProblem(name) !== undefined) return [];
  const isMatch = globMatcher(name === "*" ? "**" : name);
  return [...registry.keys()].filter((id) => isMatch(id));
}

/** The sentence for a rule nobody knows. */
export function unknownRule(name: string): string {
  return name.includes("*") ? `No rule matches "${name}".` : `The rule "${name}" does not exist.`;
}

/** Advice for a rule nobody knows: the nearest id, or else how to list them. */
export function ruleHelp(name: string, registry: Registry): string {
  const families = [...new Set([...registry.keys()].map((id) => `${id.split("/")[0]}/*`))];
  const near =
    nearestWord(name, name.includes("*") ? families : registry.keys()) ??
    nearestName(name, registry);
  return near === undefined ? "Run copydesk rules to see all rules." : `Did you mean "${near}"?`;
}

/** `alt-missing` for `image/alt-missing`: the family was forgotten. */
function nearestName(name: string, registry: Registry): string | undefined {
  return [...registry.keys()].find((id) => id.split("/")[1] === name.split("/").at(-1));
}
