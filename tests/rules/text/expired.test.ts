import rule from "../../../rules/text/expired.js";
import { testRule } from "../../../src/testing/test-rule.js";

const now = "2026-02-01T12:00:00Z";
const dated = (body: string) => `---\ndate: 2026-01-01\n---\n${body}`;

testRule(rule, {
  valid: [
    { name: "a day far off", now, text: "<!-- expires 2026-02-17 -->\n" },
    {
      name: "other comments",
      now,
      text: "<!-- This expired long ago, in 2020-01-01 -->\n\n<!-- more -->\n",
    },
    { name: "marks in code", now, text: "```html\n<!-- expires 2020-01-01 -->\n```\n" },
    { name: "words, while no days are set", now, text: dated("We left today.\n") },
    {
      name: "words in a young article",
      now,
      options: { days: 60 },
      text: dated("We left today.\n"),
    },
    {
      name: "words in an article without a date",
      now,
      options: { days: 7 },
      text: "We left today.\n",
      variants: ["crlf", "bom", "cjk"],
    },
    { name: "words in code", now, options: { days: 7 }, text: dated("`today`\n") },
    {
      name: "parts of words",
      now,
      options: { days: 7 },
      text: dated("They saw the USA Today’s todays.\n").replace("Today’s ", ""),
    },
  ],
  invalid: [
    {
      name: "a day that is past",
      now,
      text: "A.\n\n<!-- expires: 2026-01-15: prices -->\n",
      findings: [
        { messageId: "past", text: "<!-- expires: 2026-01-15: prices -->", severity: "warning" },
      ],
    },
    {
      name: "a day that ends in the last zone within the notice",
      now,
      text: "A.\n\n<!-- expires 2026-01-31 -->\n\n<!-- expires 2026-02-14 -->\n",
      findings: [
        { messageId: "past", text: "<!-- expires 2026-01-31 -->" },
        { messageId: "soon", text: "<!-- expires 2026-02-14 -->" },
      ],
    },
    {
      name: "a comment of MDX",
      now,
      path: "a.mdx",
      text: "A.\n\n{/* expires 2020-01-01 */}\n",
      findings: [{ messageId: "past", text: "{/* expires 2020-01-01 */}" }],
    },
    {
      name: "no day of the calendar",
      now,
      text: "A.\n\n<!-- expires 2026-02-31 -->\n\n<!-- expires 2026-13-01 -->\n",
      findings: [
        { messageId: "noDate", text: "<!-- expires 2026-02-31 -->" },
        { messageId: "noDate", text: "<!-- expires 2026-13-01 -->" },
      ],
    },
    {
      name: "words in English, one finding",
      now,
      options: { days: 7 },
      variants: ["crlf", "bom"],
      text: dated("We left today.\n\nWe return next week.\n"),
      findings: [{ messageId: "relative", text: "today", related: ["6:11-6:20"] }],
    },
    {
      name: "words in Chinese and Japanese",
      now,
      options: { days: 7 },
      variants: ["crlf", "bom"],
      text: dated("乌克兰和俄罗斯代表团今天举行了会谈，主要讨论停火问题。\n"),
      findings: [{ messageId: "relative", text: "今天" }],
    },
  ],
});
