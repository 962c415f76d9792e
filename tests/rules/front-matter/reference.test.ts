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

const jekyll = { engine: "jekyll", path: "_posts/2024-05-01-tides.md" } as const;
const laidOut = (layout: string): string => `---\ntitle: A\nlayout: ${layout}\n---\nTides.\n`;
const layouts = (count: number, layout: string) =>
  Array.from({ length: count }, (_one, day) => ({
    path: `_posts/2024-06-1${day}-a.md`,
    text: laidOut(layout),
  }));

const kinds = (count: number, type: string) =>
  Array.from({ length: count }, (_one, at) => ({
    path: `${type}-${at}.md`,
    text: `---\ntype: ${type}\n---\nTides.\n`,
  }));

testRule(rule, {
  valid: [
    {
      name: "three letters with another one, which are another word",
      path: "a.md",
      text: "---\nsupports: [ios, web]\n---\nTides.\n",
      articles: Array.from({ length: 6 }, (_, at) => ({
        path: `b${at}.md`,
        text: "---\nsupports: [iot, web]\n---\nTides.\n",
      })),
    },
    {
      name: "a word among few others, one in another letter case, and keys of names",
      path: "a.md",
      text: "---\ntype: tutorail\nform: Guide\nslug: boat\n---\nTides.\n",
      articles: [
        ...kinds(4, "tutorial"),
        ...Array.from({ length: 6 }, (_one, at) => ({
          path: `b${at}.md`,
          text: "---\nform: guide\nslug: boats\n---\nTides.\n",
        })),
      ],
    },
    {
      name: "a word of a key that takes names",
      path: "a.md",
      text: "---\ntype: tutorail\n---\nTides.\n",
      articles: [...kinds(5, "tutorial"), ...kinds(1, "essay"), ...kinds(1, "novel")],
    },
    {
      name: "a layout that a file has, and ones that a theme may have",
      ...jekyll,
      text: laidOut("posst"),
      files: [{ path: "_layouts/posst.html", text: "" }],
      articles: [...layouts(3, "post"), { path: "_posts/2024-07-01-b.md", text: laidOut("posts") }],
    },
    {
      name: "a layout that differs by its number, or from one that few articles have",
      ...jekyll,
      text: laidOut("post-2"),
      articles: [
        ...layouts(3, "post-1"),
        { path: "_posts/2024-07-01-b.md", text: laidOut("page") },
      ],
    },
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
      name: "a word that is a letter off the one of other articles",
      path: "a.md",
      text: "---\ntype: tutorail\n---\nTides.\n",
      articles: [...kinds(5, "tutorial"), ...kinds(5, "guide")],
      findings: [{ messageId: "choice", text: "tutorail" }],
      suggested: ["---\ntype: tutorial\n---\nTides.\n"],
    },
    {
      name: "an s too many",
      path: "a.md",
      text: "---\ntype: guides\n---\nTides.\n",
      articles: kinds(20, "guide"),
      findings: [{ messageId: "choice", text: "guides" }],
    },
    {
      name: "an item of a list, of three letters",
      path: "a.md",
      text: "---\nsupports: ['srr', static]\n---\nTides.\n",
      articles: Array.from({ length: 6 }, (_, at) => ({
        path: `b${at}.md`,
        text: "---\nsupports: [ssr, static]\n---\nTides.\n",
      })),
      findings: [{ messageId: "choice", text: "srr" }],
      suggested: ["---\nsupports: ['ssr', static]\n---\nTides.\n"],
    },
    {
      name: "a layout that is a letter off the one of other articles",
      ...jekyll,
      text: laidOut("posst"),
      articles: layouts(3, "post"),
      findings: [{ messageId: "layout", text: "posst" }],
      suggested: [laidOut("post")],
    },
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
