import rule from "../../../rules/heading/fake.js";
import { testRule } from "../../../src/testing/test-rule.js";

/** Enough paragraphs for one look to be the exception. */
const REST = "\nOne.\n\nTwo.\n\nThree.\n";
const HTML_REST = "<p>One.</p><p>Two.</p><p>Three.</p>";

testRule(rule, {
  valid: [
    { name: "one over another that is a label", text: `**A**\n\n**B**\n\n![C](c.png)\n${REST}` },
    { name: "bold within a sentence", text: `**A** and more\n${REST}` },
    {
      name: "a question among other headings",
      text: "## A?\n\nOne.\n\n## B\n\nTwo.\n\n**C?**\n\nThree.\n\n## D?\n\nFour.\n\n## E?\n\nFive.\n\n## F\n\nSix.\n",
    },
    { name: "final marks", text: `**Note:**\n${REST}\n**Really?**\n\nYes.\n` },
    { name: "long lines", text: `**${"Words ".repeat(12)}**\n${REST}` },
    { name: "beside a picture", text: `![A](a.png)\n\n**A quay**\n${REST}` },
    { name: "before a picture", text: `**A quay**\n\n![A](a.png)\n${REST}` },
    { name: "a label of code", text: `**A quay**\n\n\`\`\`\na\n\`\`\`\n${REST}` },
    {
      name: "the last line (cjk puts text behind it)",
      variants: false,
      text: `${REST}\n**End**\n`,
    },
    { name: "above a heading", text: `**Quay**\n\n## A\n${REST}` },
    { name: "list items and quotations", text: `- **Quay**\n\n> **Quay**\n>\n> A.\n${REST}` },
    { name: "what a template prints", text: `**{{ a }} quay**\n${REST}` },
    {
      name: "most of the article",
      text: "**Quay**\n\nOne.\n\n**Boats**\n\nTwo.\n\n**Fish**\n\nThree.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "lines of an address",
      path: "a.html",
      text: `<p><strong>The Quay</strong><br>1 Street<br>Town</p>${HTML_REST}`,
    },
    { name: "the length of the article", text: `**本文 4812 字 阅读 8 分钟**\n${REST}` },
    { name: "a lead-in", text: `**发布详情如下**\n${REST}` },
    { name: "a shorter limit", options: { maxWeight: 3 }, text: `**Quay**\n${REST}` },
    {
      name: "a size like that of text",
      path: "a.html",
      text: `<p style="font-size:14px">Quay</p>${HTML_REST}`,
    },
  ],
  invalid: [
    {
      name: "a question among headings that are questions, at their level",
      text: "# Harbour\n\n### A？\n\nOne.\n\n### B?\n\nTwo.\n\n**C?**\n\nThree.\n\n### D?\n\nFour.\n\n### E?\n\nFive.\n",
      findings: [{ messageId: "bold", text: "C?" }],
      suggested: [
        "# Harbour\n\n### A？\n\nOne.\n\n### B?\n\nTwo.\n\n### C?\n\nThree.\n\n### D?\n\nFour.\n\n### E?\n\nFive.\n",
      ],
    },
    {
      name: "one over another",
      text: `## A\n\n**Harbour**\n\n**Quay**\n${REST}\nFour.\n\nFive.\n`,
      findings: [{ messageId: "bold", text: "Harbour", related: ["5:3-5:7"] }],
      suggested: [`## A\n\n### Harbour\n\n### Quay\n${REST}\nFour.\n\nFive.\n`],
    },
    {
      name: "the last of a list of bold lines",
      text: `**A**\n\n**B**\n\n**C**\n\n**D**\n${REST}${REST}${REST}`,
      findings: [{ messageId: "bold", text: "D" }],
      suggested: [`**A**\n\n**B**\n\n**C**\n\n## D\n${REST}${REST}${REST}`],
    },
    {
      name: "bold, in both ways of Markdown",
      text: `## A\n\n**Quay**\n${REST}\n__Boats__\n\nFour.\n\nFive.\n`,
      findings: [{ messageId: "bold", text: "Quay", severity: "info", related: ["11:3-11:8"] }],
      suggested: [`## A\n\n### Quay\n${REST}\n### Boats\n\nFour.\n\nFive.\n`],
    },
    {
      name: "bold CJK text",
      text: `**背景简介**\n${REST}`,
      findings: [{ messageId: "bold", text: "背景简介" }],
      suggested: [`## 背景简介\n${REST}`],
    },
    {
      name: "bold in HTML",
      path: "a.html",
      text: `<p class=x><b>Quay</b></p>${HTML_REST}`,
      findings: [{ messageId: "bold", text: "Quay" }],
      suggested: [`<h2>Quay</h2>${HTML_REST}`],
    },
    {
      name: "a style that makes the paragraph bold",
      path: "a.html",
      text: `<p style="font-weight: 700">Quay</p>${HTML_REST}`,
      findings: [{ messageId: "bold", text: "Quay" }],
    },
    {
      name: "large between line breaks, as feeds have it",
      path: "a.html",
      text: `<div>One.<br>\n<br><strong><font size="4">Quay</font></strong><br>\n<br>Two.<br>\n<br>Three.</div>`,
      findings: [{ messageId: "large", text: "Quay" }],
    },
    {
      name: "every unit of size (front matter and cjk would move the columns)",
      variants: ["crlf"],
      path: "a.html",
      text: `${["20px", "15pt", "1.5em", "150%", "x-large"].map((size, index) => `<p><span style="font-size:${size}">Quay ${index}</span></p>${HTML_REST}`).join("")}`,
      findings: [
        {
          messageId: "large",
          text: "Quay 0",
          related: ["1:117-1:123", "1:202-1:208", "1:286-1:292", "1:373-1:379"],
        },
      ],
    },
    {
      name: "brackets",
      text: `【码头】\n${REST}`,
      findings: [{ messageId: "brackets", text: "【码头】" }],
    },
  ],
});
