import type { Rule, Severity } from "../rule/index.js";

const ORDER: readonly Severity[] = ["error", "warning", "info"];
const MARKS = { safe: "fix", suggestion: "suggestion" } as const;

/**
 * The rules as a page of Markdown: by family, with severities and fixes. `docs/rules.md` is this page.
 *
 * @param rules sorted by id
 * @param hasPage whether a rule has its own page
 */
export function rulesPage(
  rules: readonly Rule[],
  hasPage: (rule: Rule) => boolean = () => true,
): string {
  const families = new Map<string, Rule[]>();
  for (const rule of rules) {
    const family = rule.id.slice(0, rule.id.indexOf("/"));
    families.set(family, [...(families.get(family) ?? []), rule]);
  }
  const recommended = rules.filter((rule) => rule.recommended).length;
  const parts = [
    "<!-- Generated: copydesk rules --format md. Do not edit. -->",
    "",
    "# Rules",
    "",
    `${rules.length} rules, ${recommended} of them in the \`recommended\` preset. \`copydesk explain <rule>\` prints the page of a rule.`,
    "A *fix* is always safe to apply; a *suggestion* needs a person to decide.",
    ...[...families].flatMap(([family, members]) => [
      "",
      `## ${family}`,
      "",
      "| rule | summary | severity | fixes | recommended |",
      "|---|---|---|---|---|",
      ...members.map((rule) => row(rule, hasPage(rule))),
    ]),
  ];
  return `${parts.join("\n")}\n`;
}

function row(rule: Rule, hasPage: boolean): string {
  const severities = new Set(Object.values(rule.messages).map(({ severity }) => severity));
  const cells = [
    hasPage ? `[${rule.id}](../rules/${rule.id}.md)` : cell(rule.id),
    cell(rule.summary),
    ORDER.filter((severity) => severities.has(severity)).join(", "),
    rule.fixes.map((kind) => MARKS[kind]).join(", "),
    rule.recommended ? "yes" : "",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Text that stays in its cell and shows tags as written. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
