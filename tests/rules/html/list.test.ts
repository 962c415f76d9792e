import { describe } from "vitest";
import rule from "../../../rules/html/list.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/list", () => {
  testRule(rule, {
    valid: [
      {
        name: "a dash in the text of an item, below another mark, and one of another column",
        text: "- a\n  -- b\n- c\n  -d e\n\nx\n\n* a\n-b c\n* d\n",
      },
      {
        name: "marks that change after a blank line, twice, or in lines of a diff",
        text: "- a\n- b\n\n* c\n\n- d\n\nx\n\n- e\n* f\n+ g\n\nx\n\n- h\n+ i\n- j\n",
      },
      {
        name: "marks of all kinds where Markdown joins them",
        text: "- a\n- b\n* c\n- d\n",
        engine: "jekyll",
      },
      { name: "lists of Markdown", text: "- a\n- b\n  1. c\n  2. d\n" },
      {
        name: "comments, scripts and template tags in a list",
        text: "<ul><!-- a --><script></script>{% for a in b %}<li>{{ a }}</li>{% endfor %}{{ more }}</ul>\n",
        ...html,
      },
      {
        name: "components around and in a list",
        text: "<ul><Item>a</Item></ul>\n\n<List><li>b</li></List>\n",
        path: "article.mdx",
      },
      {
        name: "elements of their own making",
        text: "<my-list><li>a</li></my-list><ul><my-item>b</my-item></ul>\n",
        ...html,
      },
      { name: "an unclosed list", text: "<ul><li>a</li><p>b</p>\n", ...html },
      {
        name: "one bullet, two numbers, numbers that do not begin with 1",
        text: "<p>• a</p>\n<p>1. b<br>2. c</p>\n<p>7、d<br>8、e<br>9、f</p>\n",
        ...html,
      },
      { name: "numbers that do not rise", text: "<p>1. a<br>3. b<br>5. c</p>\n", ...html },
      { name: "sums and dates", text: "<p>1.5 a<br>2.5 b<br>3.5 c</p>\n", ...html },
      { name: "bullets in code", text: "```text\n• a\n• b\n```\n\n`• a`\n" },
      { name: "bullets in a list", text: "- • a\n- • b\n" },
      {
        name: "several terms, several descriptions, groups",
        text: "<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl><dl><div><dt>e</dt><dd>f</dd></div></dl>\n",
        ...html,
      },
    ],
    invalid: [
      {
        name: "single items without the space after their mark",
        text: "- Clean\n-Sew the sails\n- Paint\n-`tar` it\n",
        findings: [
          { messageId: "tightItem", at: "2:1-2:2" },
          { messageId: "tightItem", at: "4:1-4:2" },
        ],
      },
      {
        name: "one item with another mark, in the middle and at the end",
        text: "- a\n- b\n* c\n- d\n\nx\n\n* e\n* f\n* g\n+ h\n",
        findings: [
          { messageId: "mark", at: "3:1-3:2" },
          { messageId: "mark", at: "11:1-11:2" },
        ],
      },
      {
        name: "items outside of a list, one finding for a run of them",
        text: "<p>x</p><li>a</li>\n<li>b</li><p>y</p><dt>c</dt><dd>d</dd>\n",
        ...html,
        findings: [
          {
            messageId: "outside",
            text: "<li>",
            at: "1:9-1:13",
            severity: "warning",
            related: ["2:1-2:5"],
          },
          { messageId: "outside", text: "<dt>", related: ["2:29-2:33"] },
        ],
        suggested: [
          "<p>x</p><ul><li>a</li>\n<li>b</li></ul><p>y</p><dt>c</dt><dd>d</dd>\n",
          "<p>x</p><li>a</li>\n<li>b</li><p>y</p><dl><dt>c</dt><dd>d</dd></dl>\n",
        ],
      },
      {
        name: "a list between items goes into the item before",
        text: "<ol>\n<li>a</li>\n<ol><li>b</li></ol>\n</ol>\n",
        ...html,
        findings: [{ messageId: "stranger", text: "<ol>", at: "3:1-3:5" }],
        suggested: ["<ol>\n<li>a\n<ol><li>b</li></ol></li>\n</ol>\n"],
      },
      {
        name: "text and breaks in a list",
        text: "<ul>text <li>a</li><br></ul>\n<dl><p>b</p><dt>c</dt><dd>d</dd></dl>\n",
        ...html,
        findings: [
          { messageId: "stranger", text: "text", related: ["1:20-1:24"] },
          { messageId: "stranger", text: "<p>" },
        ],
      },
      {
        name: "in MDX",
        text: "<ul><p>a</p></ul>\n",
        path: "article.mdx",
        findings: [{ messageId: "stranger", text: "<p>" }],
        suggested: ["<ul><li><p>a</p></li></ul>\n"],
      },
      {
        name: "halves of pairs",
        text: "<dl><dd>a</dd><dd>b</dd><dt>c</dt></dl>\n",
        ...html,
        findings: [
          { messageId: "description", text: "<dd>", at: "1:5-1:9" },
          { messageId: "term", text: "<dt>" },
        ],
      },
      {
        name: "lines of a Markdown paragraph",
        text: "Intro:\n• a **b**\n• c\n",
        findings: [{ messageId: "fake", text: "• a **b", related: ["3:1-3:4"] }],
        suggested: ["Intro:\n- a **b**\n- c\n"],
      },
      {
        name: "a typed bullet in an item, and not two or one after other lines",
        text: "* a\n• b\n* c\n\n1. d\n   • e\n   f\n",
        findings: [{ messageId: "glued", text: "• " }],
      },
      {
        name: "an item that a lost line break joined to the one before, and no code",
        text: "* Nets dry.* Ropes do not.\n* `boats.*` leave, 2.* 3\n",
        findings: [{ messageId: "joined", text: "*" }],
      },
      {
        name: "paragraphs of Markdown that begin with a bullet",
        text: "● 甲\n\n● 乙\n",
        findings: [{ messageId: "fake", text: "● 甲", related: ["3:1-3:4"] }],
        suggested: ["- 甲\n\n- 乙\n"],
      },
      {
        name: "lines of HTML, markup kept; with other text between there is no easy way",
        text: "<p>• a <b>b</b><br>• c</p>\n<p>x<br>• d<br>• e</p>\n",
        ...html,
        findings: [
          { messageId: "fake", text: "• a <b>b", related: ["1:20-1:23"] },
          { messageId: "fake", text: "• d", related: ["2:16-2:19"] },
        ],
      },
      {
        name: "numbered lines",
        text: "<p>1、甲<br/>2、乙<br/>3、丙</p>\n",
        ...html,
        findings: [{ messageId: "fake", text: "1、甲", related: ["1:12-1:15", "1:20-1:23"] }],
        suggested: ["<ol>\n<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n</ol>\n"],
      },
    ],
  });
});
