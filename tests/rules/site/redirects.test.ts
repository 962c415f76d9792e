import rule from "../../../rules/site/redirects.js";
import { testRule } from "../../../src/testing/test-rule.js";

const site = { complete: true };
const text = "# Home\n";
const articles = [{ path: "a.md", text: "# A\n" }];
const rules = (lines: string) => [{ path: "_redirects", text: lines }];
const once = { path: "index.md", text, articles, settings: { site }, variants: false } as const;

testRule(rule, {
  valid: [
    {
      name: "an alias that is the article's own address: Hugo writes the page over it",
      engine: "hugo",
      path: "content/a.md",
      text: "---\naliases:\n  - /a/\n  - /b/\n---\n# A\n",
      settings: { site: { root: "content" } },
    },
    { ...once, name: "a redirect to a page", files: rules("/b /a\n") },
    {
      ...once,
      name: "a missing target when only part of the site is in view",
      settings: { site: { complete: false } },
      files: rules("/b /c\n"),
    },
    { ...once, name: "a target with placeholders", files: rules("/b/* /c/:splat\n") },
    { ...once, name: "the fallback of an app", files: rules("/* /app.html 200\n") },
    {
      ...once,
      name: "a conditional circle",
      files: rules("/b /c 302 Country=de\n/c /b\n"),
    },
    {
      ...once,
      name: "the same redirect in the files of two hosts",
      files: [
        { path: "_redirects", text: "/b /a\n" },
        {
          path: "vercel.json",
          text: '{"redirects":[{"source":"/b","destination":"/a","permanent":true}]}',
        },
      ],
    },
    {
      ...once,
      name: "redirects that say that they hold even where a page exists",
      files: [
        ...rules("/a / 301!\n"),
        { path: "netlify.toml", text: '[[redirects]]\nfrom = "/a/"\nto = "/"\nforce = true\n' },
      ],
    },
    {
      ...once,
      name: "a redirect to a file",
      files: [...rules("/b /paper.pdf\n"), "paper.pdf"],
    },
  ],
  invalid: [
    {
      ...once,
      name: "a redirect to itself",
      files: rules("/b /b\n"),
      findings: [{ messageId: "circle", path: "_redirects", text: "/b", severity: "error" }],
    },
    {
      ...once,
      name: "a circle, once, and not again for what leads into it",
      files: rules("/x /b\n/b /c\n/c /d\n/d /b\n"),
      findings: [
        {
          messageId: "circle",
          path: "_redirects",
          at: "2:1-2:3",
          related: ["3:1-3:3", "4:1-4:3"],
        },
      ],
    },
    {
      ...once,
      name: "a missing target, at the last redirect of a chain",
      files: rules("/b /c\n/c /gone\n"),
      findings: [
        { messageId: "chain", path: "_redirects", at: "1:1-1:3" },
        { messageId: "missing", path: "_redirects", text: "/gone", severity: "error" },
      ],
      suggested: ["/b /gone\n/c /gone\n"],
    },
    {
      ...once,
      name: "a page that a redirect hides, and a file",
      settings: { site: { ...site, staticDirs: ["static"] } },
      files: [...rules("/a /\n/x.pdf /\n"), "static/x.pdf"],
      findings: [
        { messageId: "shadowed", path: "_redirects", text: "/a", severity: "warning" },
        { messageId: "shadowed", path: "_redirects", text: "/x.pdf" },
      ],
    },
    {
      ...once,
      name: "redirects behind one that answers first",
      files: rules("/b/* /a\n/b/c /\n/b/:d/e /\n/b /a/\n/f /a\n/f /\n"),
      findings: [
        { messageId: "hidden", path: "_redirects", text: "/b/c", related: ["1:1-1:5"] },
        { messageId: "hidden", path: "_redirects", text: "/b/:d/e" },
        { messageId: "hidden", path: "_redirects", at: "6:1-6:3" },
      ],
    },
    {
      ...once,
      name: "a missing target in vercel.json and in netlify.toml",
      files: [
        {
          path: "netlify.toml",
          text: '[[redirects]]\nfrom = "/b"\nto = "/gone"\n',
        },
        {
          path: "vercel.json",
          text: '{"redirects":[{"source":"/c","destination":"/lost"}]}',
        },
      ],
      findings: [
        { messageId: "missing", path: "netlify.toml", text: "/gone" },
        { messageId: "missing", path: "vercel.json", text: "/lost" },
      ],
    },
  ],
});
