import rule from "../../../rules/front-matter/date-order.js";
import { testRule } from "../../../src/testing/test-rule.js";

const withKeys = (...lines: readonly string[]): string =>
  `---\ntitle: A\n${lines.join("\n")}\n---\nBody.\n`;

const shanghai = { site: { timezone: "Asia/Shanghai" } };
const newYork = { site: { timezone: "America/New_York" } };

testRule(rule, {
  valid: [
    {
      name: "a title with another day",
      text: "---\ntitle: Meeting of 2017-08-10\ndate: 2018-08-17\n---\n",
    },
    {
      name: "updated on the day of publication",
      text: withKeys("date: 2022-03-01 10:00", "updated: 2022-03-01"),
    },
    {
      name: "updated in another format, whose time zone is unknown",
      text: withKeys("date: 2022-03-01T10:00:00Z", "updated: 2022-03-01 01:00:00"),
    },
    {
      name: "updated later by the clock, though its text is smaller",
      text: withKeys("date: 2022-03-01T10:00:00+08:00", "updated: 2022-03-01T03:00:00Z"),
    },
    {
      name: "updated later in the site's zone",
      text: withKeys("date: 2022-03-01T10:00:00+08:00", "updated: 2022-03-01 10:30:00"),
      settings: shanghai,
    },
    { name: "updated without a date", text: withKeys("updated: 2022-02-01") },
    { name: "ambiguous dates", text: withKeys("date: 2022-03-05", "updated: 03/04/2022") },
    { name: "impossible dates", text: withKeys("date: 2022-03-05", "updated: 2022-02-30") },
    { name: "template values", text: withKeys("date: '{{ date }}'", "updated: 2022-03-01") },
    { name: "within the grace", text: withKeys("date: 2026-01-02"), now: "2026-01-01T00:00:00Z" },
    {
      name: "already tomorrow on the other side of the earth",
      text: withKeys("date: 2026-01-02 12:00:00"),
      options: { grace: 0 },
      now: "2026-01-02T00:00:00Z",
    },
    { name: "a draft", text: withKeys("date: 2030-01-01", "draft: true") },
    { name: "not published", text: withKeys("date: 2030-01-01", "published: false") },
    {
      name: "in the folder for drafts",
      text: withKeys("date: 2030-01-01"),
      path: "source/_drafts/a.md",
      engine: "hexo",
    },
    {
      name: "the day of publishing to come",
      text: withKeys("date: 2022-01-01", "publishDate: 2030-01-01"),
    },
    { name: "an expiry to come", text: withKeys("date: 2022-01-01", "expiryDate: 2030-01-01") },
    { name: "futures allowed", text: withKeys("date: 2030-01-01"), options: { allowFuture: true } },
    {
      name: "the file's day in the zone of the site, not in that of the date",
      text: withKeys("date: 2022-02-28T20:00:00Z"),
      path: "_posts/2022-03-01-a.md",
      settings: shanghai,
    },
    {
      name: "the file's day somewhere on earth",
      text: withKeys("date: 2022-02-28T20:00:00Z"),
      path: "_posts/2022-03-01-a.md",
    },
    {
      name: "the month of the folder",
      text: withKeys("date: 2022-03-31"),
      path: "posts/2022/03/a.md",
    },
    {
      name: "the day of the bundle",
      text: withKeys("date: 2022-03-01"),
      path: "blog/2022-03-01-a/index.md",
    },
    { name: "a number in a title", text: withKeys("date: 2022-03-05"), path: "weekly-20220301.md" },
    { name: "a year's folder", text: withKeys("date: 2022-03-05"), path: "posts/2021/a.md" },
    { name: "a version", text: withKeys("date: 2022-03-05"), path: "posts/2021.md" },
    {
      name: "a permalink without a date",
      text: withKeys("date: 2022-03-05", "permalink: /a/:year/"),
    },
    {
      name: "a dated path without a date",
      text: withKeys("layout: post"),
      path: "2022-03-01-a.md",
    },
  ],
  invalid: [
    {
      name: "a title with the same day of another year",
      text: "---\ntitle: 2017-08-17 Meeting\ndate: 2018-08-17\n---\n",
      findings: [{ messageId: "title", text: "2018-08-17" }],
      suggested: ["---\ntitle: 2017-08-17 Meeting\ndate: 2017-08-17\n---\n"],
    },
    {
      name: "updated a day before, in TOML",
      text: '+++\ndate = "2022-03-01"\nlastmod = "2022-02-28"\n+++\n',
      findings: [
        {
          messageId: "updatedFirst",
          text: '"2022-02-28"',
          related: ["2:8-2:20"],
          severity: "warning",
        },
      ],
      suggested: ['+++\ndate = "2022-03-01"\nlastmod = "2022-03-01"\n+++\n'],
    },
    {
      name: "updated an hour before by the same clock",
      text: withKeys("date: 2022-03-01 10:00:00", "updated: 2022-03-01 09:00:00"),
      findings: [{ messageId: "updatedFirst", text: "2022-03-01 09:00:00" }],
    },
    {
      name: "updated before in the site's zone",
      text: withKeys("date: 2022-03-01T10:00:00+08:00", "updated: 2022-03-01 09:30:00"),
      settings: shanghai,
      findings: [{ messageId: "updatedFirst", text: "2022-03-01 09:30:00" }],
    },
    {
      name: "updated before, RFC 822 against ISO 8601",
      text: withKeys("date: Tue, 01 Mar 2022 08:20:30 GMT", "updated: 2022-02-01T00:00:00Z"),
      findings: [{ messageId: "updatedFirst", text: "2022-02-01T00:00:00Z" }],
    },
    {
      name: "expired before publication",
      text: withKeys("publishDate: 2022-03-01", "expires: 2022-02-01"),
      findings: [{ messageId: "expired", text: "2022-02-01", related: ["3:14-3:24"] }],
    },
    {
      name: "a future date and an update after it are one mistake",
      text: withKeys("date: 2030-03-01", "updated: 2030-03-02"),
      engine: "hugo",
      findings: [{ messageId: "future", text: "2030-03-01" }],
      suggested: [
        "---\ndraft: true\ntitle: A\ndate: 2030-03-01\nupdated: 2030-03-02\n---\nBody.\n",
      ],
    },
    {
      name: "an update to come",
      text: withKeys("date: 2022-03-01", "updated: 2202-03-02"),
      findings: [{ messageId: "future", text: "2202-03-02" }],
    },
    {
      name: "beyond a longer grace",
      text: withKeys("date: 2026-01-10"),
      options: { grace: 7 },
      now: "2026-01-02T00:00:00Z",
      settings: newYork,
      findings: [{ messageId: "future", text: "2026-01-10" }],
    },
    {
      name: "another day than the file, the time kept",
      text: withKeys("date: 2022-09-06 10:00:00"),
      path: "content/posts/2022-08-10-sandwich.md",
      findings: [{ messageId: "path", text: "2022-09-06 10:00:00" }],
      suggested: [withKeys("date: 2022-08-10 10:00:00")],
    },
    {
      name: "another day than the file in the site's zone",
      text: withKeys("date: 2022-03-01T02:00:00Z"),
      path: "_posts/2022-03-01-a.md",
      settings: newYork,
      findings: [{ messageId: "path", text: "2022-03-01T02:00:00Z" }],
    },
    {
      name: "another month than the folder, which has no day to write",
      text: withKeys("date: 2022-04-01"),
      path: "posts/2022/03/a.md",
      findings: [{ messageId: "path", text: "2022-04-01" }],
      suggested: [],
    },
    {
      name: "another day than the folders",
      text: withKeys("date: 2022-03-02"),
      path: "posts/2022/03/01/a.md",
      findings: [{ messageId: "path", text: "2022-03-02" }],
      suggested: [withKeys("date: 2022-03-01")],
    },
    {
      name: "another day than the permalink",
      text: withKeys("date: 2022-03-02", "permalink: /2022/03/01/a/"),
      findings: [{ messageId: "address", text: "2022-03-02", related: ["4:12-4:26"] }],
      suggested: [withKeys("date: 2022-03-01", "permalink: /2022/03/01/a/")],
    },
  ],
});
