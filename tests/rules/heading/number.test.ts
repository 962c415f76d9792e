import rule from "../../../rules/heading/number.js";
import { testRule } from "../../../src/testing/test-rule.js";

const headings = (...texts: string[]) => texts.map((text) => `## ${text}\n`).join("\n");

testRule(rule, {
  valid: [
    {
      name: "two numbers without a word, without names, under other headings, and in the text",
      text: "# A\n\n## 1. Ropes\n\n## 1. Nets\n\n# B\n\n## Option 1\n\n## Option 1\n\n# C\n\n## Tip 1: Ropes\n\n# D\n\n## Tip 1: Nets\n\nStep 1: a\n\nStep 1: b\n",
    },
    {
      name: "a number that a digit follows",
      text: headings("1.A", "2.B", "3.C", "4.3D", "5.E", "6.F"),
    },
    {
      name: "versions and years",
      text: headings("1.2 Nets", "1.2 Sails", "1.2 Masts", "2021. Tides"),
    },
    { name: "numbers from another one on", text: headings("4. A", "5. B", "5. C", "7. D") },
    {
      name: "several numbers out of place",
      text: headings("1. A", "1. B", "2. C", "2. D", "3. E"),
    },
    { name: "a list of best things", text: headings("3. A", "2. B", "1. C") },
    {
      name: "the number of a heading of another level",
      text: `${headings("1. A", "2. B", "3. C")}\n### 4. D\n\n${headings("5. E", "6. F")}`,
    },
    {
      name: "one of two branches",
      text: "## 1. A\n\n## 2. B\n\n{% if x %}\n## 3. C\n{% else %}\n## 3. D\n{% endif %}\n\n## 4. E\n",
      engine: "jekyll",
    },
    {
      name: "captions in two languages",
      text: "Figure 1: A\n\nFigure 1: B\n\nFigure 2: A\n\nFigure 2: B\n",
    },
    {
      name: "sentences about figures and steps",
      text: "Figure 1 shows nets.\n\nFigure 1 shows boats.\n\nStep 1 is short.\n\nStep 2 is long.\n\nStep 2 ends.\n",
    },
    { name: "a list within a list", text: "1、a\n（1）b\n（2）c\n2、d\n（1）e\n（2）f\n3、g\n" },
    { name: "steps of two procedures", text: "1、a\n\n2、b\n\n1、c\n\n2、d\n\n3、e\n" },
  ],
  invalid: [
    {
      name: "two headings that are both the first solution",
      text: "## Solution 1: Ropes\n\na\n\n## Solution 1: Nets\n\nb\n",
      findings: [{ messageId: "repeated", at: "5:1-5:20" }],
      suggested: ["## Solution 1: Ropes\n\na\n\n## Solution 2: Nets\n\nb\n"],
      variants: [],
    },
    {
      name: "deep numbers",
      text: headings("2.1 Nets", "2.2 Sails", "2.2 Masts", "2.4 Tides"),
      findings: [{ messageId: "repeated", text: "## 2.2 Masts" }],
      suggested: [headings("2.1 Nets", "2.2 Sails", "2.3 Masts", "2.4 Tides")],
    },
    {
      name: "the first number again",
      text: headings("1) A", "1) B", "3) C", "4) D"),
      findings: [{ messageId: "repeated", text: "## 1) B" }],
      suggested: [headings("1) A", "2) B", "3) C", "4) D")],
    },
    {
      name: "Chinese numbers",
      text: headings("第一步 A", "第二步 B", "第二步 C", "第三步 D"),
      findings: [{ messageId: "repeated", text: "## 第二步 C" }],
    },
    {
      name: "lines with numbers",
      text: "① A\n② B\n② C\n④ D\n",
      findings: [{ messageId: "repeated", text: "② C" }],
    },
    {
      name: "captions of listings",
      text: "<figure><figcaption>Listing 4-2: A</figcaption></figure>\n<figure><figcaption>Listing 4-2: B</figcaption></figure>\n",
      path: "a.html",
      findings: [{ messageId: "caption", text: "Listing 4-2: B" }],
    },
  ],
});
