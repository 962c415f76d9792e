import { describe, expect, it } from "vitest";
import rule from "../../../rules/site/duplicate-title.js";
import nearDuplicate from "../../../rules/site/near-duplicate.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const post = (title: string, date = "2024-01-01", more = ""): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\nThe cranes came on Monday.\n`;

testRule(rule, {
  valid: [
    { name: "another title", text: post("A"), articles: [{ path: "b.md", text: post("B") }] },
    {
      name: "a title of marks alone",
      text: post('"…"'),
      articles: [{ path: "b.md", text: post('"…"') }],
    },
    {
      name: "an unpublished article",
      text: post("A"),
      articles: [{ path: "b.md", text: post("A", "2024-01-02", "published: false\n") }],
    },
    {
      name: "a redirect",
      text: post("A"),
      articles: [{ path: "b.md", text: post("A", "2024-01-02", "redirect_to: /a/\n") }],
    },
    {
      name: "a copy that names its original",
      text: post("A"),
      articles: [
        { path: "b.md", text: post("A", "2024-01-02", "canonical: https://example.org/a/\n") },
      ],
    },
    {
      name: "a declared language that differs",
      text: post("Taxi", "2024-01-01", "lang: en\n"),
      articles: [{ path: "b.md", text: post("Taxi", "2024-01-02", "lang: fr\n") }],
    },
    {
      name: "a language in the file name",
      path: "taxi.md",
      text: post("Taxi"),
      articles: [{ path: "taxi.fr.md", text: post("Taxi") }],
    },
    {
      name: "versions of a page",
      path: "docs/install.md",
      text: post("Install"),
      articles: [{ path: "versioned_docs/version-1.0/install.md", text: post("Install") }],
    },
    {
      name: "numbered parts of a series",
      path: "weekly-0430/index.md",
      text: post("Weekly"),
      articles: [{ path: "weekly-20210409/index.md", text: post("Weekly") }],
    },
    {
      name: "a dated series of three",
      path: "2024-01-05-weekly.md",
      text: post("Weekly"),
      articles: [
        { path: "2024-01-12-weekly.md", text: post("Weekly") },
        { path: "2024-01-19-weekly.md", text: post("Weekly") },
      ],
    },
    {
      name: "pages in two folders",
      path: "a/overview.md",
      text: "---\ntitle: Overview\n---\n",
      articles: [{ path: "b/overview.md", text: "---\ntitle: Overview\n---\n" }],
    },
    {
      name: "posts in two folders where only folders count",
      path: "a/x.md",
      text: post("A"),
      articles: [{ path: "b/y.md", text: post("A") }],
      options: { scope: "folder" },
    },
    {
      name: "a template's title",
      text: post('"{{ title }}"'),
      articles: [{ path: "b.md", text: post('"{{ title }}"') }],
    },
  ],
  invalid: [
    {
      name: "news that come again, which the names say as well",
      path: "_posts/2024-02-01-20240203-maintenance.md",
      text: post("Maintenance", "2024-02-01"),
      articles: [
        { path: "_posts/2021-05-01-maintenance.md", text: post("Maintenance", "2021-05-01") },
      ],
      findings: [{ messageId: "recurring", severity: "info", text: "Maintenance" }],
    },
    {
      name: "width, case and marks aside",
      path: "b.md",
      text: post("'Ｈarbour: news!'", "2024-01-02"),
      articles: [{ path: "z.md", text: post("Harbour news") }],
      findings: [
        { messageId: "same", text: "Ｈarbour: news!", path: "b.md", related: ["z.md 2:8-2:20"] },
      ],
    },
    {
      name: "by path where the dates are equal or missing",
      path: "b.md",
      text: "---\ntitle: A\n---\n",
      articles: [{ path: "a.md", text: "---\ntitle: A\n---\n" }],
      findings: [{ messageId: "same", at: "2:8-2:9", related: ["a.md 2:8-2:9"] }],
    },
    {
      name: "the first is named by every later one",
      path: "c.md",
      text: post("A", "2024-03-01"),
      articles: [
        { path: "a.md", text: post("A", "2024-02-01") },
        { path: "b.md", text: post("A", "2024-01-01") },
      ],
      findings: [
        { messageId: "same", path: "a.md", at: "2:8-2:9", related: ["b.md 2:8-2:9"] },
        { messageId: "same", path: "c.md", at: "2:8-2:9", related: ["b.md 2:8-2:9"] },
      ],
    },
    {
      name: "two posts of one name are no series yet",
      path: "2024-02-05-cranes.md",
      text: post("Cranes", "2024-02-05"),
      articles: [{ path: "2024-01-05-cranes.md", text: post("Cranes", "2024-01-05") }],
      findings: [{ messageId: "recurring", at: "2:8-2:14" }],
    },
  ],
});

describe("site/duplicate-title", () => {
  it("leaves copies to site/near-duplicate", () => {
    const text = `---\ntitle: A\n---\n${Array.from({ length: 90 }, (_, n) => `word${n}`).join(" ")}`;
    const { results } = checkTexts(
      [
        { path: "a.md", text },
        { path: "b.md", text },
      ],
      { rules: [{ rule }, { rule: nearDuplicate }] },
    );
    expect(results.flatMap(({ findings }) => findings.map((finding) => finding.rule))).toEqual([
      "site/near-duplicate",
    ]);
  });
});
