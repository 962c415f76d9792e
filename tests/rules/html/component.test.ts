import rule from "../../../rules/html/component.js";
import { testRule } from "../../../src/testing/test-rule.js";

const docusaurus = { engine: "docusaurus", path: "docs/a.md" } as const;
const vitepress = { engine: "vitepress", path: "a.md" } as const;

const listing = (number: number): string => `<Listing number="2-${number}">Ropes.</Listing>\n\n`;
const listings = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => listing(from + at)).join("");

testRule(rule, {
  valid: [
    {
      name: "chapters that count from one, and editions with the same numbers",
      engine: "mdbook",
      path: "src/a.md",
      text: listing(1) + listing(2),
      articles: [
        { path: "src/b.md", text: listings(1, 21) },
        { path: "src/de/a.md", text: listing(1) },
      ],
    },
    {
      name: "a component of the theme next to one that the script imports and the page uses",
      ...vitepress,
      text: '<script setup>\nimport TideTable from "./TideTable.vue";\n</script>\n\n<TideTable />\n\n<TideTables />\n\n<Anchor />\n',
    },
    {
      name: "a component in a sample of a script",
      ...vitepress,
      text: 'In `<script setup>`:\n\n```vue\n  <script setup>\n  import TideTable from "./TideTable.vue";\n  </script>\n```\n\n<TideTables />\n',
    },
    {
      name: "tabs that code lists, spreads and computes",
      ...docusaurus,
      text: '<Tabs values={all} defaultValue="x">\n<TabItem value="a">A</TabItem>\n<TabItem value={b}>B</TabItem>\n</Tabs>\n\n<Tabs>\n<TabItem {...bow}>A</TabItem>\n<TabItem value={stern}>B</TabItem>\n</Tabs>\n\n<Tabs defaultValue={null}>\n<TabItem value="a">A</TabItem>\n</Tabs>\n',
    },
    {
      name: "the same value in two groups, one in the other",
      ...docusaurus,
      text: '<Tabs>\n<TabItem value="a">\n\n<Tabs>\n<TabItem value="a">A</TabItem>\n<TabItem value="b">A</TabItem>\n</Tabs>\n\n</TabItem>\n<TabItem value="b">B</TabItem>\n</Tabs>\n',
    },
    {
      name: "tabs of an engine that does not mind",
      engine: "astro",
      path: "src/content/docs/a.mdx",
      text: "<Tabs>\n<TabItem>A</TabItem>\n<TabItem>B</TabItem>\n</Tabs>\n",
    },
    {
      name: "branches with comments and components that close themselves",
      ...vitepress,
      text: '<Boat v-if="a" />\n<Boat v-else-if="b" />\n<!-- else -->\n<Quay v-else />\n\n<ul>\n<li v-if="a">A</li>\n<li v-else>B</li>\n</ul>\n',
    },
    {
      name: "branches in code, and where nothing compiles them",
      ...vitepress,
      engine: "hugo",
      text: "<p v-else>Low.</p>\n\n```html\n<p v-else>Low.</p>\n```\n",
    },
    {
      name: "names of HTML where the engine takes them",
      engine: "astro",
      path: "src/content/docs/a.mdx",
      text: '<p style="color: navy" class="note">Tides.</p>\n',
    },
  ],
  invalid: [
    {
      name: "two tabs with one label, where tabs have nothing but labels",
      engine: "astro",
      path: "src/content/docs/a.mdx",
      text: 'import { Tabs, TabItem } from "@astrojs/starlight/components";\n\n<Tabs>\n<TabItem label="npm">A</TabItem>\n<TabItem label="npm">B</TabItem>\n<TabItem>C</TabItem>\n</Tabs>\n',
      variants: false,
      findings: [{ messageId: "choiceLabel", at: "5:17-5:20" }],
    },
    {
      name: "an import that was forgotten",
      engine: "next",
      path: "content/a.mdx",
      text: "<Tide />\n",
      articles: ["b", "c", "d"].map((name) => ({
        path: `content/${name}.mdx`,
        text: 'import { Tide } from "./t";\n\n<Tide />\n',
      })),
      variants: false,
      findings: [{ messageId: "notImported", text: "Tide" }],
    },
    {
      name: "a component with a slip, which has another inside",
      engine: "next",
      path: "content/a.mdx",
      text: 'import { Harbour } from "./h";\n\n<Harbor>\n\nTides.\n\n</Harbor>\n',
      findings: [{ messageId: "misspelt", at: "3:2-3:8" }],
    },
    {
      name: "a second branch that follows a last one",
      ...vitepress,
      text: '<p v-if="a">A</p>\n<p v-else>B</p>\n<p v-else>C</p>\n',
      findings: [{ messageId: "orphanBranch", at: "3:4-3:10" }],
    },
    {
      name: "words between two branches",
      ...vitepress,
      text: '<p><b v-if="a">A</b> or <b v-else>B</b></p>\n',
      findings: [{ messageId: "orphanBranch", at: "1:28-1:34" }],
    },
    {
      name: "labels in MDX for React",
      engine: "gatsby",
      path: "content/a.mdx",
      text: '<label for="tide">Tide</label> <b class="x">a</b> <b class="y">b</b>\n',
      findings: [
        { messageId: "attributeName", at: "1:8-1:11" },
        { messageId: "attributeName", at: "1:35-1:40" },
      ],
      suggested: [
        '<label htmlFor="tide">Tide</label> <b class="x">a</b> <b class="y">b</b>\n',
        '<label for="tide">Tide</label> <b className="x">a</b> <b className="y">b</b>\n',
      ],
    },
    {
      name: "two numbered components of an article, where the site has many and each number once",
      engine: "mdbook",
      path: "src/a.md",
      text: listing(1) + listing(1),
      articles: [{ path: "src/b.md", text: listings(2, 21) }],
      findings: [{ messageId: "numberTwice", at: "3:10-3:22", related: ["1:10-1:22"] }],
      variants: false,
    },
    {
      name: "a number of another article",
      engine: "mdbook",
      path: "src/b.md",
      text: listing(3),
      articles: [{ path: "src/a.md", text: listings(2, 21) }],
      findings: [{ messageId: "numberTwice", at: "1:10-1:22" }],
      variants: false,
    },
    {
      name: "two tabs with one value, whose labels code lists",
      ...docusaurus,
      text: '<Tabs values={all}>\n<TabItem value="a">A</TabItem>\n<TabItem value="a">B</TabItem>\n</Tabs>\n',
      findings: [{ messageId: "choiceShared", at: "3:17-3:18", severity: "warning" }],
    },
    {
      name: "two tabs with one label",
      ...docusaurus,
      text: '<Tabs>\n<TabItem value="a" label="A">A</TabItem>\n<TabItem value="b" label="A">B</TabItem>\n</Tabs>\n',
      findings: [{ messageId: "choiceLabel", at: "3:27-3:28", severity: "warning" }],
    },
    {
      name: "three tabs, one of them twice",
      ...docusaurus,
      text: '<Tabs defaultValue="a">\n<TabItem value="a">A</TabItem>\n<TabItem value="b">B</TabItem>\n<TabItem value="a">C</TabItem>\n</Tabs>\n',
      findings: [{ messageId: "choiceTwice", at: "4:17-4:18" }],
    },
  ],
});
