import mixedContent from "../../../rules/security/mixed-content.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(mixedContent, {
  valid: [
    {
      name: "a style element over https, with a comment and a namespace",
      text: '<style>\n/* url(http://x.org/b.png) */\n@namespace svg "http://www.w3.org/2000/svg";\n.a { background: url(https://x.org/b.png) }\n</style>\n',
      path: "a.html",
    },
    {
      name: "https, relative and data addresses",
      text: "![a](https://x.org/a) ![b](b.png) ![c](//x.org/c) ![d](data:,)\n",
    },
    { name: "links", text: "[a](http://x.org/a)\n" },
    {
      name: "the inner address of a proxy",
      text: "![a](https://p.org/?http://x.org/a.jpg) <img src='https://p.org/x/http://x.org/b.jpg'>\n",
    },
    { name: "localhost", text: "![a](http://localhost:4000/a.png) ![b](http://127.0.0.1/b.png)\n" },
    { name: "a template address", text: "![a](http://{{ host }}/a.png)\n" },
    {
      name: "a canonical link",
      text: '<link rel="canonical" href="http://x.org/">',
      path: "a.html",
    },
    {
      name: "a site served over http",
      text: "![a](http://x.org/a.png)\n",
      settings: { site: { url: "http://y.org" } },
    },
    { name: "code", text: "`<img src=http://x.org/a.png>`\n" },
  ],
  invalid: [
    {
      name: "an import, a font and a picture in a style element",
      text: "<style>\n@import \"http://x.org/a.css\";\n@font-face { src: url(http://x.org/f.woff) }\n.a { background: url('http://x.org/b.png') }\n</style>\n",
      path: "a.html",
      findings: [
        { messageId: "active", text: "http://x.org/a.css", related: ["3:23-3:42"] },
        { messageId: "passive", text: "http://x.org/b.png" },
      ],
      suggested: [
        "<style>\n@import \"https://x.org/a.css\";\n@font-face { src: url(https://x.org/f.woff) }\n.a { background: url('http://x.org/b.png') }\n</style>\n",
        "<style>\n@import \"http://x.org/a.css\";\n@font-face { src: url(http://x.org/f.woff) }\n.a { background: url('https://x.org/b.png') }\n</style>\n",
      ],
    },
    {
      name: "thirty pictures are one finding",
      text: '<img src="http://x.org/a.jpg"><img src="http://x.org/b.jpg"><img src="g.gif" data-original="http://x.org/c.jpg">',
      path: "a.html",
      findings: [
        {
          messageId: "passive",
          severity: "warning",
          text: "http://x.org/a.jpg",
          related: ["1:41-1:59", "1:93-1:111"],
        },
      ],
      suggested: [
        '<img src="https://x.org/a.jpg"><img src="https://x.org/b.jpg"><img src="g.gif" data-original="https://x.org/c.jpg">',
      ],
    },
    {
      name: "srcset, poster, style and media",
      text: [
        '<img srcset="https://x.org/a.jpg 1x, http://x.org/b.jpg 2x" alt="">',
        '<video poster="http://x.org/c.jpg" src="http://x.org/d.mp4"></video>',
        "<p style=\"background: url('http://x.org/e.png')\">a</p>",
      ].join("\n"),
      path: "a.html",
      findings: [
        {
          messageId: "passive",
          text: "http://x.org/b.jpg",
          related: ["2:16-2:34", "2:41-2:59", "3:28-3:46"],
        },
      ],
    },
    {
      name: "a known host gets a fix, others a suggestion",
      text: '<iframe src="http://www.youtube.com/embed/a"></iframe><iframe src="http://x.org/b"></iframe>',
      path: "a.html",
      findings: [
        { messageId: "active", severity: "error", text: "http://www.youtube.com/embed/a" },
        { messageId: "active", text: "http://x.org/b" },
      ],
      fixed:
        '<iframe src="https://www.youtube.com/embed/a"></iframe><iframe src="http://x.org/b"></iframe>',
      suggested: [
        '<iframe src="http://www.youtube.com/embed/a"></iframe><iframe src="https://x.org/b"></iframe>',
      ],
    },
    {
      name: "a picture of the front matter",
      text: "---\ntitle: A\ncover: http://x.org/a.jpg\n---\ntext\n",
      engine: "hexo",
      findings: [{ messageId: "passive", text: "http://x.org/a.jpg" }],
      variants: ["crlf"],
    },
    {
      name: "scripts, style sheets and objects",
      text: '<script src="http://x.org/a.js"></script><link rel="stylesheet" href="http://x.org/b.css"><object data="http://x.org/c.swf"></object>',
      path: "a.html",
      findings: [
        { messageId: "active", text: "http://x.org/a.js", related: ["1:71-1:89", "1:105-1:123"] },
      ],
    },
  ],
});
