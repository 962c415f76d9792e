import rule from "../../../rules/link/redirect.js";
import { testRule } from "../../../src/testing/test-rule.js";

const moved = (text: string) => [{ path: "_redirects", text }];
const site = { complete: true, url: "https://example.org/blog/" };
const articles = [{ path: "new/index.md", text: "# New\n" }];

testRule(rule, {
  valid: [
    { name: "no redirects", text: "[x](/blog/old)\n", settings: { site }, articles },
    {
      name: "a redirect outside of the base path",
      text: "[x](/blog/old)\n",
      settings: { site },
      articles,
      files: moved("/old /blog/new/"),
    },
    {
      name: "a rewrite",
      text: "[x](/blog/old)\n",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/new/ 200"),
    },
    {
      name: "the fallback of an app, which answers at every address",
      text: "[x](/blog/old) [y](/blog/older)\n",
      settings: { site: { ...site, complete: true } },
      files: moved("/blog/old /blog/older 200\n/* /blog/ 200"),
    },
    {
      name: "a target that does not exist",
      text: "[x](/blog/old)\n",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/gone/"),
    },
    {
      name: "a redirect that only adds a slash",
      text: "[x](/blog/old)\n",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/old/"),
    },
    {
      name: "a template value",
      text: "[x]({{ site.baseurl }}/old)\n",
      engine: "jekyll",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/new/"),
    },
  ],
  invalid: [
    {
      name: "a chain through an address with a query and a fragment, which the last one drops",
      text: "[x](/blog/old)\n",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/older?a=1#b\n/blog/older /blog/new/"),
      findings: [{ messageId: "chain", text: "/blog/old" }],
      fixed: "[x](/blog/new/)\n",
    },
    {
      name: "a link to an alias in an article's front matter, shown where it is written",
      engine: "hugo",
      path: "content/a.md",
      text: "[x](/old/#b)\n",
      settings: { site: { root: "content", complete: true } },
      articles: [
        { path: "content/new.md", text: '---\naliases: [/older/, "/old/"]\n---\n# New\n' },
      ],
      findings: [
        { messageId: "redirected", text: "/old/#b", related: ["content/new.md 2:21-2:26"] },
      ],
      fixed: "[x](/new/#b)\n",
    },
    {
      name: "a root-relative link, its fragment kept",
      text: "[x](/blog/old#a)\n",
      settings: { site },
      articles,
      files: moved("/blog/old /blog/new/"),
      findings: [
        {
          messageId: "redirected",
          text: "/blog/old#a",
          severity: "warning",
          related: ["_redirects 1:1-1:10"],
        },
      ],
      fixed: "[x](/blog/new/#a)\n",
    },
    {
      name: "an absolute link to the site's own host, and a relative one",
      path: "posts/a.md",
      text: "[x](https://example.org/blog/old) [y](../old)\n",
      settings: { site },
      articles,
      files: moved("/blog/old https://example.org/blog/new/ 308"),
      findings: [
        { messageId: "redirected", text: "https://example.org/blog/old" },
        { messageId: "redirected", text: "../old" },
      ],
      fixed: "[x](https://example.org/blog/new/) [y](../new/)\n",
    },
    {
      name: "a placeholder at the end, with and without a slash after it",
      text: "[x](/blog/log/new/) [y](/blog/log/new) [z](/blog/2019/new/)\n",
      settings: { site },
      articles,
      files: moved("/blog/log/:name /blog/:name/\n/blog/:year/:name/ /blog/:name/"),
      findings: [
        { messageId: "redirected", text: "/blog/log/new/" },
        { messageId: "redirected", text: "/blog/log/new" },
        { messageId: "redirected", text: "/blog/2019/new/" },
      ],
      fixed: "[x](/blog/new/) [y](/blog/new/) [z](/blog/new/)\n",
    },
    {
      name: "an HTML link under a splat; two queries are left to people",
      path: "a.html",
      text: '<p><a href="/blog/2019/new?a=1">x</a></p>\n',
      settings: { site },
      articles,
      files: moved("/blog/2019/* /blog/:splat/?from=2019 301"),
      findings: [{ messageId: "redirected", text: "/blog/2019/new?a=1" }],
    },
    {
      name: "a circle, even when only part of the site is in view",
      text: "[x](/blog/old)\n",
      settings: { site: { ...site, complete: false } },
      articles,
      files: moved("/blog/old /blog/older\n/blog/older /blog/old"),
      findings: [{ messageId: "circle", text: "/blog/old", severity: "error" }],
    },
  ],
});
