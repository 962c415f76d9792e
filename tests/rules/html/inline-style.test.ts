import { describe } from "vitest";
import rule from "../../../rules/html/inline-style.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/inline-style", () => {
  testRule(rule, {
    valid: [
      {
        name: "drawings",
        text: '<svg style="width:1em"><path style="fill:red"/><style>a{}</style></svg>\n',
        ...html,
      },
      {
        name: "a value that a template computes",
        text: '<p style="color:{{ c }}">a</p>\n',
        ...html,
      },
      { name: "an object in MDX", text: "<p style={{ color: c }}>a</p>\n", path: "article.mdx" },
      { name: "style shown as code", text: '`<p style="color:red">`\n' },
      {
        name: "allowed properties in any letter case",
        text: '<p style="Aspect-Ratio: 1; ASPECT-RATIO: 2">a</p>\n',
        options: { allowProps: ["aspect-ratio"] },
        ...html,
      },
      { name: "table alignment of Markdown", text: "| a |\n| :-: |\n| b |\n" },
    ],
    invalid: [
      {
        name: "all places in one finding, a style element among them",
        text: '<p style="color:red">a</p>\n<style>p { color: red }</style>\n<b style="color:red">b</b>\n',
        ...html,
        findings: [
          {
            messageId: "inline",
            text: 'style="color:red"',
            severity: "info",
            related: ["2:1-2:8", "3:4-3:21"],
          },
        ],
      },
      {
        name: "text-align:left as the only declaration goes with its attribute",
        text: '<div>\n<p class=a style="color:red">x</p>\n<p style="text-align:left;">a</p>\n</div>\n',
        ...html,
        findings: [{ messageId: "noOps", text: 'style="color:red"', related: ["3:4-3:28"] }],
        fixed: '<div>\n<p class=a style="color:red">x</p>\n<p>a</p>\n</div>\n',
      },
      {
        name: "text-align:left under a centred element has an effect",
        text: '<div style="text-align:center"><p style="text-align:left">a</p></div>\n',
        ...html,
        findings: [{ messageId: "inline", at: "1:6-1:31", related: ["1:35-1:58"] }],
      },
      {
        name: "text-align:left in a table head has an effect",
        text: '<table><tr><th style="text-align:left">a</th></tr></table>\n',
        ...html,
        findings: [{ messageId: "inline", text: 'style="text-align:left"' }],
      },
      {
        name: "text-align:left in a text from right to left has an effect",
        text: '<div dir="rtl"><p style="text-align:left">a</p></div>\n',
        ...html,
        findings: [{ messageId: "inline", text: 'style="text-align:left"' }],
      },
      {
        name: "text-align:left on an element with a class may have an effect",
        text: '<p class="caption" style="text-align:left">a</p>\n',
        ...html,
        findings: [{ messageId: "inline", text: 'style="text-align:left"' }],
      },
      {
        name: "declarations of a word processor and strings with semicolons",
        text: "<p style=\"mso-font-kerning:1.0pt;content:'a;b';orphans:2; color:red\">a</p>\n",
        ...html,
        findings: [{ messageId: "noOps", at: "1:4-1:69" }],
        fixed: "<p style=\"content:'a;b'; color:red\">a</p>\n",
      },
      {
        name: "an empty attribute",
        text: '<p style="">a</p>\n',
        ...html,
        findings: [{ messageId: "noOps", text: 'style=""' }],
        fixed: "<p>a</p>\n",
      },
      {
        name: "entities in the value are left to the writer",
        text: '<p style="mso-x:&quot;a&quot;;color:red">a</p>\n',
        ...html,
        findings: [{ messageId: "noOps", at: "1:4-1:41" }],
      },
    ],
  });
});
