import { describe, expect, it } from "vitest";
import rule from "../../../rules/text/repeated-sentence.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const LONG =
  "The harbour master says that the new quay will open in spring, if the money comes in time.";
const OTHER =
  "Nobody in the town hall wanted to say on Monday who is going to pay for the three cranes.";
const CJK = "会议将在下周三上午继续举行，届时各方代表都会提交各自修改后的完整方案并逐条进行说明。";

testRule(rule, {
  valid: [
    {
      name: "a short emphasis, and one sentence between two",
      text: "It rained. It rained. We were glad of it. So it was. We were glad of it.\n",
    },
    { name: "a whole paragraph, which another rule reports", text: `${LONG}\n\n${LONG}\n` },
    { name: "a short sentence", text: "It rained. So it was. It rained.\n" },
    { name: "items of two lists", text: `- ${LONG} A.\n\nOr:\n\n- ${LONG} B.\n` },
    {
      name: "other numbers",
      text: `Up to 10: ${LONG} And 2 more.\n\nUp to 20: ${LONG.replace("spring", "2026")} Well.\n`,
    },
    {
      name: "definitions of Markdown",
      text: `Quay\n: A quay. ${LONG}\n\nPier\n: A pier. ${LONG}\n`,
    },
    {
      name: "entries of two functions",
      text: `## moor()\n\nA boat. ${LONG}\n\n## unmoor()\n\nNo boat. ${LONG}\n`,
    },
    { name: "a refrain", text: `A. ${LONG}\n\nB. ${LONG}\n\nC. ${LONG}\n\nD. ${LONG}\n` },
    { name: "a table", text: `| ${LONG} A. |\n| --- |\n\n${LONG} B.\n` },
    { name: "a pull quote", text: `${LONG} It is so.\n\n<aside>${LONG}</aside>\n` },
    {
      name: "boilerplate of three articles",
      text: `Well then. ${LONG}\n\n${LONG}\n`,
      articles: [
        { path: "b.md", text: `${LONG}\n` },
        { path: "c.md", text: `${LONG}\n` },
      ],
    },
    {
      name: "a higher weight asked for",
      text: `${LONG} ${OTHER} ${LONG}\n`,
      options: { minWeight: 200 },
    },
  ],
  invalid: [
    {
      name: "a short sentence right after itself",
      text: "Your numbers let you find the latest chart at once. Now, that ability is lost. Now, that ability is lost.\n",
      findings: [{ messageId: "repeated", text: "Now, that ability is lost." }],
    },
    {
      name: "a sentence twice in one paragraph",
      text: `${LONG} ${OTHER} ${LONG}\n`,
      findings: [{ messageId: "repeated", text: LONG, related: ["1:1-1:91"] }],
    },
    {
      name: "a paragraph inside a longer one",
      text: `${CJK}\n\n发言人说。${CJK}会议结束。\n`,
      findings: [{ messageId: "repeated", text: CJK, related: ["1:1-1:43"] }],
    },
    {
      name: "several sentences as one passage",
      text: `${LONG} ${OTHER} It rained.\n\nWell then. ${LONG} ${OTHER} It snowed.\n`,
      findings: [{ messageId: "repeated", text: `${LONG} ${OTHER}`, related: ["1:1-1:181"] }],
    },
    {
      name: "short sentences that make a long passage",
      text: "The quay is new and wide. The cranes are high and red. The ships are old and slow, alas. Why?\n\nSo we read: The quay is new and wide. The cranes are high and red. The ships are old and slow, alas. But.\n",
      options: { minWeight: 60 },
      findings: [
        {
          messageId: "repeated",
          text: "The cranes are high and red. The ships are old and slow, alas.",
        },
      ],
    },
    {
      name: "an item and a paragraph",
      text: `- ${LONG} So it is.\n\n${LONG} So it was.\n`,
      findings: [{ messageId: "repeated", text: LONG, at: "3:1-3:91" }],
    },
    {
      name: "a lower similarity asked for",
      text: `${LONG} ${LONG.replace("in time", "at all")}\n`,
      options: { similarity: 0.6 },
      findings: [{ messageId: "similar", text: LONG.replace("in time", "at all") }],
    },
  ],
});

describe("text/repeated-sentence", () => {
  it("takes time in proportion to the text", () => {
    const sentences = Array.from(
      { length: 30_000 },
      (_, at) =>
        `The ship number ${at % 9000} came in on day ${at} with coal, corn, copper and a crew of many men.`,
    );
    const text = `${sentences.join(" ")}\n`;
    const started = performance.now();
    const { crashes } = checkTexts([{ path: "a.md", text }], { rules: [{ rule }] });
    expect(crashes).toEqual([]);
    // Squared time would be minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});
