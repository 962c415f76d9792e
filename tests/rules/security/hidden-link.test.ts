import rule from "../../../rules/security/hidden-link.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "a link of the site, and what a script may show",
      path: "a.html",
      text: '<p style="left:-9999px"><a href="/a">a</a></p>\n<p class="tab" style="display:none"><a href="https://example.net/">b</a></p>\n',
    },
    {
      name: "a small place and a large indentation",
      path: "a.html",
      text: '<p style="left:-10px; font-size:10px"><a href="https://example.net/">a</a></p>\n',
    },
  ],
  invalid: [
    {
      name: "letters without a size",
      path: "a.html",
      text: '<p>a <a style="font-size:0" href="https://example.net/">b</a></p>\n',
      findings: [{ messageId: "hidden", at: "1:6-1:57" }],
      suggested: ["<p>a </p>\n"],
    },
    {
      name: "one finding for all links of an element",
      path: "a.html",
      text: '<div style="visibility:hidden !important"><a href="https://example.net/">a</a> <a href="https://example.org/">b</a></div>\n<p>c</p>\n',
      findings: [{ messageId: "hidden", at: "1:1-1:43" }],
      suggested: ["<p>c</p>\n"],
    },
  ],
});
