import { describe, expect, it } from "vitest";
import malformed from "../../../rules/link/malformed.js";
import { urlDefectOf } from "../../../src/knowledge/link/malformed-url.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(malformed, {
  valid: [
    {
      name: "brackets and parentheses of prose and of patterns",
      text: "[a(/b/)] [see the log (/log/) [a-z(/x/)] [note(s)] [the deck(left)\n",
    },
    {
      name: "attributes of components that are no address, and addresses that are right",
      path: "a.mdx",
      text: '<Card title="https://https://x" href="https://example.org/" to="/deck/" link={x} />\n',
    },
    { name: "a scheme that is shown as an example", text: "- <mailto:>\n- <https://x.org>\n" },
    {
      name: "arguments in brackets, classes of characters and texts in parentheses",
      text: "f(a b)[https://x.org/a] (see)[1] (the log)[a.png] (the log)[https://x.org/a](b) (the log)[https://x.org/a]: it\n",
    },
    {
      name: "addresses of the front matter that are right",
      text: "---\na: ssh://git.example.org/x\nb: http://example.org/\nc: http://localhost/\n---\nx\n",
    },
    {
      name: "a bare address in quotation marks, at which VitePress ends it",
      text: '写 "https://x.org/a%20b"，而后\n',
      engine: "vitepress",
    },
    {
      name: "files with an @ in their name",
      text: "![quay](quay@x2.png) ![deck](img/deck@2x_new.webp) [table](tides@2024.pdf) [notes](log@v2.md)\n",
    },
    {
      name: "asides after brackets, and targets with spaces that are well written",
      text: 'The boat [1](see the log) left [2](at 4.30 p.m.), [7](and/or later) [8](2 / 3), [3](<a b.md>) [4](a%20b.md "A b") \\[5](a b.md) `[6](a b.md)`\n',
    },
    {
      name: "kramdown takes a space",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      text: "The [log](the log.pdf)\n",
    },
    {
      name: "asides, citations and tasks before parentheses, and links that render",
      text: "[five] (an aside) [1] (https://x.org/a) [log](https://x.org/a) (https://x.org/b) [see (https://x.org/c)]\n\n- [x] (https://x.org/a)\n\n`[log] (https://x.org)`\n",
    },
    { name: "template values", text: "[a](https:{{ x }}) [b]({% link a.md %})\n" },
    {
      name: "Markdown inside an HTML block, which is another cause",
      text: "<p>a</p>\nThe [manual](https://x.org/a) says so.\n",
    },
    { name: "code", text: "`[a](https:/x.org)`\n" },
    {
      name: "an address in angle brackets before CJK punctuation",
      text: "<https://x.org/a>，好\n",
    },
    { name: "a real full-width path in a written link", text: "[a](https://x.org/你，好)\n" },
    {
      name: "labels with an aside, titles with their address, numbers of issues, and functions",
      text: "［設定］（/a/） 【标题】(https://x.org/a) [船]（#123） f[船]（/a/） 〔船〕（a）［1］(https://x.org/b)\n",
    },
    { name: "full-width signs in code", text: "`[船]（#a）` `［船］(https://x.org/a)`\n" },
  ],
  invalid: [
    {
      name: "an address of a component with two schemes, and one with a slip",
      path: "a.mdx",
      text: '<Card href="https://https://example.org/deck" />\n\n<Card to="htps://example.org/log" />\n',
      findings: [
        { messageId: "doubledScheme", text: "https://https://example.org/deck" },
        { messageId: "unknownScheme", text: "htps://example.org/log" },
      ],
    },
    {
      name: "a text without its end before an address of the site",
      text: "See the [log of the boat(/log/2020/) and [the quay(../quay.md).\n",
      findings: [
        { messageId: "brokenSyntax", text: "[log of the boat(/log/2020/)" },
        { messageId: "brokenSyntax", text: "[the quay(../quay.md)" },
      ],
    },
    {
      name: "a slip in a scheme of the front matter",
      text: "---\nusing:\n  Quay: htps://example.org/quay\n---\nx\n",
      findings: [{ messageId: "unknownScheme", text: "htps://example.org/quay" }],
    },
    {
      name: "swapped brackets",
      text: "See (the log)[https://x.org/a] and !(the quay)[img/quay.png].\n",
      findings: [
        { messageId: "swapped", text: "(the log)[https://x.org/a]" },
        { messageId: "swapped", text: "!(the quay)[img/quay.png]" },
      ],
    },
    {
      name: "brackets and parentheses of full width in all places",
      text: "[船]（#anchor-名） ［船］(https://x.org/a) 【船】(/a/#b) [船](https://x.org/a） ［船](a.md) ！[船]（b.png） !【船】(c.png)\n",
      findings: [
        { messageId: "gap", text: "[船]（#anchor-名）" },
        { messageId: "wideSigns", text: "［船］(https://x.org/a)" },
        { messageId: "wideSigns", text: "【船】(/a/#b)" },
        { messageId: "wideSigns", text: "[船](https://x.org/a）" },
        { messageId: "wideSigns", text: "［船](a.md)" },
        { messageId: "gap", text: "！[船]（b.png）" },
        { messageId: "wideSigns", text: "!【船】(c.png)" },
      ],
    },
    {
      name: "full-width parentheses, told once",
      text: "此属性包含 [船]（https://example.org/boats#fast）。\n",
      findings: [{ messageId: "gap", text: "[船]（https://example.org/boats#fast）" }],
    },
    {
      name: "a space in the target of a link and an image",
      text: 'Fetch [the log](files/the log.zip) and see ![the quay](the old quay.jpeg "Quay").\n\n- [Tides](/tide tables/)\n',
      findings: [
        { messageId: "spaceInUrl", text: "[the log](files/the log.zip)" },
        { messageId: "spaceInUrl", text: '![the quay](the old quay.jpeg "Quay")' },
        { messageId: "spaceInUrl", text: "[Tides](/tide tables/)" },
      ],
    },
    {
      name: "an image's address",
      text: "![a](https:/x.org/a.png)\n",
      findings: [{ messageId: "slashes", text: "https:/x.org/a.png" }],
      suggested: ["![a](https://x.org/a.png)\n"],
    },
    {
      name: "brackets and parentheses that do not touch",
      text: "The [log] (https://x.org/log.html), ![quay] (quay.png) and [手册]（https://x.org/b）。\n",
      findings: [
        { messageId: "gap", text: "[log] (https://x.org/log.html)", severity: "error" },
        { messageId: "gap", text: "![quay] (quay.png)" },
        { messageId: "gap", text: "[手册]（https://x.org/b）" },
      ],
    },
    {
      name: "brackets that are missing",
      text: "Read [the log](/log.md and more.\n\nRead tides](https://x.org/a) now.\n\nRead [winds(https://x.org/b) too.\n",
      findings: [
        { messageId: "brokenSyntax", text: "[the log](/log.md" },
        { messageId: "brokenSyntax", text: "](https://x.org/a)" },
        { messageId: "brokenSyntax", text: "[winds(https://x.org/b)" },
      ],
    },
    {
      name: "a doubled parenthesis",
      text: "see [#36]((https://x.org/36), [#44](https://x.org/44)\n",
      findings: [{ messageId: "brokenSyntax", text: "[#36]((" }],
    },
    {
      name: "an e-mail address without mailto",
      text: "[mail](me@example.org)\n",
      findings: [{ messageId: "emailAsPath", text: "me@example.org" }],
      suggested: ["[mail](mailto:me@example.org)\n"],
    },
    {
      name: "an autolink that swallowed CJK punctuation",
      text: "见 https://x.org/a。然后\n",
      findings: [{ messageId: "gluedPunctuation", text: "https://x.org/a。然后" }],
      fixed: "见 <https://x.org/a>。然后\n",
    },
    {
      name: "a name that Markdown takes for an address",
      text: "The repository harbour-www.\n",
      findings: [{ messageId: "wordAsUrl", text: "www" }],
    },
    {
      name: "the same in VitePress, which reads on through such marks, too",
      text: "见 https://x.org/a。然后\n",
      engine: "vitepress",
      findings: [{ messageId: "gluedPunctuation", text: "https://x.org/a。然后" }],
      fixed: "见 <https://x.org/a>。然后\n",
    },
    {
      name: "the same in MDX, which takes angle brackets for a tag",
      text: "见 https://x.org/a。然后\n",
      path: "a.mdx",
      findings: [{ messageId: "gluedPunctuation", text: "https://x.org/a。然后" }],
      fixed: "见 [https://x.org/a](https://x.org/a)。然后\n",
    },
    {
      name: "an address in MDX whose marks would need escapes",
      text: "见 https://x.org/a_b。然后\n",
      path: "a.mdx",
      findings: [{ messageId: "gluedPunctuation", text: "https://x.org/a_b。然后" }],
    },
  ],
});

describe("urlDefectOf", () => {
  it.each([
    ["http://https://x.org/a", "doubledScheme"],
    ["https://https//x.org/a", undefined],
    ["https:/x.org", "slashes"],
    ["http:///x.org", "slashes"],
    ["htp://x.org", "unknownScheme"],
    ["ttps://x.org", "unknownScheme"],
    ["mail-to:a@b.org", "unknownScheme"],
    ["slack://x", undefined],
    ["C:\\x", undefined],
    ["(https://x.org", "schemeInPath"],
    ["://x.org/a", "schemeInPath"],
    ["proxy/https://x.org/a", "schemeInPath"],
    ["a.html?u=https://x.org", undefined],
    ["me@example.org", "emailAsPath"],
    ["users/@me", undefined],
    ["http://", "noHost"],
    ["https://?a", "noHost"],
    ["http://a:b", "unparsable"],
    ["//x.org/a", undefined],
    ["mailto:", "mail"],
    ["mailto:a@b.org?subject=x", undefined],
    ["mailto:?to=a@b.org", undefined],
    ["mailto:a b", "mail"],
    ["tel:+44 1632 960961", undefined],
    ["tel:call", "tel"],
    ["https://x.org/?a=1&amp;b=2", "doubleEscaped"],
    ["../a.md", undefined],
    ["#x", undefined],
  ])("judges %s", (url, kind) => {
    expect(urlDefectOf(url, false)?.kind).toBe(kind);
  });

  it.each([
    ["ttps://x.org", "https://x.org"],
    ["hhttps://x.org", "https://x.org"],
    ["htp://x.org", "http://x.org"],
    ["(https://x.org/a)", "https://x.org/a"],
    ["“https://x.org/a", "https://x.org/a"],
  ])("writes %s as %s", (url, meant) => {
    expect(urlDefectOf(url, false)).toMatchObject({ url: meant });
  });
});
