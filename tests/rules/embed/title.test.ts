import { describe } from "vitest";
import rule from "../../../rules/embed/title.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("embed/title", () => {
  testRule(rule, {
    valid: [
      { name: "a title", text: '<iframe src="a" title="A map"></iframe>\n', ...html },
      { name: "a label", text: "<iframe src=a aria-labelledby=b></iframe>\n", ...html },
      {
        name: "a frame hidden by itself or by what is around it",
        text: '<iframe src=a hidden></iframe><div aria-hidden="true"><iframe src=b></iframe></div><iframe src=c style="display:none"></iframe>\n',
        ...html,
      },
      { name: "a frame of one pixel", text: "<iframe src=a width=0 height=0></iframe>\n", ...html },
      {
        name: "decoration",
        text: "<iframe src=a role=presentation></iframe>\n",
        ...html,
      },
      {
        name: "a title written by a template, a binding or a spread",
        text: "<iframe src=a title='{{ t }}'></iframe><iframe src=b :title=t></iframe>\n",
        ...html,
      },
      {
        name: "a spread and an expression in MDX",
        text: "<iframe src='a' {...props} />\n\n<iframe src='b' title={name} />\n",
        path: "article.mdx",
      },
      {
        name: "the same page twice",
        text: "<iframe src=a title=Map></iframe><iframe src=a title=Map></iframe>\n",
        ...html,
      },
      {
        name: "pages from a template under one title",
        text: "<iframe src='{{ a }}' title=Map></iframe><iframe src='{{ b }}' title=Map></iframe>\n",
        ...html,
      },
      {
        name: "plug-ins, which security/script reports",
        text: '<object width=4><param name=movie value=a><embed src="https://www.youtube.com/v/x?hl=en"></object><embed src="https://www.youtube.com/v/x"><embed src=a.swf><object classid=a data=b></object>\n',
        ...html,
      },
      { name: "frames in code", text: "`<iframe src=a>`\n\n    <iframe src=b></iframe>\n" },
    ],
    invalid: [
      {
        name: "named after the heading above, entities and quotation marks kept",
        text: '## Salt & "pepper"\n\n<iframe src="a"></iframe>\n',
        findings: [{ messageId: "missing", text: '<iframe src="a">', severity: "warning" }],
        suggested: [
          '## Salt & "pepper"\n\n<iframe title="Salt &amp; &quot;pepper&quot;" src="a"></iframe>\n',
        ],
      },
      {
        name: "named after the article",
        text: "---\ntitle: The launch\n---\n<iframe src=a></iframe>\n",
        findings: [{ messageId: "missing", text: "<iframe src=a>" }],
        suggested: ['---\ntitle: The launch\n---\n<iframe title="The launch" src=a></iframe>\n'],
        variants: ["crlf", "bom"],
      },
      {
        name: "nothing to name it after",
        text: "<iframe src=a title=' '></iframe><embed src=a.pdf>\n",
        ...html,
        findings: [
          { messageId: "empty", text: "title=' '" },
          { messageId: "missing", text: "<embed src=a.pdf>" },
        ],
      },
      {
        name: "in MDX",
        text: "# A map\n\n<iframe src='a' />\n",
        path: "article.mdx",
        findings: [{ messageId: "missing", text: "<iframe src='a' />" }],
        suggested: ["# A map\n\n<iframe title=\"A map\" src='a' />\n"],
      },
      {
        name: "one title for three pages is one finding",
        text: "<iframe src=a title=Map></iframe>\n<iframe src=b title=MAP></iframe>\n<iframe src=c title=Map></iframe>\n",
        ...html,
        findings: [{ messageId: "duplicate", text: "MAP", related: ["1:21-1:24", "3:21-3:24"] }],
      },
    ],
  });
});
