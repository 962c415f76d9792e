const RULE_PAGES = "https://github.com/copydesk/copydesk/blob/main/rules/";

/** Address of the page of one of copydesk's own rules. */
export function rulePageUrl(rule: string): string {
  return `${RULE_PAGES}${rule}.md`;
}
