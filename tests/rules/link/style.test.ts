import { describe, expect, it } from "vitest";
import { unpublishedPlaceOf } from "../../../rules/link/lib/unpublished-places.js";
import style from "../../../rules/link/style.js";
import { testRule } from "../../../src/testing/test-rule.js";

const site = { url: "https://quay.example/blog/", folder: "" };
const boats = [{ path: "boats/index.md", text: "Boats.\n" }];
const always = { trailingSlash: "always" };

testRule(style, {
  valid: [
    {
      name: "addresses in front matter that are examples",
      text: "---\nservers:\n  - url: http://localhost:8080\ndemo: http://localhost:3000/a\ndescription: Open http://localhost:4000\n---\nText.\n",
    },
    {
      name: "the site's own address, shown as it is",
      text: "<https://quay.example/blog/boats/> and [x](https://other.example/blog/boats/)\n",
      settings: { site },
      articles: boats,
    },
    {
      name: "a slash too few where the host decides",
      text: "[x](/blog/boats)\n",
      settings: { site },
      articles: boats,
    },
    {
      name: "a slash too few that is ignored",
      engine: "hexo",
      text: "[x](/boats)\n",
      options: { trailingSlash: "ignore" },
      articles: boats,
    },
    {
      name: "files, the home page and the base path",
      text: "[x](/blog/paper.pdf) [x](/blog) [x](/blog/)\n",
      path: "a.md",
      options: always,
      settings: { site },
      articles: [{ path: "index.md", text: "Start.\n" }],
      files: ["paper.pdf"],
    },
    {
      name: "a source file that a plugin may rewrite",
      engine: "eleventy",
      text: "[x](boats/index.md)\n",
      articles: boats,
      files: [{ path: "eleventy.config.js", text: "addPlugin(InputPathToUrlTransformPlugin)" }],
    },
    {
      name: "a source file of a site whose own files are out of view",
      engine: "eleventy",
      text: "[x](boats/index.md)\n",
      articles: boats,
    },
    {
      name: "a source file in a folder that is shown as it is",
      text: "[x](boats/index.md)\n",
      articles: boats,
    },
    {
      name: "published addresses",
      text: "[a](https://x.org) [b](b.md) [c](/c/) [d](#d) [e](mailto:a@x.org)\n",
    },
    {
      name: "a local address as text",
      text: "* [http://localhost:8080/a](http://localhost:8080/a)\n* <http://localhost:8080/b>\n",
    },
    {
      name: "a local address the text names by its port",
      text: "[port 8080](http://localhost:8080/a)\n",
    },
    {
      name: "the front page of a local server",
      text: "[本地预览](http://localhost:4000/) [the router](http://192.168.1.1/)\n",
    },
    { name: "code", text: "`[a](http://localhost/a)`\n\n    [a](file:///a)\n" },
    { name: "a template value", text: "[a](//{{ host }}/a) [b](http://localhost/{{ b }})\n" },
    { name: "index.html of another site", text: "[a](https://x.org/index.html)\n" },
    { name: "index.html in a query", text: "[a](/show?file=index.html)\n" },
    { name: "another file of the same name", text: "[a](../a/menu.md)\n", path: "b/menu.md" },
    {
      name: "a permalink with placeholders",
      text: "---\npermalink: /:title/\n---\n[a](/:title/)\n",
      variants: false,
    },
    {
      name: "a staging server that the text is about",
      text: "Try it on [staging](https://quay-staging.harbour.org/list).\n",
    },
    {
      name: "staging servers on a page named after them",
      text: "---\ntitle: The Staging Quay\n---\n\n[valid](https://valid.staging.harbour.org/) [no longer](https://old.staging.harbour.org/)\n",
    },
    {
      name: "a word with staging in it",
      text: "[a](https://x.org/staging/) [b](https://backstaging.org/)\n",
    },
  ],
  invalid: [
    {
      name: "the site's own host and a slash unlike the site's, in one go",
      text: "[x](https://quay.example/blog/boats) [y](/blog/boats/)\n",
      options: always,
      settings: { site },
      articles: boats,
      findings: [{ messageId: "ownHost", text: "https://quay.example/blog/boats" }],
      fixed: "[x](/blog/boats/) [y](/blog/boats/)\n",
    },
    {
      name: "a slash too few where nearly all links of the site have one",
      text: `${"[x](/blog/boats/)\n".repeat(40)}[y](/blog/boats#a)\n`,
      settings: { site },
      articles: boats,
      findings: [{ messageId: "slashMissing", text: "/blog/boats#a" }],
      fixed: `${"[x](/blog/boats/)\n".repeat(40)}[y](/blog/boats/#a)\n`,
    },
    {
      name: "the site's own host, all links of an article together",
      text: "[x](https://quay.example/blog/boats/?a=1#b) [y](https://quay.example/blog/boats/)\n",
      settings: { site },
      articles: boats,
      findings: [
        {
          messageId: "ownHost",
          text: "https://quay.example/blog/boats/?a=1#b",
          severity: "info",
          related: ["1:49-1:81"],
        },
      ],
      fixed: "[x](/blog/boats/?a=1#b) [y](/blog/boats/)\n",
    },
    {
      name: "slashes too few, before query and fragment",
      text: "[x](/blog/boats) [y](/blog/boats?a=1#b)\n",
      options: always,
      settings: { site },
      articles: boats,
      findings: [{ messageId: "slashMissing", text: "/blog/boats", related: ["1:22-1:39"] }],
      fixed: "[x](/blog/boats/) [y](/blog/boats/?a=1#b)\n",
    },
    {
      name: "the article itself, by its address",
      path: "boats/index.md",
      text: "[x](/blog/boats/) [y](../boats/#sail)\n",
      settings: { site },
      findings: [
        { messageId: "self", text: "/blog/boats/" },
        { messageId: "self", text: "../boats/#sail" },
      ],
      suggested: ["[x](/blog/boats/) [y](#sail)\n"],
    },
    {
      name: "files of the writer's computer",
      text: "[a](file:///tmp/a.pdf) [b](<C:\\\\Users\\\\b.doc>)\n",
      findings: [
        { messageId: "localFile", severity: "error", text: "file:///tmp/a.pdf" },
        { messageId: "localFile", text: "C:\\\\Users\\\\b.doc" },
      ],
    },
    {
      name: "a copied preview address, in a link and a picture",
      text: "[the guide](http://localhost:4000/guide/?a=1#b)\n\n![x](http://127.0.0.1:4000/x.png)\n",
      path: "source/_posts/a.md",
      engine: "hexo",
      findings: [
        { messageId: "loopback", severity: "error", text: "http://localhost:4000/guide/?a=1#b" },
        { messageId: "loopback", text: "http://127.0.0.1:4000/x.png" },
      ],
      suggested: [
        "[the guide](/guide/?a=1#b)\n\n![x](http://127.0.0.1:4000/x.png)\n",
        "[the guide](http://localhost:4000/guide/?a=1#b)\n\n![x](/x.png)\n",
      ],
    },
    {
      name: "hosts of the own network and for tests",
      text: "[a](http://wiki.corp/a) [b](https://app-staging.x.org/) [c](https://1a2b.ngrok.io/c)\n",
      findings: [
        { messageId: "privateHost", severity: "warning", text: "http://wiki.corp/a" },
        { messageId: "staging", severity: "warning", text: "https://app-staging.x.org/" },
        { messageId: "staging", text: "https://1a2b.ngrok.io/c" },
      ],
    },
    {
      name: "no scheme",
      text: '<a href="//www.youtube.com/a">a</a> <a href="//x.org/b">b</a>',
      path: "a.html",
      findings: [
        { messageId: "protocolRelative", severity: "info", text: "//www.youtube.com/a" },
        { messageId: "protocolRelative", text: "//x.org/b" },
      ],
      fixed: '<a href="https://www.youtube.com/a">a</a> <a href="//x.org/b">b</a>',
      suggested: ['<a href="//www.youtube.com/a">a</a> <a href="https://x.org/b">b</a>'],
    },
    {
      name: "the article itself by its file",
      text: "[a](../a/b%20c.md) [b](b%20c.md#d)\n",
      path: "a/b c.md",
      findings: [
        { messageId: "self", severity: "info", text: "../a/b%20c.md" },
        { messageId: "self", text: "b%20c.md#d" },
      ],
      suggested: ["[a](../a/b%20c.md) [b](#d)\n"],
    },
    {
      name: "the article itself by its permalink",
      text: "---\npermalink: /a/b/\n---\n[a](/a/b)\n",
      findings: [{ messageId: "self", text: "/a/b" }],
      variants: ["crlf"],
    },
    {
      name: "index.html of the own site",
      text: "[a](index.html) [b](/b/index.htm?c=1) [d](https://x.io/d/index.html)\n",
      settings: { site: { url: "https://x.io/" } },
      findings: [
        { messageId: "indexFile", severity: "info", text: "index.html" },
        { messageId: "indexFile", text: "/b/index.htm?c=1" },
        { messageId: "indexFile", text: "https://x.io/d/index.html" },
      ],
      suggested: [
        "[a](./) [b](/b/index.htm?c=1) [d](https://x.io/d/index.html)\n",
        "[a](index.html) [b](/b/?c=1) [d](https://x.io/d/index.html)\n",
        "[a](index.html) [b](/b/index.htm?c=1) [d](https://x.io/d/)\n",
      ],
    },
    {
      name: "an editor",
      text: "[a](https://x.org/wp-admin/post.php?post=1)\n",
      findings: [{ messageId: "editor", severity: "info", at: "1:5-1:43" }],
    },
  ],
});

describe("unpublishedPlaceOf", () => {
  it.each([
    ["file:///a", "file"],
    ["D:/a", "file"],
    ["\\\\server\\share", "file"],
    ["http://localhost", "loopback"],
    ["http://app.localhost:3000/a", "loopback"],
    ["http://[::1]/a", "loopback"],
    ["http://0.0.0.0:4000/", "loopback"],
    ["http://172.20.1.1/", "private"],
    ["http://172.40.1.1/", undefined],
    ["http://printer.local/", "private"],
    ["https://deploy-preview-12--x.netlify.app/", "staging"],
    ["https://docs.google.com/document/d/a/edit", "editor"],
    ["https://docs.google.com/document/d/a/edit?usp=sharing", undefined],
    ["https://docs.google.com/document/d/a/view", undefined],
    ["https://mp.weixin.qq.com/s?__biz=a&tempkey=b", "editor"],
    ["https://mp.weixin.qq.com/s?__biz=a", undefined],
    ["https://x.org/?preview=true&p=1", "editor"],
    ["https://x.org/ghost/#/editor/post/1", "editor"],
    ["https://x.org/ghost/", undefined],
    ["/localhost/a", undefined],
    ["c:a", undefined],
  ])("takes %j for %j", (url, kind) => {
    expect(unpublishedPlaceOf(url)?.kind).toBe(kind);
  });
});
