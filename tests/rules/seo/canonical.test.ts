import rule from "../../../rules/seo/canonical.js";
import { testRule } from "../../../src/testing/test-rule.js";

const PICTURES =
  "![a](https://i.news.example/a.jpg)\n\n![b](https://proxy.example/?https://i.news.example/b.jpg)\n";
const article = (fields: string, body = "Text.\n") => `---\ntitle: A\n${fields}---\n${body}`;

testRule(rule, {
  valid: [
    { name: "an article of one's own", text: article("") },
    {
      name: "no front matter",
      text: `${PICTURES}\n[c](https://news.example/c)\n`,
      variants: ["crlf", "bom", "cjk"],
    },
    { name: "images of another site without a link to it", text: article("", PICTURES) },
    {
      name: "images and links of the site itself",
      settings: { site: { url: "https://www.news.example/", ownHosts: ["i.news.example"] } },
      text: article("", `${PICTURES}\n[c](https://news.example/c)\n`),
    },
    { name: "the original", text: article("canonical: https://news.example/a\nsource: News\n") },
    {
      name: "a canonical URL on the site that the images come from",
      settings: { site: { url: "https://own.example/" } },
      text: article(
        "canonical: https://www.news.example/c\n",
        `${PICTURES}\n[c](https://news.example/c)\n`,
      ),
    },
    { name: "templates", text: article("canonical: '{{ site.url }}'\n") },
    {
      name: "a date in the file's name",
      path: "_posts/2026-01-01-a.md",
      engine: "jekyll",
      text: article("author: Anna\ncover: /a.jpg\n"),
    },
    { name: "drafts", text: article("draft: true\nsource: News\n") },
    {
      name: "a complete post",
      text: article("author: Anna\ncover: /a.jpg\ndate: 2026-01-01T04:00:00+08:00\n"),
    },
    {
      name: "an RFC 822 date",
      text: article("author: Anna\ncover: /a.jpg\ndate: Tue, 01 Mar 2022 08:20:30 GMT\n"),
    },
  ],
  invalid: [
    {
      name: "a source named in the front matter",
      text: article("source: https://news.example/a\n"),
      findings: [{ messageId: "republished", text: "https://news.example/a", severity: "info" }],
      suggested: [
        "---\ncanonical: 'https://news.example/a'\ntitle: A\nsource: https://news.example/a\n---\nText.\n",
      ],
      variants: ["crlf", "bom", "cjk"],
    },
    {
      name: "images and a link of one other site",
      text: article("", `${PICTURES}\n[c](https://www.news.example/c)\n`),
      findings: [{ messageId: "republished", text: "---" }],
    },
    {
      name: "a relative URL",
      text: article("canonical: /a\n"),
      findings: [{ messageId: "relative", text: "/a" }],
    },
    {
      name: "an insecure URL with a query",
      text: article("canonical: 'http://news.example/a?b=c'\n"),
      findings: [
        { messageId: "insecure", text: "http://news.example/a?b=c" },
        { messageId: "query", text: "http://news.example/a?b=c" },
      ],
      suggested: [
        article("canonical: 'https://news.example/a?b=c'\n"),
        article("canonical: 'http://news.example/a'\n"),
      ],
    },
    {
      name: "an unexpected host",
      settings: { site: { url: "https://own.example/" } },
      text: article("canonical: https://other.example/a\n"),
      findings: [{ messageId: "host", text: "https://other.example/a" }],
    },
    {
      name: "a post without author, image and the offset of its time",
      text: article("date: 2026-01-01 04:00:00\n"),
      findings: [{ messageId: "fields", at: "1:1-1:4" }],
    },
  ],
});
