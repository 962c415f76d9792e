import text from "../../../rules/link/text.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(text, {
  valid: [
    {
      name: "the numbers of issues, commits and versions that their targets have, or the beginnings of them",
      text: "- [#12](https://github.com/quay/harbour/issues/12#c3)\n- [harbour#12](https://github.com/quay/harbour/pull/13)\n- [abc1234](https://github.com/quay/harbour/commit/abc1234def)\n- [1.2](https://github.com/quay/harbour/releases/tag/v1.2.3)\n- [Version 1.2.0](https://github.com/quay/harbour/tree/main)\n- [1.1.0 and 1.2.0](https://github.com/quay/harbour/releases/tag/v1.2.0)\n- [PEP 8](https://peps.quay.example/pep-0008/)\n",
    },
    {
      name: "a short text for a target whose name begins like it, in a sentence with the whole name",
      text: "Thanks to [Anna Tide](https://quay.example/AnnaTide), [Gull](https://quay.example/gull), and once more [Anna](https://quay.example/AnnaTide).\n",
    },
    {
      name: "the address of a site that has another one by now",
      text: "- [http://tern.example.com](http://tern.example.com)\n- [http://gull.org](https://www.gull-harbour.org)\n- [http://quay.org](https://quay.org)\n",
    },
    {
      name: "cards with texts of their own",
      path: "a.mdx",
      text: '<Card title="The tides" href="/tides" />\n<Card title="moon" href="/moon" />\n<Card title="Tides" href="/tides" />\n',
    },
    {
      name: "lists of videos of which several are named twice, and lists of other pages",
      text: ["a b a b c d e", "a a b c d"]
        .map((ids) =>
          ids
            .split(" ")
            .map((id, at) => `- [Talk ${at}](https://youtu.be/${id})\n`)
            .join(""),
        )
        .concat(
          "a a b c d e"
            .split(" ")
            .map((id, at) => `- [Talk ${at}](https://example.org/${id})\n`)
            .join(""),
        )
        .join("\nTides.\n\n"),
    },
    {
      name: "a link that an embed script makes a card of",
      text: '<div class="iframely-embed"><a href="https://quay.example/" data-iframely-url="//cdn.iframe.ly/X2"></a></div>\n',
      path: "article.html",
    },
    {
      name: "what a plugin of the build makes of a scheme that no browser knows",
      text: "[](sandbox://boats/gull)\n",
    },
    {
      name: "the name of an element as code",
      text: "[`<details>`](https://quay.example/details)\n",
    },
    {
      name: "drawings with a name, and a text next to a hidden one",
      text: '<a href="a"><svg role="img" aria-label="The log"><path d="M0 0"/></svg></a> <a href="b"><svg><text>Quay</text></svg></a> <a href="c"><span aria-hidden="true">→</span> Tides</a>\n',
      path: "a.html",
    },
    {
      name: "an icon that leads to its heading",
      text: '<h2 id="a"><a href="#a"><span aria-hidden="true">¶</span></a>Tides</h2>\n',
      path: "a.html",
    },
    {
      name: "a site whose name is a word",
      text: "We wrote it in [Go](https://go.dev/doc/) ([Go](https://github.com/golang), [Go](//golang.org/dl)), with maps of [HERE](https://www.here.com).\n",
    },
    { name: "a named link", text: "Read [the manual](a.md) and [the *other* one](b.md).\n" },
    {
      name: "autolinks and host names",
      text: "<https://x.org/a/b> https://x.org/c/d [x.org](https://x.org)\n",
    },
    {
      name: "an aria-label",
      text: '<a href="a" aria-label="The manual">here</a>\n',
      path: "a.html",
    },
    { name: "a linked image: its alt is the name", text: "[![The manual](a.png)](a.md)\n" },
    {
      name: "a linked image without alt: another rule's cause",
      text: '<a href="a"><img src="b.png"></a>\n',
      path: "a.html",
    },
    { name: "a hidden link", text: '<a href="a" aria-hidden="true"></a>\n', path: "a.html" },
    { name: "a printed text", text: "[{{ title }}](a.md)\n" },
    { name: "a component prints the text", text: "<a href='a'><Title /></a>\n", path: "a.mdx" },
    { name: "the same text in list items", text: "- [PDF](a.pdf)\n- [PDF](b.pdf)\n" },
    {
      name: "the same text, the same target",
      text: "[A](http://x.org/) and [A](https://www.x.org)\n",
    },
    { name: "numbers as references", text: "[1](a.md) and [1](b.md)\n" },
    {
      name: "cards that a script makes of empty links",
      text: '<a href="https://boats.example/" data-iframely-url="//cdn.iframe.ly/x"></a><script async src="//cdn.iframe.ly/embed.js"></script>\n\n<a class="twitter-timeline" href="https://twitter.com/harbour"></a><script src="https://platform.twitter.com/widgets.js"></script>\n',
    },
    {
      name: "a custom element in a link",
      text: '<a href="tides"><tide-table at="noon"></tide-table></a>\n',
    },
    {
      name: "a footnote in an article with HTML",
      text: "<div>A boat</div>\n\nIt <b>sails</b>[^1] home.\n\n[^1]: Slowly.\n",
    },
    { name: "an anchor without href", text: '<a name="x"></a>\n', path: "a.html" },
  ],
  invalid: [
    {
      name: "numbers of other things",
      text: "- [#12](https://github.com/quay/harbour/issues/13)\n- [RFC 7231](https://www.rfc-editor.org/rfc/rfc7230)\n- [abc1234](https://github.com/quay/harbour/commit/def1234)\n- [v1.2.0](https://github.com/quay/harbour/releases/tag/v1.1.0)\n",
      findings: [
        { messageId: "otherNumber", text: "[#12](https://github.com/quay/harbour/issues/13)" },
        { messageId: "otherNumber", at: "2:3-2:53" },
        { messageId: "otherNumber", at: "3:3-3:60" },
        { messageId: "otherNumber", at: "4:3-4:64" },
      ],
    },
    {
      name: "an address whose target is that of another link, and one whose target is the writer's computer",
      text: "- [http://tern.org/](http://tern.org/)\n- [http://gull.org/](http://tern.org/)\n- [http://quay.org](http://localhost:4000)\n",
      findings: [
        { messageId: "otherAddress", text: "[http://gull.org/](http://tern.org/)" },
        { messageId: "otherAddress", text: "[http://quay.org](http://localhost:4000)" },
      ],
    },
    {
      name: "a card with the target of its neighbour, among cards with names of their own and one without",
      path: "a.mdx",
      text: `${["boat", "crane", "dock", "fish", "gull"].map((name) => `<Card title="${name}" href="/${name}" />\n`).join("")}<Card title="quay" href="/gull" />\n<Card title="All of it" href="/all" />\n`,
      findings: [{ messageId: "otherTarget", at: "6:26-6:31" }],
    },
    {
      name: "an empty link beside a script that does not fill it",
      text: '<a class="button" href="https://boats.example/"></a><script src="https://platform.twitter.com/widgets.js"></script>\n',
      findings: [{ messageId: "noName", at: "1:1-1:53" }],
    },
    {
      name: "an empty link whose script is missing",
      text: '<a href="https://boats.example/" data-card="large"></a>\n',
      findings: [{ messageId: "noName", at: "1:1-1:56" }],
    },
    {
      name: "a drawing without a name",
      text: '<a href="log"><svg><style>.a{fill:red}</style><use href="#boat"/></svg></a>\n',
      path: "a.html",
      findings: [
        {
          messageId: "noName",
          text: '<a href="log"><svg><style>.a{fill:red}</style><use href="#boat"/></svg></a>',
        },
      ],
    },
    {
      name: "a text that is hidden from screen readers",
      text: 'See <a href="tides.html"><i aria-hidden="true">chevron_right</i></a> or <a href="quay.html"><span hidden>Quay</span></a>\n',
      findings: [
        {
          messageId: "noName",
          text: '<a href="tides.html"><i aria-hidden="true">chevron_right</i></a>',
        },
        { messageId: "noName", text: '<a href="quay.html"><span hidden>Quay</span></a>' },
      ],
    },
    {
      name: "a word that is no name of the site",
      text: "[Go](https://www.boats-of-others.org/) or [here](https://www.here.com/boats).\n",
      findings: [
        { messageId: "generic", text: "[Go](https://www.boats-of-others.org/)" },
        { messageId: "generic", text: "[here](https://www.here.com/boats)" },
      ],
    },
    {
      name: "no name, whatever data the link has",
      text: '<a href="https://quay.example/" data-id="7"></a>\n',
      path: "article.html",
      findings: [{ messageId: "noName", text: '<a href="https://quay.example/" data-id="7"></a>' }],
    },
    {
      name: "no name",
      text: "[](a.md) and more\n",
      findings: [{ messageId: "noName", text: "[](a.md)" }],
    },
    {
      name: "generic texts of several languages, with punctuation",
      text: "[Here!](a) [点击这里](b) [こちら](c) [Lire la suite…](d)\n",
      findings: [
        { messageId: "generic", text: "[Here!](a)" },
        { messageId: "generic", text: "[点击这里](b)" },
        { messageId: "generic", text: "[こちら](c)" },
        { messageId: "generic", text: "[Lire la suite…](d)" },
      ],
    },
    {
      name: "a house word",
      text: "[Mehr Infos](a)\n",
      options: { words: ["mehr infos"] },
      findings: [{ messageId: "generic", text: "[Mehr Infos](a)" }],
    },
    {
      name: "an address written as text",
      text: "[https://x.org/a/b](https://x.org/a/b)\n",
      findings: [{ messageId: "address", text: "[https://x.org/a/b](https://x.org/a/b)" }],
    },
    {
      name: "one text for two targets, with and without a space beside a full-width mark",
      text: "[第三章： Build](a.md)和[第三章：Build](b.md)。\n",
      findings: [{ messageId: "sameText", text: "[第三章：Build](b.md)", related: ["1:1-1:19"] }],
    },
    {
      name: "one text for two targets",
      text: "The [manual](a.md) and the [Manual](b.md).\n",
      findings: [{ messageId: "sameText", text: "[Manual](b.md)", related: ["1:5-1:19"] }],
    },
    {
      name: "one text for many targets, said once",
      text: "The [manual](a.md), the [Manual](b.md), the [manual](a.md),\nthe [manual](c.md), the [manual](b.md).\n",
      findings: [
        {
          messageId: "sameText",
          text: "[Manual](b.md)",
          related: ["1:5-1:19", "2:5-2:19", "2:25-2:39"],
        },
      ],
    },
    {
      name: "a title that repeats the text, in HTML with a fix",
      text: '<a href="a" title="Manual">manual</a>\n',
      path: "a.html",
      findings: [{ messageId: "titleRepeats", text: 'title="Manual"' }],
      fixed: '<a href="a">manual</a>\n',
    },
    {
      name: "a title that repeats the text, in Markdown",
      text: '[manual](a.md "Manual")\n',
      findings: [{ messageId: "titleRepeats", text: "Manual" }],
    },
  ],
});
