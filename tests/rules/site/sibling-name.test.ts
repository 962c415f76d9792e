import rule from "../../../rules/site/sibling-name.js";
import { testRule } from "../../../src/testing/test-rule.js";

const NAMES = ["boat", "crane", "dock", "fish", "gull", "inn", "jetty", "kelp", "log"];
const install = (names: string): string => `\`\`\`sh\n$ npm install -D ${names}\n\`\`\`\n`;
const articles = NAMES.map((name) => ({
  path: `docs/plugin-${name}.md`,
  text: install(`@quay/plugin-${name}`),
}));

testRule(rule, {
  valid: [
    {
      name: "a page that installs several things, or what no page is about",
      path: "docs/plugin-moon.md",
      text: install("@quay/plugin-boat @quay/core"),
      articles: [...articles, { path: "docs/plugin-sun.md", text: install("@quay/core") }],
    },
    {
      name: "a folder of which too few pages install what they are about",
      path: "docs/plugin-moon.md",
      text: install("@quay/plugin-boat"),
      articles: articles.slice(0, 7),
    },
    {
      name: "two pages of ten that install another plugin",
      path: "docs/plugin-moon.md",
      text: install("@quay/plugin-boat"),
      articles: [...articles, { path: "docs/plugin-sun.md", text: install("@quay/plugin-boat") }],
    },
    {
      name: "a page without a command",
      path: "docs/plugin-moon.md",
      text: "`npm install @quay/plugin-boat`\n",
      articles,
    },
  ],
  invalid: [
    {
      name: "a page that was copied from that of another plugin",
      path: "docs/plugin-moon.md",
      text: install("@quay/plugin-boat@1.2"),
      articles,
      findings: [{ messageId: "installs", text: "@quay/plugin-boat" }],
    },
  ],
});
