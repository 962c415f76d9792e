import { describe } from "vitest";
import rule from "../../../rules/html/duplicate-id.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/duplicate-id", () => {
  testRule(rule, {
    valid: [
      { name: "ids in different letter case", text: '<p id="a">x</p><p id="A">y</p>\n', ...html },
      { name: "headings with the same words", text: "## Round\n\n## Round\n" },
      {
        name: "either branch of a condition",
        text: '{% if a %}<p id="n">x</p>{% else %}<p id="n">y</p>{% endif %}\n',
        engine: "jekyll",
        ...html,
      },
      {
        name: "an id that a template computes",
        text: '<p id="{{ x }}">a</p><p id="{{ x }}">b</p>\n',
        ...html,
      },
      { name: "empty ids", text: '<p id="">a</p><p id>b</p>\n', ...html },
      { name: "an id shown as code", text: '<p id="a">x</p>\n\n```html\n<p id="a">\n```\n' },
      {
        name: "a heading whose slug depends on the slugger",
        text: '<p id="Round-one">x</p>\n\n## Round one\n',
        engine: "none",
      },
    ],
    invalid: [
      {
        name: "the third one points at the first as the second does",
        text: '<p id="a">x</p>\n<p id="a">y</p>\n<p id=a>z</p>\n',
        ...html,
        findings: [
          {
            messageId: "repeated",
            at: "2:8-2:9",
            text: "a",
            severity: "error",
            related: ["1:8-1:9"],
          },
          { messageId: "repeated", at: "3:7-3:8", related: ["1:8-1:9"] },
        ],
        suggested: [
          '<p id="a">x</p>\n<p id="a-2">y</p>\n<p id=a>z</p>\n',
          '<p id="a">x</p>\n<p id="a">y</p>\n<p id=a-3>z</p>\n',
        ],
      },
      {
        name: "HTML inside Markdown quotes and lists",
        text: '> <p id="a">x</p>\n\n- <b id="a">y</b>\n',
        findings: [{ messageId: "repeated", text: "a", at: "3:10-3:11", related: ["1:10-1:11"] }],
        suggested: ['> <p id="a">x</p>\n\n- <b id="a-2">y</b>\n'],
      },
      {
        name: "a heading that gets an id already written",
        text: '<div id="talks"></div>\n\n## Talks\n',
        engine: "docusaurus",
        findings: [{ messageId: "heading", at: "3:1-3:9", related: ["1:10-1:15"] }],
      },
      {
        name: "a written id after the heading that has it",
        text: '## Talks\n\n<div id="talks"></div>\n',
        engine: "docusaurus",
        findings: [{ messageId: "heading", text: "talks", related: ["1:1-1:9"] }],
      },
    ],
  });
});
