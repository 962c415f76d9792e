import { describe } from "vitest";
import rule from "../../../rules/html/wrapper.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/wrapper", () => {
  testRule(rule, {
    valid: [
      {
        name: "elements with attributes",
        text: '<div id="a"><span lang="de">b</span></div><p class="c"></p>\n',
        ...html,
      },
      {
        name: "one break, breaks at the end, breaks beside a picture",
        text: '<p>a<br>b<br><br></p><p><br><br>c</p><p><img src="d" alt=""><br><br>e</p>\n',
        ...html,
      },
      {
        name: "a paragraph that a template fills",
        text: "<p>{{ intro }}</p><p>{% include a.html %}</p>\n",
        ...html,
      },
      { name: "an unclosed element", text: "<div><p>a</p>\n", ...html },
      { name: "components of MDX", text: "<div><span>a</span></div>\n", path: "article.mdx" },
      { name: "paragraphs of Markdown, tags in code", text: "a\n\n`<div></div>`\n\n&nbsp;\n" },
    ],
    invalid: [
      {
        name: "each kind is one finding; a wrapper of blocks goes with its lines",
        text: "<div>\n<p>a <span>b</span></p>\n</div>\n<p></p>\n<div><p>c</p></div>\n",
        ...html,
        findings: [
          {
            messageId: "wrapper",
            at: "1:1-1:6",
            text: "<div>",
            severity: "info",
            related: ["5:1-5:6"],
          },
          { messageId: "wrapper", text: "<span>" },
          { messageId: "empty", text: "<p></p>" },
        ],
        fixed: "<p>a b</p>\n<p>c</p>\n",
      },
      {
        name: "a wrapper of text stays, since its text would run into the next one's",
        text: "<div>a</div><div>b</div>\n",
        ...html,
        findings: [{ messageId: "wrapper", text: "<div>", at: "1:1-1:6", related: ["1:13-1:18"] }],
      },
      {
        name: "in Markdown, where tags decide what is HTML",
        text: "<div>\n<p>a</p>\n<p>&nbsp;</p>\n</div>\n\nText <span>b</span>\n",
        findings: [
          { messageId: "wrapper", text: "<div>" },
          { messageId: "empty", text: "<p>&nbsp;</p>" },
          { messageId: "wrapper", text: "<span>" },
        ],
        fixed: "<div>\n<p>a</p>\n<p>&nbsp;</p>\n</div>\n\nText b\n",
      },
      {
        name: "breaks in a plain paragraph",
        text: "<p>a<br>\n<br/> <br>b<br><br>c</p>\n",
        ...html,
        findings: [
          { messageId: "breaks", text: "<br>\n<br/> <br>", related: ["2:12-2:20"], at: "1:5-2:11" },
        ],
        fixed: "<p>a</p>\n<p>b</p>\n<p>c</p>\n",
        variants: ["bom", "front-matter", "cjk"],
      },
      {
        name: "breaks in a body without paragraphs",
        text: "a<br>\n<br>b\n",
        ...html,
        findings: [{ messageId: "breaks", text: "<br>\n<br>" }],
        variants: ["bom", "front-matter", "cjk"],
      },
    ],
  });
});
