import anchor from "../../../rules/link/anchor.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(anchor, {
  valid: [
    { name: "heading slugs of GitHub", text: "# A & B `c`\n\n[x](#a--b-c)\n" },
    { name: "numbered repeats", text: "# A\n\n# A\n\n[x](#a-1)\n" },
    { name: "Hexo keeps the case", text: "# Big Title\n\n[x](#Big-Title)\n", engine: "hexo" },
    { name: "kramdown's ASCII ids", text: "# 中文\n\n[x](#section)\n", engine: "jekyll" },
    {
      name: "ids and names in HTML",
      text: '<p id="a">x</p><a name="b"></a>\n<a href="#a">a</a><a href="#b">b</a>\n',
      path: "a.html",
    },
    {
      name: "an attribute list",
      text: "# Title {#own}\n\nText\n{: #second .x}\n\n[a](#own) [b](#second)\n",
    },
    {
      name: "ids in lists that nothing closes, which another rule reports",
      text: "## Title {#own\n\n## Low {: #low } water\n\n[a](#own) [b](#low)\n",
      engine: "jekyll",
    },
    { name: "footnotes", text: "Text[^1].\n\n[^1]: Note.\n" },
    {
      name: "a fragment that the front matter sends elsewhere",
      text: '---\nmoved: { berths: "/quay/#berths", tide: [/tide/] }\n---\n\n[a](#berths)\n',
    },
    {
      name: "the last definition of a label, where that one counts",
      text: "## New\n\n[x]\n\n[x]: #old\n[x]: #new\n",
      engine: "mkdocs",
    },
    {
      name: "places that need no target",
      text: "[a](#) [b](#TOP) [c](#:~:text=x) [d](#L10-L20) [e](#/route) [f](#comments)\n",
    },
    {
      name: "comments of readers, which what shows them numbers",
      text: "[a](#comment-933184518) [b](#dsq-747512997) [c](#li-comment-12) [d](#c10423)\n",
    },
    { name: "an article that includes others", text: "[a](#later)\n\n{% include x.md %}\n" },
    {
      name: "text of a template that may hold ids",
      text: "[a](#later)\n\n{{ chapter.text }}\n",
    },
    {
      name: "markup of a template in a line",
      text: "[a](#later) and {{ note | markdownify }} too\n",
    },
    { name: "a heading of a template", text: "## {{ page.title }}\n\n[a](#later)\n" },
    {
      name: "the beginning of a heading that a template ends",
      text: '## Tide table {% addedin "2.0" %}\n\n[a](#tide-table) [b](#tide-table-new)\n',
    },
    {
      name: "a heading with a value of the front matter",
      text: "---\ntitle: Low water\n---\n\n## {{ page.title }}\n\n[a](#low-water)\n",
      engine: "jekyll",
    },
    { name: "an id of a template", text: '<p id="{{ name }}">x</p>\n\n[a](#later)\n' },
    { name: "an article outside the run", text: "[a](b.md#part)\n", files: ["b.md"] },
    { name: "an ignored fragment", text: "[a](#widget)\n", options: { ignore: ["widget"] } },
    {
      name: "ids that components are given",
      text: "[a](#moorings) [b](#deep-water)\n\n- <Anchor id=\"moorings\" /> Rope\n- <Quay.Berth wide id='deep-water'>Chain</Quay.Berth>\n",
      path: "docs/a.mdx",
      engine: "docusaurus",
    },
    { name: "a component may bring ids", text: "[a](#later)\n\n<Include />\n", path: "a.mdx" },
  ],
  invalid: [
    {
      name: "another beginning than that of a heading that a template ends",
      text: "## Tide table {{ year }}\n\n[a](#high-water)\n",
      findings: [{ messageId: "missing", text: "#high-water" }],
    },
    {
      name: "no id that a value of the front matter makes",
      text: "---\ntitle: Low water\n---\n\n{{ page.title }}\n===\n\n[a](#harbour)\n",
      engine: "jekyll",
      findings: [{ messageId: "missing", text: "#harbour" }],
    },
    {
      name: "names that only look like those of comments",
      text: "# One\n\n[x](#comment-policy) [y](#2024) [z](#c12)\n",
      findings: [
        { messageId: "missing", text: "#comment-policy" },
        { messageId: "missing", text: "#2024" },
        { messageId: "missing", text: "#c12" },
      ],
    },
    {
      name: "an absent fragment",
      text: "# One\n\n[x](#elsewhere)\n",
      findings: [{ messageId: "missing", text: "#elsewhere" }],
    },
    {
      name: "a misspelt fragment",
      text: "## Getting started\n\n[x](#geting-started)\n",
      findings: [{ messageId: "nearest", text: "#geting-started" }],
      suggested: ["## Getting started\n\n[x](#getting-started)\n"],
    },
    {
      name: "a fragment with another word, or as near to two, whose section nobody knows",
      text: "## Site variables\n\n## Step 1\n\n## Step 2\n\n## 安装\n\n[x](#page-variables) [y](#step-3) [z](#安装前提)\n",
      findings: [
        { messageId: "missing", text: "#page-variables" },
        { messageId: "missing", text: "#step-3" },
        { messageId: "missing", text: "#安装前提" },
      ],
    },
    {
      name: "the wrong letter case of a written id",
      text: '<p id="Part">x</p>\n<a href="#part">x</a>\n',
      path: "a.html",
      findings: [{ messageId: "letterCase", text: "#part" }],
      fixed: '<p id="Part">x</p>\n<a href="#Part">x</a>\n',
    },
    {
      name: "a name on something else than <a>",
      text: '<input name="zzzz"><a href="#zzzz">x</a>\n',
      path: "a.html",
      findings: [{ messageId: "missing", text: "#zzzz" }],
    },
    {
      name: "an id of a component that is only shown as code",
      text: '[a](#moorings)\n\n```jsx\n<Anchor id="moorings" />\n```\n\nOr `<Anchor id="moorings" />`.\n',
      path: "docs/a.mdx",
      engine: "docusaurus",
      findings: [{ messageId: "missing", text: "#moorings" }],
    },
    {
      name: "an article with words of a template",
      text: "[a](#later) by {{ page.author }}, see [b]({{ '/b/' | relative_url }}).\n\n{% raw %}{{ c }}{% endraw %}\n",
      findings: [{ messageId: "missing", text: "#later" }],
    },
    {
      name: "another article",
      text: "[x](b.md#part)\n",
      articles: [{ path: "b.md", text: "# Whole\n" }],
      findings: [{ messageId: "missing", text: "b.md#part" }],
    },
  ],
});
