import rule from "../../../rules/front-matter/required.js";
import { testRule } from "../../../src/testing/test-rule.js";

const post = "source/_posts/a.md";

testRule(rule, {
  valid: [
    {
      name: "title and date",
      text: "---\ntitle: A\ndate: 2022-03-01\n---\n",
      path: post,
      engine: "hexo",
    },
    {
      name: "a date in the file name",
      text: "---\ntitle: A\n---\n",
      path: "source/_posts/2022-03-01-a.md",
      engine: "hexo",
    },
    {
      name: "a date under the name that Astro's sites give it",
      text: "---\ntitle: A\npubDate: 2022-03-01\n---\n",
      path: "src/content/blog/a.md",
      engine: "astro",
    },
    {
      name: "a date in the folders",
      text: "---\ntitle: A\n---\n",
      path: "source/_posts/2022/03/01/a.md",
      engine: "hexo",
    },
    {
      name: "a date in a bundle's name",
      text: "---\ntitle: A\n---\n",
      path: "content/posts/weekly-20200821/index.md",
      engine: "hugo",
    },
    {
      name: "a text file",
      text: "---\nlayout: none\npermalink: /boats.txt\n---\n\nOars: 2\n",
      path: "pages/boats.html",
      engine: "jekyll",
    },
    {
      name: "data in a hidden folder",
      text: "---\npermalink: /.well-known/boats.json\n---\n{}\n",
      path: "data/boats.html",
      engine: "eleventy",
    },
    {
      name: "the page for a lost address",
      text: "---\nlayout: bare\n---\n\nLost.\n",
      path: "pages/404.html",
      engine: "jekyll",
    },
    {
      name: "a title that comes from the name of a post",
      text: "---\nauthors: mia\n---\n\nText.\n",
      path: "blog/2021-04-05-new-sails.md",
      engine: "docusaurus",
    },
    {
      name: "no date on a page that is not a post",
      text: "---\ntitle: A\n---\n",
      path: "source/about/a.md",
      engine: "hexo",
    },
    {
      name: "no date in a draft",
      text: "---\ntitle: A\ndraft: true\n---\n",
      path: "content/posts/a.md",
      engine: "hugo",
    },
    {
      name: "the index of a section",
      text: "---\ntitle: A\n---\n",
      path: "content/posts/_index.md",
      engine: "hugo",
    },
    {
      name: "a title from the heading",
      text: "---\nsidebar: 1\n---\n# A\n",
      path: "docs/a.md",
      engine: "docusaurus",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a title from Jekyll's file name",
      text: "---\nlayout: post\n---\n",
      path: "_posts/2022-03-01-a.md",
      engine: "jekyll",
    },
    {
      name: "a start page",
      text: "---\nlayout: home\n---\n",
      path: "index.html",
      engine: "jekyll",
    },
    {
      name: "an error page",
      text: "---\npermalink: /404.html\n---\n",
      path: "lost.html",
      engine: "jekyll",
    },
    { name: "a redirect", text: "---\nredirect_to: /b/\n---\n", path: "a.md", engine: "jekyll" },
    {
      name: "no front matter where it is not needed",
      text: "# A\n",
      path: "docs/a.md",
      engine: "docusaurus",
    },
    {
      name: "no front matter outside the posts",
      text: "Text.\n",
      path: "source/robots.md",
      engine: "hexo",
      variants: ["crlf", "bom", "cjk"],
    },
    { name: "unreadable front matter", text: "---\ntitle:A\n---\n", path: post, engine: "hexo" },
    {
      name: "front matter that is a program",
      text: '---js\n{ title: "A" }\n---\n',
      engine: "eleventy",
    },
    {
      name: "a key that holds only for other layouts",
      text: "---\ntitle: A\nlayout: page\n---\n",
      options: { keys: ["author"], when: { layout: "post" } },
    },
    { name: "a numeric title", text: "---\ntitle: 1984\n---\n", engine: "hugo" },
  ],
  invalid: [
    {
      name: "a page with an address of its own",
      text: "---\npermalink: /v1.2/boats.html\n---\n\nOars.\n",
      path: "pages/boats.html",
      engine: "jekyll",
      findings: [{ messageId: "missing", at: "1:1-1:4" }],
      suggested: ["---\ntitle: ''\npermalink: /v1.2/boats.html\n---\n\nOars.\n"],
    },
    {
      name: "no title and no date",
      text: "---\nauthor: A\n---\n# Not a title to Hexo\n",
      path: post,
      engine: "hexo",
      variants: ["crlf", "bom"],
      findings: [
        { messageId: "missing", at: "1:1-1:4", severity: "error" },
        { messageId: "missing", at: "1:1-1:4" },
      ],
      suggested: [
        "---\ndate: ''\nauthor: A\n---\n# Not a title to Hexo\n",
        "---\ntitle: 'Not a title to Hexo'\nauthor: A\n---\n# Not a title to Hexo\n",
      ],
    },
    {
      name: "another engine's name for the date, and a switch of that name",
      text: "---\ntitle: A\npublished: true\n---\n",
      path: post,
      engine: "hexo",
      findings: [{ messageId: "missing", text: "---" }],
      suggested: ["---\ndate: ''\ntitle: A\npublished: true\n---\n"],
    },
    {
      name: "empty values and placeholders",
      text: "---\ntitle: ''\ndate: TODO\n---\n",
      path: post,
      engine: "hexo",
      findings: [
        { messageId: "empty", text: "title" },
        { messageId: "empty", text: "date" },
      ],
    },
    {
      name: "no front matter in a post, once",
      text: "Words.\n",
      path: post,
      engine: "hexo",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "noFrontMatter", at: "1:1-1:7" }],
    },
    {
      name: "keys of the config",
      text: "---\ntitle: A\nlayout: post\n---\n",
      options: { keys: ["author"], when: { layout: "post" } },
      findings: [{ messageId: "demanded", at: "1:1-1:4", severity: "warning" }],
      suggested: ["---\nauthor: ''\ntitle: A\nlayout: post\n---\n"],
    },
    {
      name: "a stub in TOML",
      text: '+++\nauthor = "A"\n+++\n',
      engine: "hugo",
      findings: [{ messageId: "missing", text: "+++" }],
      suggested: ['+++\ntitle = ""\nauthor = "A"\n+++\n'],
    },
  ],
});
