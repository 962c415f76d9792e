import text from "../../../rules/link/text.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(text, {
  valid: [
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
