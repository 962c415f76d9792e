import rule from "../../../rules/front-matter/date-format.js";
import { testRule } from "../../../src/testing/test-rule.js";

const dated = (date: string): string => `---\ntitle: A\ndate: ${date}\n---\nBody.\n`;

testRule(rule, {
  valid: [
    ...[
      "2022-03-01",
      "2022-03-01T08:20:30Z",
      "2022-03-01 08:20:30 +0800",
      "2022-03-01T08:20:30.123+08:00",
      "'2022-03-01'",
    ].map((date) => ({ name: `ISO ${date}`, text: dated(date) })),
    {
      name: "no offset in an engine with a time zone",
      text: dated("2022-03-01 08:20:30"),
      engine: "hexo",
    },
    ...(["astro", "docusaurus", "eleventy"] as const).map((engine) => ({
      name: `a moment that YAML reads in UTC in ${engine}`,
      text: dated("2022-03-01 08:20:30"),
      engine,
    })),
    { name: "a template value", text: dated('"{{ page.date }}"') },
    { name: "a word Eleventy reads", text: dated("Last Modified"), engine: "eleventy" },
    { name: "an impossible date, which is another rule's", text: dated("2022/02/30") },
    {
      name: "a wrong weekday, which is another rule's",
      text: dated("Wed, 01 Mar 2022 08:20:30 GMT"),
    },
    {
      name: "an accepted form",
      text: dated("Tue, 01 Mar 2022 08:20:30 GMT"),
      options: { formats: ["rfc822"] },
    },
    {
      name: "an optional offset",
      text: dated("2022-03-01 08:20"),
      engine: "astro",
      options: { timezone: "optional" },
    },
    { name: "TOML dates", text: "+++\ndate = 2022-03-01T08:20:30+08:00\n+++\n", engine: "hugo" },
    { name: "a reminder, which is missing", text: dated("TODO") },
    { name: "words under a key that need not be a date", text: "---\nupdated: weekly\n---\n" },
  ],
  invalid: [
    {
      name: "an e-mail date",
      text: dated("Tue, 01 Mar 2022 08:20:30 GMT"),
      engine: "hexo",
      findings: [
        { messageId: "rfc822", text: "Tue, 01 Mar 2022 08:20:30 GMT", severity: "warning" },
      ],
      fixed: dated("2022-03-01T08:20:30Z"),
    },
    {
      name: "an e-mail date in quotation marks",
      text: dated("'Tue, 01 Mar 2022 08:20:30 +0800'"),
      findings: [{ messageId: "rfc822", text: "'Tue, 01 Mar 2022 08:20:30 +0800'" }],
      fixed: dated("'2022-03-01T08:20:30+08:00'"),
    },
    ...[
      ["2022-3-1", "2022-03-01"],
      ["2022/03/01", "2022-03-01"],
      ["2022年3月1日", "2022-03-01"],
      ["25/03/2022", "2022-03-25"],
      ["March 1, 2022", "2022-03-01"],
      ["2026-1-13T00:00:00.000Z", "2026-01-13T00:00:00.000Z"],
    ].map(([text = "", iso = ""]) => ({
      name: `a safe fix for ${text}`,
      text: dated(text),
      findings: [{ messageId: "notIso", text }],
      fixed: dated(iso),
    })),
    {
      name: "a local time, whose new form may be read in another zone",
      text: dated("2013/7/13 20:46:25"),
      findings: [{ messageId: "notIso", text: "2013/7/13 20:46:25" }],
      suggested: [dated("2013-07-13 20:46:25")],
    },
    {
      name: "twelve hours",
      text: dated("2022-03-01 8:20 PM"),
      findings: [{ messageId: "notIso", text: "2022-03-01 8:20 PM" }],
      suggested: [dated("2022-03-01 20:20:00")],
    },
    {
      name: "day and month in either order",
      text: dated("03/04/2022"),
      findings: [{ messageId: "ambiguous", text: "03/04/2022" }],
      suggested: [dated("2022-04-03")],
    },
    {
      name: "no offset in an engine without a time zone",
      text: dated("'2022-03-01 08:20:30'"),
      engine: "astro",
      findings: [{ messageId: "noOffset", text: "'2022-03-01 08:20:30'" }],
    },
    ...(["docusaurus", "eleventy", "vitepress"] as const).map((engine) => ({
      name: `a text without an offset and without seconds in ${engine}`,
      text: dated("2022-03-01T08:20"),
      engine,
      findings: [{ messageId: "noOffset", text: "2022-03-01T08:20" }],
    })),
    {
      name: "a moment in UTC where each time needs an offset",
      text: dated("2022-03-01 08:20:30"),
      options: { timezone: "required" },
      findings: [{ messageId: "noOffset", text: "2022-03-01 08:20:30" }],
    },
    {
      name: "no date at all",
      text: dated("yesterday"),
      findings: [{ messageId: "unreadable", text: "yesterday" }],
    },
    {
      name: "a number",
      text: dated("20220301"),
      findings: [{ messageId: "unreadable", text: "20220301" }],
    },
    {
      name: "a date key further in",
      text: "---\nlast_update:\n  date: 1/13/2022\n---\n",
      engine: "docusaurus",
      findings: [{ messageId: "notIso", text: "1/13/2022" }],
      fixed: "---\nlast_update:\n  date: 2022-01-13\n---\n",
    },
  ],
});
