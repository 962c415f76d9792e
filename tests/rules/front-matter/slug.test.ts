import rule from "../../../rules/front-matter/slug.js";
import { testRule } from "../../../src/testing/test-rule.js";

const withLine = (line: string): string => `---\nid: a\n${line}\n---\nBody.\n`;
const others = (line: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `other-${at}.md`, text: withLine(line) }));

testRule(rule, {
  valid: [
    ...[
      "slug: talks-2022",
      "slug: 成果",
      "slug: web/api",
      "slug: electron-12.0",
      "permalink: false",
      "permalink: :year/:Title/",
      "permalink: '/{{ page.Slug }}/'",
      "permalink: /a%20b/",
      "url: https://example.org/A_b//c",
      "slug: ''",
    ].map((line) => ({ name: line, text: withLine(line) })),
    { name: "a former URL", text: withLine("aliases: [/Old_Name]"), engine: "hugo" },
    { name: "another engine's key", text: withLine("url: '/a b'"), engine: "jekyll" },
    { name: "capitals allowed", text: withLine("slug: Talks"), options: { case: "any" } },
    {
      name: "capitals are the site's style",
      text: withLine("slug: Web/API"),
      articles: others("slug: Web/CSS", 4),
    },
    {
      name: "underscores are the style of the site's names of several words",
      text: withLine("slug: accessibility_tree"),
      articles: [...others("slug: local_scope", 4), ...others("slug: tree", 12)],
    },
    { name: "the folder of a language", text: withLine("permalink: /zh_cn/talks/") },
    { name: "an identifier in capitals", text: withLine("slug: response-CVE-2019-25210") },
    { name: "Hexo's ending", text: withLine("permalink: a.html"), engine: "hexo" },
    { name: "dots in a name", text: withLine("slug: v1..2") },
    { name: "the URL of the tags page", text: withLine("permalink: /tags/") },
  ],
  invalid: [
    {
      name: "a space",
      text: withLine("slug: On Peace"),
      findings: [{ messageId: "unsafe", text: "On Peace", severity: "warning" }],
      suggested: [withLine("slug: on-peace")],
    },
    {
      name: "a query in quotation marks",
      text: withLine("permalink: '/a?b=c'"),
      findings: [{ messageId: "unsafe", text: "'/a?b=c'" }],
      suggested: [withLine("permalink: '/a'")],
    },
    {
      name: "a lone percent sign",
      text: withLine("slug: 100%"),
      findings: [{ messageId: "unsafe", text: "100%" }],
    },
    {
      name: "two slashes in a former URL",
      text: withLine("redirect_from: [/a, /b//c]"),
      engine: "jekyll",
      findings: [{ messageId: "slashes", text: "/b//c" }],
      suggested: [withLine("redirect_from: [/a, /b/c]")],
    },
    {
      name: "out of the site",
      text: withLine("url: /a/../b/"),
      engine: "hugo",
      findings: [{ messageId: "dots", text: "/a/../b/" }],
    },
    {
      name: "capitals on a site that has few",
      text: withLine("permalink: /CoC/"),
      articles: others("permalink: /coc/", 4),
      findings: [{ messageId: "upperCase", text: "/CoC/" }],
      suggested: [withLine("permalink: /coc/")],
    },
    {
      name: "underscores",
      text: withLine("slug: a_b_c"),
      findings: [{ messageId: "underscore", text: "a_b_c" }],
      suggested: [withLine("slug: a-b-c")],
    },
    {
      name: "no leading slash",
      text: withLine("permalink: a/"),
      engine: "jekyll",
      findings: [{ messageId: "leadingSlash", text: "a/" }],
      suggested: [withLine("permalink: /a/")],
    },
    {
      name: "no ending",
      text: withLine("permalink: /a"),
      engine: "hexo",
      findings: [{ messageId: "ending", text: "/a" }],
      suggested: [withLine("permalink: /a/")],
    },
    {
      name: "a reserved name",
      text: withLine("slug: index"),
      findings: [{ messageId: "reserved", text: "index" }],
    },
    {
      name: "beyond ASCII where that is refused",
      text: withLine("slug: café"),
      options: { unicode: "refuse" },
      findings: [{ messageId: "unicode", text: "café" }],
    },
  ],
});
