import notFound from "../../../rules/image/not-found.js";
import { testRule } from "../../../src/testing/test-rule.js";

const complete = { site: { complete: true } };

testRule(notFound, {
  valid: [
    {
      name: "a file in the article's folder, percent-encoded and in another Unicode form",
      text: "![](img/a.png) ![](my%20dog.png) ![](cafe\u0301.png)",
      path: "posts/a.md",
      settings: complete,
      files: ["posts/img/a.png", "posts/my dog.png", "posts/café.png"],
    },
    {
      name: "a file under a static folder, with query and fragment",
      text: "![](/img/a.png?v=1#x)",
      engine: "hugo",
      settings: complete,
      files: ["static/img/a.png"],
    },
    {
      name: "an asset folder named like the article",
      text: "![](a.png)",
      path: "source/_posts/talks.md",
      engine: "hexo",
      settings: { site: { complete: true, root: "source" } },
      files: ["source/_posts/talks/a.png"],
    },
    {
      name: "steps above the root, where browsers stay",
      text: "![](/../../img/a.png) ![](/img/../../img/./a.png)",
      path: "source/_posts/talks.md",
      engine: "hexo",
      settings: { site: { complete: true, root: "source" } },
      files: ["source/img/a.png"],
    },
    {
      name: "other hosts, data, templates, empty addresses",
      text: "![](https://img.example/a.png) ![](data:image/gif;base64,R0) ![]({{ a }}/a.png) ![]() <img src='#'>",
      settings: complete,
    },
    {
      name: "a missing file when only a part of the site is in view",
      text: "![](a.png) ![](/b/c.png)",
    },
    {
      name: "a page bundle's cover with the theme's leading slash",
      text: '---\ncover: "/cover.jpg"\n---\nText',
      path: "content/en/blog/hello/index.md",
      engine: "hugo",
      settings: complete,
      files: ["content/en/blog/hello/cover.jpg"],
    },
    {
      name: "a front-matter address below the site's root without a slash",
      text: "---\nimage: assets/img/a.png\n---\nText",
      path: "content/posts/a.md",
      settings: complete,
      files: ["assets/img/a.png"],
    },
    {
      name: "a front-matter file name to which the theme adds a folder",
      text: "---\ncover: a.png\n---\nText",
      path: "content/posts/a.md",
      settings: complete,
      files: ["themes/x/static/covers/a.png"],
    },
    {
      name: "a root-relative address that a folder unknown here may serve",
      text: "![](/img/a.png)",
      path: "pages/a.md",
      settings: complete,
      files: ["apps/site/public/img/a.png"],
    },
    {
      name: "a file of the right type, of a type nobody looked at, of a type unknown",
      text: "![](a.jpg) ![](b.png) ![](c.ico)",
      settings: complete,
      files: [{ path: "a.jpg", type: "jpeg" }, "b.png", { path: "c.ico", type: "png" }],
    },
    {
      name: "the site's own address",
      text: "![](https://example.org/blog/img/a.png)",
      settings: { site: { complete: true, url: "https://example.org/blog/" } },
      files: ["img/a.png"],
    },
    {
      name: "images in code and comments",
      text: "`![](a.png)`\n\n<!-- ![](a.png) -->",
      settings: complete,
    },
  ],
  invalid: [
    {
      name: "a file that is not there, with steps above the root",
      text: "![](/../img/b.png)",
      path: "source/_posts/talks.md",
      engine: "hexo",
      settings: { site: { complete: true, root: "source" } },
      files: ["source/img/a.png"],
      findings: [{ messageId: "absent", text: "/../img/b.png" }],
    },
    {
      name: "a file in whose place the server shows a page",
      text: "![](/screens/quay.png) ![](/screens/there.png)\n",
      articles: [{ path: "index.html", text: "<p>Home</p>\n" }],
      files: [{ path: "_redirects", text: "/* /index.html 200\n" }, "screens/there.png"],
      settings: complete,
      findings: [{ messageId: "absent", text: "/screens/quay.png" }],
    },
    {
      name: "a file that is missing, once however often it is shown",
      text: "![](a.png) ![](a.png)\n\n<img src='/b.png' srcset='c.png 2x'>",
      settings: complete,
      findings: [
        { messageId: "absent", severity: "error", at: "1:5-1:10", related: ["1:16-1:21"] },
        { messageId: "absent", text: "/b.png" },
        { messageId: "absent", text: "c.png" },
      ],
    },
    {
      name: "a file that is elsewhere, relative and root-relative",
      text: "![](one.png)\n\n![](/img/two.png)",
      path: "content/posts/a.md",
      settings: { site: { complete: true, staticDirs: ["static"] } },
      files: ["content/img/one.png", "static/pics/two.png"],
      findings: [
        { messageId: "absent", text: "one.png" },
        { messageId: "absent", text: "/img/two.png" },
      ],
      suggested: ["![](../img/one.png)\n\n![](/img/two.png)", "![](one.png)\n\n![](/pics/two.png)"],
    },
    {
      name: "another letter case, even when only a part of the site is in view",
      text: "![](IMG/a.PNG?v=1) ![](IMG/a.PNG?v=1)",
      files: ["img/A.png"],
      findings: [
        {
          messageId: "letterCase",
          severity: "error",
          text: "IMG/a.PNG?v=1",
          related: ["1:24-1:37"],
        },
      ],
      suggested: ["![](img/A.png?v=1) ![](img/A.png?v=1)"],
    },
    {
      name: "a file without content, or with another content than its name says",
      text: "![](a.png) ![](b.png) ![](c.jpg)",
      files: [
        { path: "a.png", bytes: 0 },
        { path: "b.png", type: "html" },
        { path: "c.jpg", type: "webp" },
      ],
      findings: [
        { messageId: "emptyFile", severity: "error", text: "a.png" },
        { messageId: "wrongType", severity: "error", text: "b.png" },
        { messageId: "otherType", severity: "warning", text: "c.jpg" },
      ],
    },
    {
      name: "a front-matter image that is nowhere, and a poster",
      text: "---\ncover: /img/a.png\n---\n<video poster=b.png></video>",
      settings: complete,
      findings: [
        { messageId: "absent", text: "/img/a.png" },
        { messageId: "absent", text: "b.png" },
      ],
    },
    {
      name: "an article shown as an image",
      text: "![](b.md)",
      articles: [{ path: "b.md", text: "Text" }],
      findings: [{ messageId: "page", severity: "error", text: "b.md" }],
    },
  ],
});
