import { describe, expect, it } from "vitest";
import rule from "../../../rules/text/duplicate-paragraph.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const LONG = "The harbour master says that the new quay will open in spring, if the money comes.";
const OTHER = "Nobody in the town hall wanted to say on Monday who is going to pay for the cranes.";

testRule(rule, {
  valid: [
    { name: "a short paragraph", text: "The quay opens.\n\nThe quay opens.\n" },
    { name: "29 Chinese characters", text: `${"字".repeat(28)}。\n\n${"字".repeat(28)}。\n` },
    { name: "a lead-in", text: `${LONG.replace(/\.$/, ":")}\n\n${LONG.replace(/\.$/, ":")}\n` },
    { name: "no final mark", text: `${LONG.slice(0, -1)}\n\n${LONG.slice(0, -1)}\n` },
    { name: "other punctuation", text: `${LONG}\n\n${LONG.replace(",", ";")}\n` },
    { name: "a table", text: `| ${LONG} |\n| --- |\n| ${LONG} |\n` },
    { name: "code", text: `\`\`\`\n${LONG}\n\`\`\`\n\n\`\`\`\n${LONG}\n\`\`\`\n` },
    { name: "a heading", text: `# ${LONG}\n\n## ${LONG}\n` },
    { name: "a pull quote", path: "a.html", text: `<p>${LONG}</p><aside><p>${LONG}</p></aside>` },
    {
      name: "a quotation marked as one",
      path: "a.html",
      text: `<p>${LONG}</p><blockquote class="pullquote">${LONG}</blockquote>`,
    },
    { name: "steps of two procedures", text: `1. ${LONG}\n\nOr:\n\n1. ${LONG}\n` },
    {
      name: "sections of two functions, options, versions or tasks",
      text: `## \`moor\` of boats\n\n${LONG}\n\n## \`cast\` of boats\n\n${LONG}\n\n# Boats 2.4\n\n${OTHER}\n\n# Boats 2.5\n\n## Notes\n\n${OTHER}\n`,
    },
    {
      name: "sections of two signatures, and of words that are names by their small letter",
      text: `### moor(boat, options)\n\n${LONG}\n\n### unmoor(boat)\n\n${LONG}\n\n#### path\n\n${OTHER}\n\n#### domain\n\n${OTHER}\n`,
    },
    {
      name: "definitions of two terms",
      path: "a.html",
      text: `<dl><dt>Quay</dt><dd>${LONG}</dd><dt>Pier</dt><dd>${LONG}</dd></dl>`,
    },
    { name: "four copies, which are a refrain", text: `${LONG}\n\n`.repeat(4) },
    { name: "inside a longer paragraph", text: `${LONG}\n\n${OTHER} ${LONG}\n` },
    { name: "text of a comment", text: `${LONG}\n\n<!-- ${LONG} -->\n` },
    {
      name: "boilerplate of three articles",
      text: `${LONG}\n\n${LONG}\n`,
      articles: [
        { path: "b.md", text: `${LONG}\n` },
        { path: "c.md", text: `${LONG}\n` },
      ],
    },
    {
      name: "an ignored text",
      text: `${LONG}\n\n${LONG}\n`,
      options: { ignore: ["harbour master"] },
    },
    {
      name: "a higher weight asked for",
      text: `${LONG}\n\n${LONG}\n`,
      options: { minWeight: 200 },
    },
  ],
  invalid: [
    {
      name: "sections of prose, and one entry twice",
      text: `## The quay\n\n${LONG}\n\n## The money\n\n${LONG}\n\n## \`moor\`\n\n${OTHER}\n\nWell.\n\n${OTHER}\n`,
      findings: [
        { messageId: "repeated", text: LONG },
        { messageId: "repeated", text: OTHER },
      ],
    },
    {
      name: "also in translations that wait for the text",
      path: "docs/a.md",
      text: `${LONG}\n\n${OTHER}\n\n${LONG}\n`,
      articles: [
        { path: "fr/docs/a.md", text: `${LONG}\n` },
        { path: "ja/docs/a.md", text: `${LONG}\n` },
      ],
      findings: [{ messageId: "repeated", text: LONG, path: "docs/a.md" }],
      variants: ["crlf", "bom"],
    },
    {
      name: "a caption pasted into the body",
      text: `<figure>\n<img src="a.png" alt="A">\n<figcaption>${LONG}</figcaption>\n</figure>\n\n${LONG}\n\nThe end.\n`,
      findings: [{ messageId: "repeated", text: LONG, at: "6:1-6:83", related: ["3:13-3:95"] }],
      suggested: [
        `<figure>\n<img src="a.png" alt="A">\n<figcaption>${LONG}</figcaption>\n</figure>\n\nThe end.\n`,
      ],
    },
    {
      name: "30 Chinese characters",
      text: `${"字".repeat(29)}。\n\n${"字".repeat(29)}。\n`,
      findings: [{ messageId: "repeated", at: "3:1-3:31", severity: "warning" }],
    },
    {
      name: "width, case, spacing and inline markup aside",
      text: `${LONG}\n\n${LONG.replace("new quay", "**NEW**\nquay").replace("2", "２")}\n`,
      findings: [{ messageId: "repeated", related: ["1:1-1:83"], at: "3:1-4:46" }],
    },
    {
      name: "bare text between line breaks",
      path: "a.html",
      text: `<div>${LONG}<br>\n<br>${OTHER}<br>\n<br>${LONG}<br>\n<br>The end.</div>`,
      findings: [{ messageId: "repeated", text: LONG, related: ["1:6-1:88"] }],
      suggested: [`<div>${LONG}<br>\n<br>${OTHER}<br>\n<br>The end.</div>`],
    },
    {
      name: "an item twice in one list",
      text: `- ${LONG}\n- ${OTHER}\n- ${LONG}\n`,
      findings: [{ messageId: "repeated", text: LONG, at: "3:3-3:85" }],
      suggested: [`- ${LONG}\n- ${OTHER}\n`],
    },
    {
      name: "a definition and a quotation",
      path: "a.html",
      text: `<dl><dt>Quay</dt><dd>${LONG}</dd></dl>\n<blockquote><p>${LONG}</p></blockquote>\n`,
      findings: [{ messageId: "repeated", text: LONG }],
      suggested: [`<dl><dt>Quay</dt><dd>${LONG}</dd></dl>\n<blockquote></blockquote>\n`],
    },
    {
      name: "three copies, two of them findings",
      text: `${LONG}\n\n${OTHER}\n\n${LONG}\n\nBut.\n\n${LONG}\n`,
      findings: [
        { messageId: "repeated", at: "5:1-5:83", related: ["1:1-1:83"] },
        { messageId: "repeated", at: "9:1-9:83", related: ["1:1-1:83"] },
      ],
    },
    {
      name: "a passage",
      text: `${LONG}\n\n${OTHER}\n\nBut.\n\n${LONG}\n\n${OTHER}\n`,
      findings: [{ messageId: "passage", at: "7:1-9:84", related: ["1:1-3:84"] }],
      suggested: [`${LONG}\n\n${OTHER}\n\nBut.\n`],
    },
    {
      name: "a copy that two articles share",
      text: `${LONG}\n\n${LONG}\n`,
      articles: [{ path: "b.md", text: `${LONG}\n` }],
      findings: [{ messageId: "repeated", text: LONG }],
    },
  ],
});

describe("text/duplicate-paragraph", () => {
  it("offers no deletion where something else stands in the element", () => {
    const text = `${LONG}\n\n${LONG} ![Quay](quay.png)\n`;
    const { results } = checkTexts([{ path: "a.md", text }], { rules: [{ rule }] });
    expect(results[0]?.findings.map(({ suggestions }) => suggestions)).toEqual([[]]);
  });
});
