import rule from "../../../rules/heading/duplicate.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    { name: "other parents", text: "## A\n\n### C\n\n## B\n\n### C\n" },
    { name: "signs that carry meaning", text: "## C\n\n## C++\n\n## C#\n" },
    { name: "what a template prints", text: "## {{ a }}\n\n## {{ a }}\n" },
    { name: "a component of MDX", path: "a.mdx", text: "## <A />\n\n## <A />\n" },
    {
      name: "branches of a template",
      text: "{% if a %}\n\n## A\n\n{% else %}\n\n## A\n\n{% endif %}\n",
    },
    { name: "another level under the same parent", text: "# A\n\n### B\n\n## B\n" },
    { name: "in quotations and code", text: "## A\n\n> ## A\n\n```\n## A\n```\n" },
    { name: "headings without words", text: "## !\n\n## ?\n" },
  ],
  invalid: [
    {
      name: "two of one section, in Markdown and HTML",
      text: "## Use\n\n### Examples\n\n<h3>examples:</h3>\n",
      findings: [
        {
          messageId: "repeated",
          text: "<h3>examples:</h3>",
          severity: "info",
          related: ["3:1-3:13"],
        },
      ],
    },
    {
      name: "the third one as a further place",
      text: "## A\n\n## B\n\n## A\n\n## A {#other}\n",
      findings: [{ messageId: "repeated", at: "5:1-5:5", related: ["1:1-1:5", "7:1-7:14"] }],
    },
    {
      name: "all headings compared",
      text: "## A\n\n### C\n\n## B\n\n#### C\n",
      options: { siblingsOnly: false },
      findings: [{ messageId: "repeated", at: "7:1-7:7", related: ["3:1-3:6"] }],
    },
    {
      name: "headings above the first section",
      text: "### A\n\n### A\n\n## B\n",
      findings: [{ messageId: "repeated", at: "3:1-3:6", related: ["1:1-1:6"] }],
    },
  ],
});
