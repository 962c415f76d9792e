import { builtInRules } from "../../config/built-in-rules.js";
import { matchingRules, ruleHelp, unknownRule } from "../../config/resolve/rule-changes.js";
import { globMatcher } from "../../patterns/globs.js";
import type { Edit, Finding } from "../../rule/index.js";
import type { RunOutcome } from "../outcome.js";
import { UsageError } from "../usage-error.js";

/** Which changes are asked for. */
export interface ChosenFixes {
  /** Also suggestions, where a finding has exactly one. */
  readonly suggestions: boolean;
  /** Ids and globs; every rule when empty. */
  readonly rules: readonly string[];
}

/**
 * Which rules are meant.
 *
 * @throws {UsageError} for one that does not exist
 */
export function meantRules(
  { rules }: Pick<ChosenFixes, "rules">,
  { rules: known }: Pick<RunOutcome, "rules">,
): (rule: string) => boolean {
  if (rules.length === 0) return () => true;
  const registry = new Map([...builtInRules.map((rule) => [rule.id, rule] as const), ...known]);
  for (const name of rules) {
    if (matchingRules(name, registry).length === 0)
      throw new UsageError(`--fix-rule: ${unknownRule(name)}`, ruleHelp(name, registry));
  }
  return globMatcher(rules.map((name) => (name === "*" ? "**" : name)));
}

/** Which change of a finding is made. */
export function choiceOf(
  { suggestions: isSuggested }: Pick<ChosenFixes, "suggestions">,
  isMeant: (rule: string) => boolean,
): (finding: Finding) => readonly Edit[] | undefined {
  return ({ rule, fix, suggestions }) => {
    if (!isMeant(rule)) return undefined;
    if (fix !== undefined) return fix;
    const [only, ...others] = suggestions;
    return isSuggested && others.length === 0 ? only?.edits : undefined;
  };
}
