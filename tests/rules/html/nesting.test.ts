import { describe } from "vitest";
import rule from "../../../rules/html/nesting.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/nesting", () => {
  testRule(rule, {
    valid: [
      {
        name: "a block that is named in a sentence, which is told as a tag that nothing closes",
        text: "It appears between the <section> elements of the page.\n",
      },
      {
        name: "a component in Markdown that is called like an element which holds no blocks",
        text: "<Small>\n<div>Boats.</div>\n</Small>\n\n<span><Table>x</Table></span>\n\n<Td>9</Td>\n",
      },
      {
        name: "blocks on lines that begin with template tags, which run before Markdown",
        text: "{% if boats %}<table><tr><td>Boats</td></tr></table>{% endif %}\n\n{% assign a = 1 %} {% assign b = 2 %}<section>Two.</section>\n",
        engine: "jekyll",
        variants: false,
      },
      {
        name: "JSX elements for words with text beside the tags, with elements, or in components",
        path: "a.mdx",
        text: "<span>One</span>\n\n<span>\n  <b>two</b>\n</span>\n\n<Lead>\n  three\n</Lead>\n\n<div>\n  four\n</div>\n",
      },
      {
        name: "a paragraph ended by the block after it",
        text: "<p>a<ul><li>b</ul>c<p>d</p>\n",
        ...html,
      },
      {
        name: "an unclosed link belongs to html/parse",
        text: '<a href="a">b <a href="c">d</a>\n',
        ...html,
      },
      { name: "a link around a block", text: '<div><a href="a"><h2>b</h2></a></div>\n', ...html },
      {
        name: "items and rows that end by themselves",
        text: "<ul><li>a<li><p>b<p>c</ul><table><tr><td>a<td>b<tr><td>c</table>\n",
        ...html,
      },
      {
        name: "Markdown of blocks beside HTML",
        text: "Text\n<div>a</div>\n\n- <div>b</div>\n\n<p>c</p>\n",
      },
      {
        name: "tags in code and comments",
        text: "`<p><div></div></p>`\n\n<!-- <p><ul></ul></p> -->\n",
      },
      {
        name: "a caption deep in a figure",
        text: "<figure><div><figcaption>a</figcaption></div></figure>\n",
        ...html,
      },
      {
        name: "an item of Markdown with a block, where no paragraph is made",
        text: "- Title <div>a</div>\n",
      },
      { name: "a row in a template", text: "<template><tr><td>a</td></tr></template>\n", ...html },
      {
        name: "rows from a loop",
        text: "<table>{% for a in b %}<tr><td>{{ a }}</td></tr>{% endfor %}</table>\n",
        ...html,
      },
      {
        name: "either branch of a condition",
        text: "{% if a %}<p>{% else %}<div>{% endif %}x{% if a %}</p>{% else %}</div>{% endif %}\n",
        ...html,
      },
      { name: "components", text: "<Row><tr><td>a</td></tr></Row>\n", path: "article.mdx" },
      { name: "a drawing", text: '<p>a <svg><a href="b"><p/></a></svg></p>\n', ...html },
      {
        name: "a hidden input in a table, a label around its input",
        text: "<table><input type=hidden></table><label>a <input></label>\n",
        ...html,
      },
    ],
    invalid: [
      {
        name: "a block after words and a template tag",
        text: "All boats {% if boats %}<div>Boats</div>{% endif %}\n",
        engine: "jekyll",
        variants: false,
        findings: [{ messageId: "text", text: "<div>", related: ["1:1-1:25"] }],
      },
      {
        name: "a block after a value that a template prints",
        text: "{{ boats }}<div>Boats</div>\n",
        engine: "jekyll",
        variants: false,
        findings: [{ messageId: "text", text: "<div>", related: ["1:1-1:12"] }],
      },
      {
        name: "text on lines of its own in JSX elements for words",
        path: "a.mdx",
        text: "<section>\n  <span className='x'>\n    One *two*.\n  </span>\n  <h2>\n    Three\n  </h2>\n</section>\n",
        findings: [
          { messageId: "lines", text: "<span className='x'>", severity: "warning" },
          { messageId: "lines", text: "<h2>" },
        ],
        suggested: [
          "<section>\n  <div className='x'>\n    One *two*.\n  </div>\n  <h2>\n    Three\n  </h2>\n</section>\n",
        ],
      },
      {
        name: "blocks in one paragraph are one finding",
        text: "<P>a<div>b</div>c<pre>d</pre></P>\n",
        ...html,
        findings: [
          {
            messageId: "paragraph",
            text: "<div>",
            severity: "error",
            related: ["1:1-1:4", "1:18-1:23"],
          },
        ],
        suggested: ["<div>a<div>b</div>c<pre>d</pre></div>\n"],
      },
      {
        name: "through a link",
        text: '<p><a href="a"><div>b</div></a></p>\n',
        ...html,
        findings: [{ messageId: "paragraph", text: "<div>", related: ["1:1-1:4"] }],
      },
      {
        name: "in a block of HTML in Markdown",
        text: "<p>a\n<ul><li>b</li></ul>\n</p>\n",
        findings: [{ messageId: "paragraph", text: "<ul>", related: ["1:1-1:4"] }],
      },
      {
        name: "a heading in a heading, a paragraph in a span",
        text: "<h2>a<h3>b</h3></h2><span><p>c</p></span>\n",
        ...html,
        findings: [
          {
            messageId: "torn",
            text: "<h3>",
            related: ["1:1-1:5"],
            severity: "error",
          },
          { messageId: "block", text: "<p>", related: ["1:21-1:27"], severity: "warning" },
        ],
      },
      {
        name: "a block that begins in an element and ends after it",
        text: "<em>Boats<div>sail</em> on.</div>\n",
        ...html,
        findings: [
          {
            messageId: "torn",
            text: "<div>",
          },
        ],
      },
      {
        name: "a heading in an element of a heading, which no browser ends",
        text: "<h2><small><h4>Boats</h4></small><hr></h2>\n",
        ...html,
        findings: [
          { messageId: "block", text: "<h4>" },
          { messageId: "block", text: "<hr>" },
        ],
      },
      {
        name: "blocks in elements of text in kramdown, which prints their tags",
        text: "<em><div>Boats</div></em>\n\n<kbd>\nsail\n<ul><li>on</li></ul>\n</kbd>\n\nThey <ol><li>go</li></ol>\n",
        engine: "jekyll",
        findings: [
          {
            messageId: "torn",
            text: "<div>",
            severity: "error",
          },
          {
            messageId: "torn",
            text: "<ul>",
          },
          {
            messageId: "text",
            text: "<ol>",
          },
        ],
      },
      {
        name: "the same in HTML that kramdown leaves as it is",
        text: "<div>\n<em><blockquote>Boats</blockquote></em>\n</div>\n",
        engine: "jekyll",
        findings: [{ messageId: "block", text: "<blockquote>", severity: "warning" }],
      },
      {
        name: "in MDX, as React complains",
        text: "<p>a <div>b</div></p>\n",
        path: "article.mdx",
        findings: [{ messageId: "paragraph", text: "<div>", related: ["1:1-1:4"] }],
        suggested: ["<div>a <div>b</div></div>\n"],
      },
      {
        name: "in a Markdown paragraph of an item",
        text: "- Title\n\n  Text **b** <hr> c\n",
        findings: [{ messageId: "text", text: "<hr>", related: ["3:3-3:14"] }],
      },
      {
        name: "a link in a link",
        text: '<a href="a">b <em><a href="c">d</a></em></a>\n',
        ...html,
        findings: [{ messageId: "link", text: '<a href="c">', related: ["1:1-1:13"] }],
        suggested: ['<a href="a">b <em>d</em></a>\n'],
      },
      {
        name: "controls in controls",
        text: '<button>a <a href="b">c</a></button><a href="d"><iframe src="e"></iframe></a><label>f <label>g</label></label>\n',
        ...html,
        findings: [
          { messageId: "control", text: '<a href="b">', related: ["1:1-1:9"] },
          { messageId: "control", text: '<iframe src="e">', related: ["1:37-1:49"] },
          { messageId: "control", text: "<label>", at: "1:87-1:94", related: ["1:78-1:85"] },
        ],
      },
      {
        name: "rows outside of tables once, cells in a table without a row",
        text: "<div><tr><td>a</td></tr><tr><td>b</td></tr></div>\n",
        ...html,
        findings: [{ messageId: "outsideTable", text: "<tr>", related: ["1:25-1:29"] }],
      },
      {
        name: "between rows",
        text: "<table><tr><div>a</div><td>b</td></tr></table>\n",
        ...html,
        findings: [{ messageId: "table", text: "<div>", related: ["1:8-1:12"] }],
      },
    ],
  });
});
