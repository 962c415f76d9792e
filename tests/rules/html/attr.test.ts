import { describe } from "vitest";
import rule from "../../../rules/html/attr.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/attr", () => {
  testRule(rule, {
    valid: [
      {
        name: "keywords in any letter case, also those younger than the tables",
        text: '<img src="a" alt="" loading=LAZY decoding=Async referrerpolicy="strict-origin" fetchpriority=high>\n<p dir=RTL hidden="until-found">a</p>\n<input inputmode="decimal">\n',
        ...html,
      },
      { name: "windows have any name", text: '<a href="/" target="map">a</a>\n', ...html },
      {
        name: "empty values",
        text: '<a href="/" target="" dir="">a</a>\n<input disabled="" checked=checked>\n',
        ...html,
      },
      {
        name: "values with template syntax",
        text: '<ol start="{{ n }}"></ol><p dir="{% if a %}x{% endif %}">a</p>\n',
        ...html,
      },
      {
        name: "expressions of MDX",
        text: "<video controls={true} width={3}>a</video>\n",
        path: "article.mdx",
      },
      { name: "names of React in MDX", text: '<p className="a">a</p>\n', path: "article.mdx" },
      {
        name: "sizes of images belong to image/size-invalid",
        text: '<img src="a" alt="" width="9px">\n',
        ...html,
      },
      {
        name: "a plug-in's attributes",
        text: '<embed src="a.swf" wmode="x" allowfullscreen="true">\n',
        ...html,
      },
      {
        name: "drawings",
        text: '<svg viewbox="0 0 1 1"><a target="_x" role="y"/></svg>\n',
        ...html,
      },
      {
        name: "a broken tag is told as such",
        text: '<p>a <a title="b" target="_x href="/">c</a> "</p>\n',
        ...html,
      },
      {
        name: "allowed names",
        text: '<p tilte="a" v2href="b">a</p>\n',
        options: { allow: ["tilte", "*href"] },
        ...html,
      },
      {
        name: "several roles, some of them new",
        text: '<p role="doc-tip none suggestion">a</p>\n',
        ...html,
      },
      {
        name: "unknown names pass",
        text: '<figure block="f" elem="e" mod="m">a</figure>\n',
        ...html,
      },
    ],
    invalid: [
      {
        name: "the same mistake is one finding",
        text: '<p dir="lr">a</p>\n<p dir="lr">b</p>\n',
        ...html,
        findings: [
          { messageId: "keyword", text: 'dir="lr"', severity: "warning", related: ["2:4-2:12"] },
        ],
        suggested: ['<p dir="ltr">a</p>\n<p dir="ltr">b</p>\n'],
      },
      {
        name: "numbers",
        text: '<table><tr><td colspan="two">a</td></tr></table>\n<ol start="b"><li value="1.5">c</li></ol>\n<meter value="x">d</meter>\n',
        ...html,
        findings: [
          { messageId: "number", text: 'colspan="two"' },
          { messageId: "number", text: 'start="b"' },
          { messageId: "number", text: 'value="1.5"' },
          { messageId: "number", text: 'value="x"' },
        ],
      },
      {
        name: "letter case counts in kinds of numbering",
        text: '<ol type="Ia"><li>a</li></ol>\n',
        ...html,
        findings: [{ messageId: "keyword", text: 'type="Ia"' }],
      },
      {
        name: "words of ARIA",
        text: '<p aria-hidden="yes" aria-labell="b" aria-level="x" aria-live="loud">a</p>\n',
        ...html,
        findings: [
          { messageId: "keyword", text: 'aria-hidden="yes"' },
          { messageId: "misspelt", text: 'aria-labell="b"' },
          { messageId: "number", text: 'aria-level="x"' },
          { messageId: "keyword", text: 'aria-live="loud"' },
        ],
      },
      {
        name: "on by being there, in Markdown's HTML too",
        text: '- a <input disabled="false"> b\n\n<details OPEN=open><summary>s</summary></details>\n<ol reversed="yes"><li>a</li></ol>\n',
        findings: [
          { messageId: "onAnyway", text: 'disabled="false"' },
          { messageId: "boolean", text: 'reversed="yes"', severity: "info" },
        ],
        fixed:
          '- a <input disabled="false"> b\n\n<details OPEN=open><summary>s</summary></details>\n<ol reversed><li>a</li></ol>\n',
        suggested: [
          '- a <input> b\n\n<details OPEN=open><summary>s</summary></details>\n<ol reversed="yes"><li>a</li></ol>\n',
        ],
      },
      {
        name: "on by being there, in React as well",
        text: '<video muted="false">a</video>\n',
        path: "article.mdx",
        findings: [{ messageId: "onAnyway", text: 'muted="false"' }],
      },
      {
        name: "letters that changed places",
        text: '<a herf="/">a</a>\n',
        ...html,
        findings: [{ messageId: "misspelt", text: 'herf="/"' }],
        suggested: ['<a href="/">a</a>\n'],
      },
      {
        name: "an attribute of other elements",
        text: '<p href="/">a</p>\n',
        ...html,
        findings: [{ messageId: "misplaced", text: 'href="/"' }],
      },
      {
        name: "unknown names, when asked",
        text: '<p zoomfile="a">a</p>\n',
        options: { unknown: true },
        ...html,
        findings: [{ messageId: "unknown", text: 'zoomfile="a"' }],
        suggested: ['<p data-zoomfile="a">a</p>\n'],
      },
    ],
  });
});
