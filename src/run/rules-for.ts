import type { RuleSetting } from "../lint/contract.js";

/** The rules that look at an article. Equal settings give equal lists: large sites hold one for each article. */
export function rulesFor(
  rules: readonly RuleSetting[],
  isContext: boolean,
  isTooLarge: boolean,
): readonly RuleSetting[] {
  // Of a file that was not read only this can be said; other rules would miss what it does hold.
  if (isTooLarge) return rules.filter(({ rule }) => rule.role !== undefined);
  return isContext ? siteRulesOf(rules) : rules;
}

const knownSiteRules = new WeakMap<readonly RuleSetting[], readonly RuleSetting[]>();

function siteRulesOf(rules: readonly RuleSetting[]): readonly RuleSetting[] {
  const known = knownSiteRules.get(rules) ?? rules.filter(({ rule }) => rule.stages.site);
  knownSiteRules.set(rules, known);
  return known;
}
