import broken from "../../../rules/link/broken.js";
import { testRule } from "../../../src/testing/test-rule.js";

const complete = { site: { complete: true } };

testRule(broken, {
  valid: [
    {
      name: "another letter case, of which link/case speaks",
      text: "[a](Guide.md)\n",
      files: ["guide.md"],
      settings: complete,
    },
    {
      name: "a target beside the article, with and without extension",
      text: "[a](b.md) [b](b) [c](./b.html)\n",
      path: "docs/a.md",
      files: ["docs/b.md"],
      settings: complete,
    },
    {
      name: "a folder with an index file",
      text: "[a](/guide/) [b](/guide)\n",
      files: ["guide/_index.md"],
      settings: complete,
    },
    {
      name: "a file in a static folder of the engine",
      text: "[a](/files/a.pdf)\n",
      path: "content/posts/a.md",
      engine: "hugo",
      files: ["static/files/a.pdf"],
      settings: complete,
    },
    {
      name: "an encoded path, decoded once",
      text: "[a](my%20file.pdf) [b](%E6%96%87.pdf)\n",
      files: ["my file.pdf", "文.pdf"],
      settings: complete,
    },
    {
      name: "an absolute address of the site itself with a base path",
      text: "[a](https://example.org/blog/a.pdf) [b](/blog/a.pdf)\n",
      files: ["a.pdf"],
      settings: { site: { complete: true, url: "https://example.org/blog/" } },
    },
    {
      name: "addresses that the config vouches for",
      text: "[a](/2022/03/talks/) [b](/tags/x/)\n",
      settings: { site: { complete: true, routes: { "/2022/**": true, "/tags/x/": true } } },
    },
    {
      name: "template values, other schemes, malformed addresses",
      text: "[a]({{ x }}/a.pdf) [b](mailto:a@b.org) [c](me@example.org) [d](https:/x.org)\n",
      settings: complete,
    },
    { name: "an absent target while only part of the site is in view", text: "[a](gone.pdf)\n" },
    {
      name: "a path the config ignores",
      text: "[a](/api/x.pdf)\n",
      options: { ignore: ["/api/"] },
      settings: complete,
    },
    {
      name: "links inside code",
      text: "`[a](gone.pdf)`\n\n    [b](gone.pdf)\n",
      settings: complete,
    },
    {
      name: "everything after a base element",
      path: "a.html",
      text: '<base href="https://example.org/">\n<a href="gone.pdf">x</a>\n',
      settings: complete,
    },
  ],
  invalid: [
    {
      name: "targets that the link makes of a redirect with a splat or a placeholder",
      text: "[a](/log/lost/) [b](/old/sea/lost) [right](/log/new/) [told by site/redirects](/was) [host](/fn/x)\n",
      articles: [{ path: "new/index.md", text: "# New\n" }],
      files: [
        {
          path: "_redirects",
          text: "/log/:name /:name/\n/old/* /gone/:splat\n/was /never/\n/fn/:x /.netlify/functions/:x",
        },
      ],
      settings: complete,
      findings: [
        { messageId: "redirected", severity: "error", text: "/log/lost/" },
        { messageId: "redirected", text: "/old/sea/lost", related: ["_redirects 2:1-2:7"] },
      ],
    },
    {
      name: "what a rewrite for every page looks for in vain",
      text: "[there](/quay) [gone](/harbour)\n",
      articles: [{ path: "quay.html", text: "<p>Quay</p>\n" }],
      files: [
        {
          path: "vercel.json",
          text: '{"rewrites": [{"source": "/:path*", "destination": "/:path*.html"}]}',
        },
      ],
      settings: complete,
      findings: [{ messageId: "absent", text: "/harbour" }],
    },
    {
      name: "pages that only a rule for any address answers, with the home page or for some readers",
      text: "[a](/lost/) [b](/new/)\n",
      articles: [{ path: "new/index.md", text: "# New\n" }],
      files: [
        {
          path: "_redirects",
          text: "/* https://old.example/:splat 301 Country=no\n/* /index.html 200",
        },
      ],
      settings: complete,
      findings: [{ messageId: "absent", severity: "error", text: "/lost/" }],
    },
    {
      name: "pages that a rewrite would look for under another name",
      text: "[a](/lost) [b](/found)\n",
      files: [
        {
          path: "vercel.json",
          text: '{ "rewrites": [{ "source": "/:path*", "destination": "/:path*.txt" }] }',
        },
        "found.txt",
      ],
      settings: complete,
      findings: [{ messageId: "absent", text: "/lost" }],
    },
    {
      name: "an absent file, relative and from the root",
      text: "[a](gone.pdf)\n[b](/gone.pdf)\n",
      settings: complete,
      findings: [
        { messageId: "absent", text: "gone.pdf", at: "1:5-1:13" },
        { messageId: "absent", text: "/gone.pdf" },
      ],
    },
    {
      name: "a target of the same name elsewhere",
      text: "[a](x/b.md#part)\n",
      path: "docs/a.md",
      files: ["docs/y/b.md"],
      settings: complete,
      findings: [{ messageId: "absentNearest", text: "x/b.md#part" }],
      suggested: ["[a](y/b.md#part)\n"],
    },
    {
      name: "an address, with the page of the same name",
      text: "[a](/blog/docs/setup?x=1#part)\n",
      articles: [{ path: "guide/setup.md", text: "# Part\n" }],
      settings: { site: { complete: true, url: "https://example.org/blog/" } },
      findings: [{ messageId: "absentNearest", text: "/blog/docs/setup?x=1#part" }],
      suggested: ["[a](/blog/guide/setup?x=1#part)\n"],
    },
    {
      name: "a target outside the root beside one that is absent",
      text: "[a](../../../etc/x.pdf)\n[b](gone.pdf)\n",
      settings: complete,
      findings: [{ messageId: "absent", text: "gone.pdf" }],
    },
    {
      name: "HTML links and media",
      path: "a.html",
      text: '<p><a href="gone.pdf">x</a></p>\n<video src="gone.mp4"></video>\n',
      settings: complete,
      findings: [
        { messageId: "absent", text: "gone.pdf" },
        { messageId: "absent", text: "gone.mp4" },
      ],
    },
    {
      name: "a reference link, once, at its definition",
      text: "[a][x] and [b][x]\n\n[x]: gone.pdf\n",
      settings: complete,
      findings: [{ messageId: "absent", text: "gone.pdf" }],
    },
  ],
});
