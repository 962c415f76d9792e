import { describe } from "vitest";
import rule from "../../../rules/security/event-handler.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("security/event-handler", () => {
  testRule(rule, {
    valid: [
      {
        name: "attributes that only look alike",
        text: '<p once only data-onclick="x" on="y">a</p>\n',
        ...html,
      },
      {
        name: "functions in MDX",
        text: "<button onClick={() => x()}>a</button>\n",
        path: "article.mdx",
      },
      { name: "code", text: '`<p onclick="x()">`\n' },
      { name: "the text of an attribute", text: '<p title="onclick=x()">a</p>\n', ...html },
    ],
    invalid: [
      {
        name: "residue without a value, capitals, several on one element",
        text: '<p onclick id=a OnMouseOver="x()">a</p>\n',
        ...html,
        findings: [
          { messageId: "handler", text: "onclick", severity: "error" },
          { messageId: "handler", text: 'OnMouseOver="x()"' },
        ],
        fixed: "<p id=a>a</p>\n",
      },
      {
        name: "drawings and template values",
        text: "<svg onload=\"{{ x }}\"><set onbegin='x()'/></svg>\n",
        ...html,
        findings: [
          { messageId: "handler", text: 'onload="{{ x }}"' },
          { messageId: "handler", text: "onbegin='x()'" },
        ],
        fixed: "<svg><set/></svg>\n",
      },
      {
        name: "HTML inside Markdown",
        text: '- <b onclick="x()">a</b>\n',
        findings: [{ messageId: "handler", text: 'onclick="x()"' }],
        fixed: "- <b>a</b>\n",
      },
      {
        name: "a document in an attribute",
        text: '<iframe title=a srcdoc="<p>b"></iframe>\n',
        ...html,
        findings: [{ messageId: "srcdoc", text: 'srcdoc="<p>b"' }],
      },
    ],
  });
});
