import { describe } from "vitest";
import rule from "../../../rules/html/obsolete.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/obsolete", () => {
  testRule(rule, {
    valid: [
      {
        name: "a component that is called like an obsolete element",
        text: '<Marquee align="left" speed="2">\n\nBoats.\n\n</Marquee>\n',
      },
      { name: "names inside a drawing", text: '<svg><font id="f"/></svg>\n', ...html },
      { name: "the old name of a link target", text: '<a name="top"></a>\n', ...html },
      { name: "old markup shown as code", text: "`<center>` and\n\n```html\n<font>\n```\n" },
      { name: "column alignment of Markdown", text: "| a |\n| :-: |\n| b |\n" },
      { name: "an element of their own making", text: "<my-font>a</my-font>\n", ...html },
      {
        name: "attributes that other elements still have",
        text: '<ol type="a" start="2"><li value="2">a</li></ol>\n<th scope="row">a</th>\n',
        ...html,
      },
    ],
    invalid: [
      {
        name: "an element in capital letters in Markdown",
        text: "<CENTER>Boats</CENTER>\n",
        findings: [{ messageId: "element", text: "<CENTER>" }],
        suggested: ['<div style="text-align:center">Boats</div>\n'],
      },
      {
        name: "an element with a capital letter in HTML, where no component can be",
        text: "<Center>Boats</Center>\n",
        ...html,
        findings: [{ messageId: "element", text: "<Center>" }],
        suggested: ['<div style="text-align:center">Boats</div>\n'],
      },
      {
        name: "one finding for each element, one for all attributes, in any letter case",
        text: '<FONT color="red">a</FONT>\n<p ALIGN=center>b</p>\n<font size="2">c</font>\n<td nowrap>d</td>\n<table cellpadding="0"></table>\n',
        ...html,
        findings: [
          {
            messageId: "element",
            text: '<FONT color="red">',
            severity: "warning",
            related: ["3:1-3:16"],
          },
          { messageId: "attributes", text: "ALIGN=center", related: ["5:8-5:23"] },
        ],
      },
      {
        name: "elements with a successor are renamed, attributes kept",
        text: 'An <acronym title="a b">AB</acronym > and a <tt>c</tt>.\n',
        findings: [
          { messageId: "element", text: '<acronym title="a b">' },
          { messageId: "element", text: "<tt>" },
        ],
        fixed: 'An <abbr title="a b">AB</abbr > and a <code>c</code>.\n',
      },
      {
        name: "without its end tag nothing is renamed",
        text: "<p><tt>c</p>\n",
        ...html,
        findings: [{ messageId: "element", text: "<tt>" }],
      },
      {
        name: "centred with a style, unless it has one",
        text: '<center class="x">a</center>\n',
        ...html,
        findings: [{ messageId: "element", text: '<center class="x">' }],
        suggested: ['<div style="text-align:center" class="x">a</div>\n'],
      },
      {
        name: "attributes that do nothing go",
        text: '<img src="a.png" alt="" border="0"><img border="2" src="b.png" alt="">\n',
        ...html,
        findings: [
          { messageId: "attributes", text: 'border="0"' },
          { messageId: "attributes", text: 'border="2"' },
        ],
        fixed: '<img src="a.png" alt=""><img border="2" src="b.png" alt="">\n',
      },
      {
        name: "in MDX, where no style text can be written",
        text: "<center>a</center>\n",
        path: "article.mdx",
        findings: [{ messageId: "element", text: "<center>" }],
      },
      {
        name: "an attribute whose value a template computes is dropped all the same",
        text: '<p align="{{ side }}">a</p>\n',
        ...html,
        findings: [{ messageId: "attributes", text: 'align="{{ side }}"' }],
      },
    ],
  });
});
