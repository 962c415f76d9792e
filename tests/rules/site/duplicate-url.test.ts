import rule from "../../../rules/site/duplicate-url.js";
import { testRule } from "../../../src/testing/test-rule.js";

const page = (title: string, more = ""): string => `---\ntitle: ${title}\n${more}---\nText.\n`;

testRule(rule, {
  valid: [
    {
      name: "pages of one name in two folders",
      path: "a/x.md",
      text: page("A"),
      articles: [{ path: "b/x.md", text: page("B") }],
    },
    {
      name: "articles outside of the site's sources",
      path: "README.md",
      text: page("A"),
      settings: { site: { root: "docs" } },
      articles: [{ path: "index.md", text: page("B") }],
    },
    {
      name: "a picture beside a page",
      path: "docs/x.md",
      text: page("A"),
      settings: { site: { root: "docs", staticDirs: ["static"] } },
      files: ["static/x.png", "static/x/index.png"],
    },
  ],
  invalid: [
    {
      name: "an alias that was copied, in the article whose name is further from it",
      engine: "hugo",
      path: "content/deploy-with-gulls.md",
      text: "---\naliases: [/hosting/deployment-with-terns/]\n---\n# A\n",
      settings: { site: { root: "content" } },
      articles: [
        {
          path: "content/deploy-with-terns.md",
          text: "---\naliases: [/hosting/deployment-with-terns/]\n---\n# B\n",
        },
      ],
      findings: [{ messageId: "aliasTwice", text: "/hosting/deployment-with-terns/" }],
    },
    {
      name: "a permalink that was copied, in the article that has another name",
      engine: "jekyll",
      path: "a.md",
      text: page("A", "permalink: /docs/options/\n"),
      articles: [{ path: "options.md", text: page("Options", "permalink: /docs/options/\n") }],
      findings: [{ messageId: "same", text: "/docs/options/" }],
    },
    {
      name: "a permalink that was copied, where the article with the name comes first",
      engine: "jekyll",
      path: "options.md",
      text: page("Options", "permalink: /docs/options/\n"),
      articles: [{ path: "a.md", text: page("A", "permalink: /docs/options/\n") }],
      findings: [{ messageId: "same", path: "a.md", text: "/docs/options/" }],
    },
    {
      name: "aliases that are another page's address, and another article's alias",
      engine: "hugo",
      path: "content/a.md",
      text: "---\naliases: ['/b', /c/]\n---\n# A\n",
      settings: { site: { root: "content" } },
      articles: [
        { path: "content/b.md", text: "---\nurl: /b/\n---\n# B\n" },
        { path: "content/d.md", text: "---\naliases:\n- /c/\n---\n# D\n" },
      ],
      findings: [
        { messageId: "alias", text: "/b", related: ["content/b.md 2:6-2:9"] },
        {
          messageId: "aliasTwice",
          path: "content/d.md",
          at: "3:3-3:6",
          related: ["content/a.md 2:17-2:20"],
        },
      ],
      variants: false,
    },
    {
      name: "a page beside a folder of its name: the later one, by date, has the finding",
      path: "x/index.md",
      text: page("A", "date: 2024-01-01\n"),
      articles: [{ path: "x.md", text: page("B", "date: 2024-02-01\npermalink: /x/\n") }],
      findings: [
        {
          messageId: "same",
          path: "x.md",
          at: "4:12-4:15",
          severity: "error",
          related: ["x/index.md 1:1-1:1"],
        },
      ],
      variants: false,
    },
    {
      name: "three pages of one address: each later one names the first",
      path: "x.md",
      text: page("A"),
      articles: [
        { path: "x/README.md", text: page("B") },
        { path: "x/index.md", text: page("C") },
      ],
      findings: [
        { messageId: "same", path: "x/README.md", at: "1:1-1:1" },
        { messageId: "same", path: "x/index.md", at: "1:1-1:1" },
      ],
      variants: false,
    },
    {
      name: "addresses that differ in letter case",
      path: "Quay.md",
      text: page("A"),
      articles: [{ path: "quay.md", text: page("B") }],
      findings: [{ messageId: "letterCase", path: "quay.md", at: "1:1-1:1" }],
      variants: false,
    },
    {
      name: "a file of a static folder",
      path: "docs/x/index.md",
      text: page("A", "permalink: /x/\n"),
      settings: { site: { root: "docs", staticDirs: ["static"] } },
      files: ["static/x/index.html"],
      findings: [{ messageId: "file", text: "/x/", at: "3:12-3:15" }],
      variants: false,
    },
  ],
});
