import rule from "../../../rules/heading/order.js";
import { testRule } from "../../../src/testing/test-rule.js";

const TITLED = "---\ntitle: A\n---\n";

testRule(rule, {
  valid: [
    {
      name: "parts of an article, each with sections",
      text: "# Bow\n\n## Ropes\n\n## Sails\n\n# Stern\n\n## Helm\n\n## Flag\n",
    },
    { name: "one level at a time", text: `${TITLED}## A\n\n### B\n\n#### C\n\n## D\n` },
    { name: "no title: the first heading sets the level", text: "### A\n\n#### B\n\n### C\n" },
    { name: "a title of another level", text: `${TITLED}### A\n`, options: { titleLevel: 2 } },
    {
      name: "a title the theme does not show",
      text: `${TITLED}#### A\n`,
      options: { titleLevel: 0 },
    },
    { name: "an empty title", text: "---\ntitle: ''\n---\n### A\n" },
    { name: "a quotation's own headings", text: "# A\n\n> ##### B\n\n## C\n" },
    {
      name: "hidden headings",
      path: "a.html",
      text: "<h1>A</h1><h5 hidden>B</h5><div aria-hidden=true><h6>C</h6></div><h2>D</h2>",
    },
    {
      name: "headings whose role is another",
      path: "a.html",
      text: "<h1>A</h1><h4 role=presentation>B</h4>",
    },
    {
      name: "the level an aria-level gives",
      path: "a.html",
      text: "<h1>A</h1><h4 aria-level=2>B</h4>",
    },
    {
      name: "headings in code and comments",
      text: "# A\n\n```\n#### B\n```\n\n<!-- <h4>C</h4> -->\n",
    },
    { name: "a first level asked for", text: `${TITLED}### A\n`, options: { min: 3 } },
  ],
  invalid: [
    {
      name: "a skip from Markdown to HTML",
      text: "## A\n\n<h4 id=b>B</h4>\n",
      findings: [{ messageId: "skipped", text: "<h4 id=b>B</h4>", severity: "warning" }],
      suggested: ["## A\n\n<h3 id=b>B</h3>\n"],
    },
    {
      name: "the first heading below the title",
      text: `${TITLED}Text.\n\n### A\n\n#### B\n`,
      findings: [{ messageId: "after-title", at: "6:1-6:6" }],
      suggested: [`${TITLED}Text.\n\n## A\n\n#### B\n`],
    },
    {
      name: "the same skip again as one finding, another skip as its own",
      text: "# A\n\n## B\n\n#### C\n\n## D\n\n#### E\n\n###### F\n",
      findings: [
        { messageId: "skipped", at: "5:1-5:7", related: ["9:1-9:7"] },
        { messageId: "skipped", at: "11:1-11:9" },
      ],
      suggested: [
        "# A\n\n## B\n\n### C\n\n## D\n\n### E\n\n###### F\n",
        "# A\n\n## B\n\n#### C\n\n## D\n\n#### E\n\n##### F\n",
      ],
    },
    {
      name: "a heading by role",
      path: "a.html",
      text: "<h2>A</h2><div role=heading aria-level=4>B</div>",
      findings: [{ messageId: "skipped", text: "<div role=heading aria-level=4>B</div>" }],
    },
    {
      name: "headings inside a quotation mark are not the article's, those after it are",
      text: "# A\n\n> ## Q\n\n### B\n",
      findings: [{ messageId: "skipped", at: "5:1-5:6" }],
    },
    {
      name: "levels outside the house's",
      text: "# A\n\n## B\n\n### C\n",
      options: { min: 2, max: 2 },
      findings: [
        { messageId: "too-high", at: "1:1-1:4" },
        { messageId: "too-deep", at: "5:1-5:6" },
      ],
    },
    {
      name: "a closed Markdown heading",
      text: "# A\n\n### B ###\n",
      findings: [{ messageId: "skipped", at: "3:1-3:10" }],
      suggested: ["# A\n\n## B ###\n"],
    },
  ],
});
