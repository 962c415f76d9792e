import { describe } from "vitest";
import rule from "../../../rules/security/url-scheme.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("security/url-scheme", () => {
  testRule(rule, {
    valid: [
      {
        name: "an animation of addresses, and of what is no address",
        text: '<svg><a><animate attributeName="href" values="/a;/b"/><set attributeName="title" to="javascript: a language"/></a></svg>\n',
        ...html,
      },
      {
        name: "addresses of the web",
        text: '<a href="https://a.example/javascript:x">a</a> <a href="mailto:a@b.example">b</a>\n',
        ...html,
      },
      { name: "a path that contains the word", text: "[a](/javascript:x) [b](./vbscript:y)\n" },
      {
        name: "a picture in a data address",
        text: '<img alt="" src="data:image/svg+xml;base64,AAAA"><img alt="" src="data:image/png;base64,AAAA">\n',
        ...html,
      },
      {
        name: "links that do nothing belong to link/empty",
        text: '<a href="javascript:void(0)">a</a><a href="javascript:;">b</a><a href="JavaScript:void(0);">c</a>\n',
        ...html,
      },
      {
        name: "documents in frames and plug-ins, which cannot reach the page",
        text: '<iframe title="Tides" src="data:text/html,High%20at%20noon"></iframe><object data="data:text/html,Low"></object><embed src="data:application/xhtml+xml,x">\n',
        ...html,
      },
      {
        name: "a plain text in a data address",
        text: '<a href="data:text/plain,hello">a</a>\n',
        ...html,
      },
      { name: "code", text: '`[a](javascript:x)`\n\n    <a href="javascript:x">\n' },
      {
        name: "a letter case trick that is no scheme",
        text: '<a href="java script:x">a</a>\n',
        ...html,
      },
    ],
    invalid: [
      {
        name: "an animation that writes the URL of a link",
        text: '<svg><a><animate attributeName="xlink:href" values="/boats;JavaScript:sink()"/></a></svg>\n',
        ...html,
        findings: [{ messageId: "script", text: "/boats;JavaScript:sink()" }],
        fixed: '<svg><a><animate attributeName="xlink:href"/></a></svg>\n',
      },
      {
        name: "a set element, disguised, among ordinary animations",
        text: '<svg><set attributeName="fill" to="red"/><a><set attributeName=href to="&#106;avascript:sink()"/></a></svg>\n',
        ...html,
        findings: [{ messageId: "script", text: "&#106;avascript:sink()" }],
        fixed: '<svg><set attributeName="fill" to="red"/><a><set attributeName=href /></a></svg>\n',
      },
      {
        name: "capitals, leading controls, tabs and entities",
        text: '<a href=" JaVaScRiPt:x()">a</a>\n<a href="java&#9;script:x()">b</a>\n<a href="&#x1;javascript&colon;x()">c</a>\n<a href="&#106;avascript:x()">d</a>\n',
        ...html,
        findings: [
          { messageId: "script", text: " JaVaScRiPt:x()", severity: "error" },
          { messageId: "script", text: "java&#9;script:x()" },
          { messageId: "script", text: "&#x1;javascript&colon;x()" },
          { messageId: "script", text: "&#106;avascript:x()" },
        ],
        fixed: "<a>a</a>\n<a>b</a>\n<a>c</a>\n<a>d</a>\n",
      },
      {
        name: "a link of Markdown keeps its text",
        text: 'Read [**this** now](javascript:x) and [that](vbscript:y "z").\n',
        findings: [
          { messageId: "script", text: "javascript:x" },
          { messageId: "script", text: "vbscript:y" },
        ],
        fixed: "Read **this** now and that.\n",
      },
      {
        name: "sources, forms and drawings",
        text: '<iframe title=a src="javascript:x"></iframe><form action="javascript:x"></form><svg><a xlink:href="javascript:x"><text>a</text></a></svg>\n',
        ...html,
        findings: [
          { messageId: "script", at: "1:22-1:34" },
          { messageId: "script", at: "1:59-1:71" },
          { messageId: "script", at: "1:100-1:112" },
        ],
        fixed: "<iframe title=a></iframe><form></form><svg><a><text>a</text></a></svg>\n",
      },
      {
        name: "documents in data addresses",
        text: '<a href="data:text/html,<script>x</script>">a</a>\n<form action="DATA:image/svg+xml,<svg/>"></form>\n',
        ...html,
        findings: [
          { messageId: "document", at: "1:10-1:43" },
          { messageId: "document", text: "DATA:image/svg+xml,<svg/>" },
        ],
        fixed: "<a>a</a>\n<form></form>\n",
      },
    ],
  });
});
