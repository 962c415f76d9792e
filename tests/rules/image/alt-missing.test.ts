import altMissing from "../../../rules/image/alt-missing.js";
import { testRule } from "../../../src/testing/test-rule.js";

const REMARK_IMAGES = {
  site: {
    config: {
      plugins: [
        "gatsby-plugin-sharp",
        {
          resolve: "gatsby-transformer-remark",
          options: { plugins: [{ resolve: "gatsby-remark-images", options: { maxWidth: 840 } }] },
        },
      ],
    },
  },
};

testRule(altMissing, {
  valid: [
    {
      name: "components for images: two without, one other with, and attributes that are handed on",
      text: '<Image src="a.png" alt="Bow" />\n\n<Image src="b.png" alt="Stern" />\n\n<Image src="c.png" />\n\n<Image src="d.png" />\n\n<DeckImage src="a.png" alt="Bow" />\n\n<DeckImage src="b.png" />\n\n<Picture src="a.png" alt="Bow" />\n\n<Picture src="b.png" alt="Stern" />\n\n<Picture src="c.png" {...mast} />\n\n<Chart src="a.png" alt="Bow" />\n\n<Chart src="b.png" alt="Bow" />\n\n<Chart src="c.png" />\n',
      path: "a.mdx",
    },
    {
      name: "HTML that the site leaves out of its pages",
      engine: "hugo",
      path: "content/a.md",
      text: "Tags such as <img/> and <img>.\n",
      settings: { site: { config: { markup: { goldmark: { renderer: { unsafe: false } } } } } },
    },
    { name: "decoration", text: '<img src="a.png" alt="">', path: "a.html" },
    { name: "alt without a value is an empty one", text: '<img src="a.png" alt>', path: "a.html" },
    {
      name: "presentation and hidden images",
      text: '<img src="a.png" role="none"><img src="b.png" role=presentation><img src="c.png" aria-hidden="true"><img src="d.png" hidden>',
      path: "a.html",
    },
    {
      name: "an image in a hidden element",
      text: '<div aria-hidden="true"><p><img src="a.png"></p></div>',
      path: "a.html",
    },
    { name: "a template value", text: '<img src="a.png" alt="{{ alt }}">', path: "a.html" },
    {
      name: "a template tag that may write the alt",
      text: '<img src="a.png" {{ attributes }}>',
      path: "a.html",
    },
    {
      name: "a JSX expression and a spread",
      text: '<img src="a.png" alt={text} />\n\n<img src="b.png" {...rest} />',
      path: "a.mdx",
    },
    { name: "a Vue binding", text: '<img src="a.png" :alt="text">', path: "a.md" },
    { name: "an image in code", text: "```html\n<img src=a.png>\n```\n\n`<img src=a.png>`" },
    { name: "an image in a comment", text: "<!-- <img src=a.png> -->", path: "a.html" },
    {
      name: "decoration in a link that has text, a name or another image",
      text: '<a href="/"><img src="a.png" alt=""> Home</a><a href="/" aria-label="Home"><img src="a.png" alt=""></a><a href="/" title="Home"><img src="a.png" alt=""></a><a href="/"><img src="a.png" alt=""><img src="b.png" alt="Home"></a>',
      path: "a.html",
    },
    {
      name: "decoration in a link with a component or an expression",
      text: '<a href="/"><img src="a.png" alt="" /><Title /></a>\n\n<a href="/"><img src="a.png" alt="" />{title}</a>',
      path: "a.mdx",
    },
    {
      name: "decoration in an anchor that is no link",
      text: '<a id="top"><img src="a.png" alt=""></a>',
      path: "a.html",
    },
    {
      name: "decoration in a figure with a caption or with text",
      text: '<figure><img src="a.png" alt=""><figcaption>Dawn</figcaption></figure><figure><img src="a.png" alt=""><p>Dawn</p></figure>',
      path: "a.html",
    },
    {
      name: "an area without href, an input that is no image, a drawing that is no image",
      text: '<map name="m"><area shape="default"></map><input type="text"><svg></svg>',
      path: "a.html",
    },
    {
      name: "an svg with a title or a name",
      text: '<svg role="img"><title>Yes</title></svg><svg role="img" aria-label="Yes"></svg>',
      path: "a.html",
    },
    {
      name: "an image object with alt, with a caption, and with alt beside it",
      text: "---\nimage:\n  path: a.png\n  alt: Dawn\ncover:\n  image: b.png\n  caption: Noon\nhero:\n  src: c.png\nhero_alt: Dusk\n---\nText",
    },
    { name: "an image field that is a plain address", text: "---\ncover: /a.png\n---\nText" },
  ],
  invalid: [
    {
      name: "a component for images that lacks what the others of the article have",
      text: '<DeckImage src="a.png" alt="Bow" />\n\n<DeckImage src="b.png" alt="Stern" />\n\n<DeckImage src="c.png" />\n',
      path: "a.mdx",
      findings: [{ messageId: "component", text: '<DeckImage src="c.png" />' }],
    },
    {
      name: "an image without alt, at its tag",
      text: '<p>One</p>\n<p><IMG src="a.png"\n width=1></p>',
      path: "a.html",
      findings: [{ messageId: "missing", severity: "error", text: '<IMG src="a.png"\n width=1>' }],
      suggested: ['<p>One</p>\n<p><IMG alt="" src="a.png"\n width=1></p>'],
    },
    {
      name: "an image in a list item of Markdown",
      text: "- one\n- two <img src=a.png>\n",
      findings: [{ messageId: "missing", at: "2:7-2:22" }],
    },
    {
      name: "an image alone in a link, which cannot be decoration",
      text: '<a href="/"><img src="a.png"></a>',
      path: "a.html",
      findings: [{ messageId: "missing", text: '<img src="a.png">' }],
      suggested: [],
    },
    {
      name: "a JSX image",
      text: '<img src="a.png" />',
      path: "a.mdx",
      findings: [{ messageId: "missing", text: '<img src="a.png" />' }],
    },
    {
      name: "area, input and svg",
      text: '<map name="m"><area href="/"></map>\n<input type="image" src="go.png">\n<svg role="img"></svg>',
      path: "a.html",
      findings: [
        { messageId: "missing", text: '<area href="/">' },
        { messageId: "missing", text: '<input type="image" src="go.png">' },
        { messageId: "missing", text: '<svg role="img">' },
      ],
    },
    {
      name: "other names are not enough",
      text: '<img src="a.png" title=\'A "big" crane\'>\n<img src="a.png" aria-label="Crane">\n<img src="a.png" aria-labelledby="c">',
      path: "a.html",
      findings: [
        { messageId: "titleOnly", severity: "warning", at: "1:1-1:40" },
        { messageId: "titleOnly", at: "2:1-2:37" },
        { messageId: "titleOnly", at: "3:1-3:38" },
      ],
      suggested: [
        '<img alt="A &quot;big&quot; crane" src="a.png" title=\'A "big" crane\'>\n<img src="a.png" aria-label="Crane">\n<img src="a.png" aria-labelledby="c">',
        '<img src="a.png" title=\'A "big" crane\'>\n<img alt="Crane" src="a.png" aria-label="Crane">\n<img src="a.png" aria-labelledby="c">',
      ],
    },
    {
      name: "an empty Markdown image",
      text: "Text ![](a.png) text ![][b]\n\n[b]: b.png",
      findings: [
        { messageId: "empty", severity: "warning", text: "![](a.png)" },
        { messageId: "empty", text: "![][b]" },
      ],
    },
    {
      name: "an empty image as the only content of a link or button",
      text: '[![](a.png)](/)\n\n<a href="/"> <img src="a.png" alt=""> <img src="b.png" alt=""></a>\n\n<button><img src="c.png" alt=""></button>',
      findings: [
        { messageId: "linkEmpty", severity: "error", text: "![](a.png)" },
        { messageId: "linkEmpty", text: '<img src="a.png" alt="">' },
        { messageId: "linkEmpty", text: '<img src="c.png" alt="">' },
      ],
    },
    {
      name: "an image object without alt",
      text: "---\ncover:\n  image: a.png\n  relative: true\n---\nText",
      findings: [{ messageId: "field", severity: "warning", text: "a.png" }],
    },
    {
      name: "decoration where a site has none",
      text: '<img src="a.png" alt="">',
      path: "a.html",
      options: { decorative: "forbid" },
      findings: [{ messageId: "decorative", at: "1:1-1:25" }],
    },
    {
      name: "images that a plugin names after their files",
      engine: "gatsby",
      path: "content/blog/a.md",
      text: '![](../images/boat.png)\n\n[![](boat.jpg)](/boats/)\n\n<figure><a href="/boats/"><img src="./boat.png"></a></figure>\n',
      settings: REMARK_IMAGES,
      findings: [
        { messageId: "fileName", severity: "warning", text: "![](../images/boat.png)" },
        { messageId: "fileName", text: "![](boat.jpg)" },
        { messageId: "fileName", text: '<img src="./boat.png">' },
      ],
    },
    {
      name: "images that such a plugin leaves alone",
      engine: "gatsby",
      path: "content/blog/a.md",
      text: '<img src="boat.gif">\n\n<img src="/boat.png">\n\n[![](https://example.org/boat.png)](/boats/)\n',
      settings: REMARK_IMAGES,
      findings: [
        { messageId: "missing", severity: "error", text: '<img src="boat.gif">' },
        { messageId: "missing", text: '<img src="/boat.png">' },
        { messageId: "linkEmpty", text: "![](https://example.org/boat.png)" },
      ],
    },
    {
      name: "JSX, which such a plugin does not read",
      engine: "gatsby",
      path: "content/blog/a.mdx",
      text: '<img src="boat.png" />\n',
      settings: REMARK_IMAGES,
      findings: [{ messageId: "missing", text: '<img src="boat.png" />' }],
    },
    {
      name: "a Gatsby site without such a plugin",
      engine: "gatsby",
      path: "content/blog/a.md",
      text: '<img src="boat.png">\n',
      settings: { site: { config: { plugins: ["gatsby-transformer-remark"] } } },
      findings: [{ messageId: "missing", text: '<img src="boat.png">' }],
    },
  ],
});
