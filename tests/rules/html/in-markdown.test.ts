import { describe } from "vitest";
import rule from "../../../rules/html/in-markdown.js";
import { testRule } from "../../../src/testing/test-rule.js";

const mkdocs = { path: "docs/a.md", engine: "mkdocs" as const };
const jekyll = { path: "_posts/2022-03-01-a.md", engine: "jekyll" as const };

describe("html/in-markdown", () => {
  testRule(rule, {
    valid: [
      {
        name: "blocks that have the attribute, inside of one that has it",
        text: '<aside markdown="1">\nThe *log*.\n<p markdown="1">\n[Deck](https://x.org/a)\n</p>\n</aside>\n\n<p markdown="span">\n<b>[Deck](https://x.org/a)</b>\n</p>\n',
        engine: "jekyll",
        path: "_posts/2020-01-01-a.md",
      },
      ...[
        '<div markdown="1">\n\n**a**\n\n</div>\n',
        "<div markdown>\n\n**a**\n\n</div>\n",
        "<details markdown='span'>\n<summary>**a**</summary>\n</details>\n",
        "- a\n\n    <div>\n\n    **a**\n\n    </div>\n",
        "> <div>\n>\n> **a**\n>\n> </div>\n",
        "!!! note\n\n    <div>\n\n    **a**\n\n    </div>\n",
        "Text <div>\n\n**a**\n\n</div>\n",
        "<div>b</div> **a**\n",
        "<custom-element>\n\n**a**\n\n</custom-element>\n",
        "<center>\n\n**a**\n\n</center>\n",
        "<p>\na\n\nb\n</p>\n",
      ].map((text, index) => ({ name: `Python-Markdown, case ${index + 1}`, text, ...mkdocs })),
      {
        name: "Markdown between inline tags",
        text: "Text <b>**bold**</b> and <span>[a](./b)</span>.\n",
      },
      { name: "Markdown after a blank line", text: "<div>\n\n**a** [b](./c)\n\n</div>\n" },
      {
        name: "code and drawings",
        text: "<div><code>**a**</code><pre>[b](./c)</pre><svg><text>**d**</text></svg></div>\n",
      },
      {
        name: "what only looks like a link",
        text: "<p>array[0](x), [a](b), [1] (2), 2**3**4, \\**x**, ``a''</p>\n",
      },
      {
        name: "only more HTML after the blank line",
        text: "<div>\n<p>a</p>\n\n<p>b</p>\n   \n</div>\n",
      },
      { name: "a template's block", text: "<div>{% note %}**a**{% endnote %}</div>\n" },
      {
        name: "with markdown=1",
        text: '<div markdown="1">**a**</div>\n\n<div><p markdown="span">**b**</p></div>\n',
        ...jekyll,
      },
      {
        name: "behind an end tag, where kramdown goes on",
        text: "<p>a</p>\nSee [b](./c).\n",
        ...jekyll,
      },
      {
        name: "inline HTML in kramdown",
        text: "Text <span>**a**</span>\n\n<b>**c**</b> d\n",
        ...jekyll,
      },
      { name: "indented code about HTML", text: "Write this:\n\n    <table>\n    </table>\n" },
      { name: "fenced code in an element", text: "<div>\n\n```html\n    <p>\n```\n\n</div>\n" },
      {
        name: "an item that holds its element",
        text: "Text\n\n- <div>\n\n  text\n\n  </div>\n- b\n\n> <p>a</p>\n",
      },
      {
        name: "MDX",
        text: "<p>**a** [b](./c)</p>\n\n<div>\n\n    <p>a</p>\n\n</div>\n",
        path: "article.mdx",
      },
      { name: "a pre on its own line keeps blank lines", text: "<pre>\na\n\nb\n</pre>\n" },
    ],
    invalid: [
      {
        name: "a block without the attribute inside of one that has it, in kramdown",
        text: '<aside markdown="1">\n  The *log*.\n  <p class="credit">\n— the mate, [Deck](https://x.org/a)\n  </p>\n</aside>\n',
        engine: "jekyll",
        path: "_posts/2020-01-01-a.md",
        findings: [{ messageId: "unrendered", text: "[Deck](https://x.org/a)" }],
      },
      ...[
        "<div>\n\n**a**\n\n</div>\n",
        "<details>\n<summary>b</summary>\n\nb **a**\n\n</details>\n",
        "Text\n<div>\n\n**a**\n\n</div>\n",
        "b\n\n   <section>\n\n**a**\n\n   </section>\n",
        '<div markdown="0">\n\n**a**\n\n</div>\n',
        "<div markdown>\n\n<div>\n\n**a**\n\n</div>\n\n</div>\n",
      ].map((text, index) => ({
        name: `what Python-Markdown prints as typed, case ${index + 1}`,
        text,
        ...mkdocs,
        findings: [{ messageId: "unrendered", text: "**a**" }],
      })),
      {
        name: "an attribute that no extension reads",
        text: "<div markdown>\n\n**a**\n\n</div>\n",
        ...mkdocs,
        settings: { site: { config: { markdown_extensions: ["toc"] } } },
        findings: [{ messageId: "unrendered", text: "**a**" }],
      },
      {
        name: "everything in one block is one finding",
        text: '<div>\n<p>See [a b](./c "d"), ![e](f.png), **g** and `h`.</p>\n</div>\n',
        findings: [
          {
            messageId: "unrendered",
            text: '[a b](./c "d")',
            severity: "warning",
            related: ["2:24-2:35", "2:37-2:42", "2:47-2:50"],
          },
        ],
        suggested: [
          '<div>\n<p>See <a href="./c" title="d">a b</a>, <img src="f.png" alt="e">, <strong>g</strong> and <code>h</code>.</p>\n</div>\n',
        ],
      },
      {
        name: "a heading right after a block",
        text: "<div>a</div>\n### B\n\nText\n",
        findings: [{ messageId: "unrendered", text: "### B" }],
      },
      {
        name: "in an article of HTML",
        text: "<p>See [a](https://example.org/).</p>\n",
        path: "article.html",
        findings: [{ messageId: "unrendered", text: "[a](https://example.org/)" }],
        suggested: ['<p>See <a href="https://example.org/">a</a>.</p>\n'],
      },
      {
        name: "in kramdown's blocks, blank line or not",
        text: "<p>\nSee [a](./b).\n</p>\n\n<div>\n\n## C\n\n- d\n\n</div>\n",
        ...jekyll,
        findings: [
          { messageId: "unrendered", text: "[a](./b)" },
          { messageId: "unrendered", text: "## C", related: ["9:1-9:4"] },
        ],
      },
      {
        name: "by the renderer that the config names",
        text: "<div>\n\n**a**\n\n</div>\n",
        options: { renderer: "kramdown" },
        findings: [{ messageId: "unrendered", text: "**a**" }],
      },
      {
        name: "rows that become code",
        text: "<table>\n\n    <tr>\n      <td>1</td>\n    </tr>\n</table>\n",
        findings: [
          {
            messageId: "code",
            at: "3:1-5:10",
            related: ["1:1-1:8"],
            text: "    <tr>\n      <td>1</td>\n    </tr>",
          },
        ],
        suggested: ["<table>\n\n<tr>\n<td>1</td>\n</tr>\n</table>\n"],
        variants: ["bom", "front-matter", "cjk"],
      },
      {
        name: "a blank line in a paragraph, told once",
        text: "<p>a\n\nb\n\nc</p>\n",
        findings: [{ messageId: "blank", text: "b", related: ["1:1-1:4"] }],
      },
      {
        name: "out of an item and out of a quotation",
        text: "Text\n\n- <div>a\n\n</div>\n\n> <details>b\n\n</details>\n",
        findings: [
          { messageId: "split", text: "<div>", related: ["5:1-5:7"] },
          { messageId: "split", text: "<details>", related: ["9:1-9:11"] },
        ],
      },
      {
        name: "a table and a fence right below a tag; in <pre> and after a blank line they are meant",
        text:
          "<div>\n| a | b |\n| --- | --- |\n</div>\n\n<pre>\n| a | b |\n| --- | --- |\n</pre>\n\n" +
          "<div>\n\n```js\ngulls();\n```\n</div>\n\n<div>\n~~~sh\ngulls\n~~~\n</div>\n",
        findings: [
          { messageId: "unrendered", at: "3:1-3:14" },
          { messageId: "unrendered", at: "19:1-19:6" },
        ],
      },
    ],
  });
});
