import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineRule, type Rule } from "../../src/rule/index.js";
import { checkPage } from "../../src/testing/check-page.js";

/** Reports every `<b>`, and offers to drop it. */
const bold = defineRule({
  id: "text/bold",
  summary: "Nothing is bold",
  fixes: ["suggestion"],
  options: z.strictObject({ most: z.number().default(3).describe("How many are fine") }),
  messages: { bold: { severity: "warning", what: "It is bold.", why: "", help: "Drop it." } },
  check: ({ report }) => ({
    b(element) {
      const start = element.position?.start.offset ?? 0;
      const end = element.position?.end.offset ?? 0;
      const suggestions = [{ message: "Drop it", edits: [{ start, end, text: "" }] }];
      report({ messageId: "bold", range: { start, end }, suggestions });
    },
  }),
});

const PAGE = `# text/bold

## What it flags

## What it does not flag

## Options

| name | default | meaning |
|---|---|---|
| \`most\` | \`3\` | How many are fine |

## Examples

\`\`\`html example
a <b>c</b>
\`\`\`

\`\`\`text output
1:3-1:11 warning bold It is bold.
  help: Drop it.
  suggestion: Drop it
\`\`\`

\`\`\`html fixed
a${" "}
\`\`\`

\`\`\`html example
a
\`\`\`

\`\`\`text output
no findings
\`\`\`
`;

const check = (rule: Rule, page = PAGE) => checkPage(rule, page, { knownRules: [rule.id] });

/** The same rule, saying something else than it declares. */
const saying = (report: object): Rule => ({
  ...bold,
  check: (context) => ({
    b() {
      // The types forbid this; a cast in a rule could do it all the same.
      Reflect.apply(context.report, context, [{ range: { start: 0, end: 1 }, ...report }]);
    },
  }),
});

describe("checkPage", () => {
  it("passes a page that shows everything", () => {
    expect(check(bold)).toEqual({ problems: [], refreshed: PAGE });
  });

  it.each<[string, Rule, string, string]>([
    ["an undocumented option", bold, PAGE.replace("| `most`", "| `least`"), '"most" is not'],
    [
      "an option that does not exist",
      bold,
      PAGE.replace("| `most`", "| `a` | `1` | b |\n$&"),
      '"a"',
    ],
    ["another default", bold, PAGE.replace("`3`", "`4`"), 'default of "most" is 3, not 4'],
    ["stale output", bold, PAGE.replace("It is bold.", "It was."), "line 15 is stale"],
    ["a stale fixed text", bold, PAGE.replace("a \n", "b\n"), "fixed text in line 25 is stale"],
    ["a missing section", bold, PAGE.replace("not flag", "not"), '"What it does not flag"'],
    ["another title", bold, PAGE.replace("# text/bold", "# bold"), 'heading is "bold"'],
    ["no quiet example", bold, PAGE.replace("\na\n", "\n<b></b>\n"), "not flagged"],
    [
      "a message that no example shows",
      {
        ...bold,
        messages: { ...bold.messages, other: { severity: "info", what: "", why: "", help: "" } },
      },
      PAGE,
      'the message "other"',
    ],
    [
      "a fix that no example has",
      { ...bold, fixes: ["safe", "suggestion"] },
      PAGE,
      'declares "safe"',
    ],
  ])("complains about %s", (_what, rule, page, problem) => {
    expect(page !== PAGE || rule !== bold).toBe(true);
    expect(check(rule, page).problems.join("\n")).toContain(problem);
  });

  it("complains about a repair that no fixed text shows", () => {
    const page = PAGE.replace("```html fixed\na \n```\n", "");
    expect(check(bold, page).problems).toEqual([
      'text/bold: no "fixed" text shows the repair of "bold".',
    ]);
  });

  it.each([
    ["an unknown message id", { messageId: "other" }, /unknown message "other"/],
    ["an undeclared fix", { messageId: "bold", fix: [] }, /a fix that it does not declare/],
  ])("throws for %s", (_what, report, reason) => {
    expect(() => check(saying(report))).toThrow(reason);
  });

  it("throws for an undeclared suggestion", () => {
    expect(() => check({ ...bold, fixes: [] })).toThrow(/a suggestion that it does not declare/);
  });
});
