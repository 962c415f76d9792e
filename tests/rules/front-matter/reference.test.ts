import rule from "../../../rules/front-matter/reference.js";
import { testRule } from "../../../src/testing/test-rule.js";

const docusaurus = { engine: "docusaurus", path: "blog/2024-05-01-tides.md" } as const;
const authors = { path: "blog/authors.yml", text: "ada:\n  name: Ada\ngrace:\n  name: Grace\n" };
const post = (authors: string): string => `---\ntitle: A\nauthors: ${authors}\n---\nTides.\n`;
const material = {
  engine: "mkdocs",
  path: "docs/blog/posts/a.md",
  files: [{ path: "docs/blog/.authors.yml", text: "authors:\n  ada:\n    name: Ada\n" }],
  settings: { site: { root: "docs", config: { plugins: ["blog"] } } },
} as const;

testRule(rule, {
  valid: [
    { name: "authors of the file", ...docusaurus, files: [authors], text: post("[ada, grace]") },
    { name: "no file of authors", ...docusaurus, text: post("mary") },
    {
      name: "an author whom the article describes",
      ...docusaurus,
      files: [authors],
      text: post("{ name: Mary, url: https://example.org }"),
    },
    {
      name: "a draft",
      ...docusaurus,
      files: [authors],
      text: "---\ntitle: A\ndraft: true\nauthors: mary\n---\nTides.\n",
    },
    { name: "an author of Material's blog", ...material, text: post("[ada]") },
    {
      name: "a page that is no post",
      ...material,
      path: "docs/a.md",
      text: post("[mary]"),
    },
    { name: "another engine", ...docusaurus, engine: "hugo", files: [authors], text: post("mary") },
  ],
  invalid: [
    {
      name: "one author who is not there",
      ...docusaurus,
      files: [authors],
      text: post("mary"),
      findings: [{ messageId: "unknown", text: "mary" }],
    },
    {
      name: "the key of an author in a list",
      ...docusaurus,
      files: [authors],
      text: "---\ntitle: A\nauthors:\n  - key: ada\n  - key: gracia\n    title: Pilot\n---\nTides.\n",
      findings: [{ messageId: "unknown", text: "gracia" }],
    },
    {
      name: "an author of Material's blog who is not there",
      ...material,
      text: post("[ada, mary]"),
      findings: [{ messageId: "unknown", text: "mary" }],
    },
  ],
});
