import rule from "../../../rules/heading/id.js";
import { testRule } from "../../../src/testing/test-rule.js";

const vitepress = { engine: "vitepress", path: "a.md", options: { least: 3 } } as const;
const named = "## High {#high}\n\n## Low {#low}\n\n## Slack {#slack}\n";

testRule(rule, {
  valid: [
    { name: "ids everywhere", ...vitepress, text: `# Tides\n\n${named}` },
    { name: "two headings without", ...vitepress, text: `${named}\n## Ebb\n\n## Flood\n` },
    {
      name: "an article without ids on a site with them",
      ...vitepress,
      text: "## Ebb\n",
      articles: [{ path: "b.md", text: named }],
      variants: false,
    },
    {
      name: "a habit that few headings show",
      ...vitepress,
      options: {},
      text: `${named}\n## Ebb\n`,
    },
  ],
  invalid: [
    {
      name: "one heading without",
      ...vitepress,
      text: `${named}\n## Ebb\n`,
      findings: [{ messageId: "missing", text: "## Ebb" }],
    },
    {
      name: "ids in comments of MDX",
      engine: "docusaurus",
      path: "docs/a.mdx",
      options: { least: 2 },
      text: "## High {/* #high */}\n\n## Low {/* #low */}\n\n### Ebb\n",
      findings: [{ messageId: "missing", text: "### Ebb" }],
    },
    {
      name: "a heading whose sisters are in another article",
      ...vitepress,
      options: { least: 5 },
      text: "## A {#a}\n\n## B {#b}\n\n## C\n",
      articles: [{ path: "b.md", text: named }],
      variants: false,
      findings: [{ messageId: "missing", text: "## C" }],
    },
  ],
});
