import trackingPixel from "../../../rules/security/tracking-pixel.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(trackingPixel, {
  valid: [
    {
      name: "a line one pixel high",
      text: '<img src="https://x.org/line.gif" height="1" width="600" alt="">',
      path: "a.html",
    },
    {
      name: "the site's own pixel",
      text: '<img src="https://x.io/a.gif" width=1 height=1 alt="">',
      path: "a.html",
      settings: { site: { url: "https://x.io/" } },
    },
    {
      name: "relative and data addresses",
      text: '<img src="a.gif" hidden alt=""><img src="data:image/gif;base64,R0" width=1 height=1 alt="">',
      path: "a.html",
    },
    {
      name: "a lazy loader's stand-in",
      text: '<img src="https://x.org/b.gif" data-original="https://x.org/c.jpg" style="display:none" alt="">',
      path: "a.html",
    },
    {
      name: "a template address",
      text: '<img src="https://x.org/{{ pixel }}" width=1 height=1 alt="">',
      path: "a.html",
    },
    {
      name: "a picture hidden from screen readers only",
      text: '<img src="https://x.org/a.png" aria-hidden="true" alt="">',
      path: "a.html",
    },
    {
      name: "pictures a service makes",
      text: "![](https://latex.codecogs.com/gif.latex?x) ![](https://chart.x.org/chart?cht=p3)\n",
    },
    {
      name: "a proxied picture",
      text: "![](https://p.org/?http://x.org/a.jpg) ![](https://p.org/?https%3A%2F%2Fx.org%2Fa.jpg)\n",
    },
    {
      name: "a described counter-like address",
      text: "![Downloads per day](https://x.org/stats?days=7)\n",
    },
    {
      name: "a player of normal size",
      text: '<iframe src="https://x.org/a" width="560" height="315"></iframe>',
      path: "a.html",
    },
    { name: "an empty ping", text: '<a href="/a" ping="">a</a>', path: "a.html" },
    { name: "code", text: '`<img src="https://x.org/a.gif" width=1 height=1>`\n' },
  ],
  invalid: [
    {
      name: "one pixel by attributes or style",
      text: 'a<img src="//x.org/a" width="1" height="1px">b<img src="https://x.org/b.gif" style="width:1px;height:0">c',
      path: "a.html",
      findings: [
        {
          messageId: "tiny",
          severity: "warning",
          text: '<img src="//x.org/a" width="1" height="1px">',
        },
        { messageId: "tiny", text: '<img src="https://x.org/b.gif" style="width:1px;height:0">' },
      ],
      suggested: [
        'ab<img src="https://x.org/b.gif" style="width:1px;height:0">c',
        'a<img src="//x.org/a" width="1" height="1px">bc',
      ],
    },
    {
      name: "an invisible picture, a frame without room",
      text: '<img src="https://x.org/a.png" style="visibility: hidden !important"><iframe src="https://x.org/b" width="0" height="0"></iframe>',
      path: "a.html",
      findings: [
        {
          messageId: "hidden",
          text: '<img src="https://x.org/a.png" style="visibility: hidden !important">',
        },
        { messageId: "tiny", at: "1:70-1:130" },
      ],
      suggested: [
        '<iframe src="https://x.org/b" width="0" height="0"></iframe>',
        '<img src="https://x.org/a.png" style="visibility: hidden !important">',
      ],
    },
    {
      name: "known counters in Markdown, also inline",
      text: "a ![](https://stats.wp.com/b.gif?v=noscript) b\n\n![x](https://feeds.feedburner.com/~r/a/~4/b)\n",
      findings: [
        { messageId: "counter", text: "![](https://stats.wp.com/b.gif?v=noscript)" },
        { messageId: "counter", text: "![x](https://feeds.feedburner.com/~r/a/~4/b)" },
      ],
      suggested: [
        "a  b\n\n![x](https://feeds.feedburner.com/~r/a/~4/b)\n",
        "a ![](https://stats.wp.com/b.gif?v=noscript) b\n",
      ],
    },
    {
      name: "only data in the address",
      text: "a ![](https://x.org/?u=7&m=8) b\n",
      findings: [{ messageId: "payload", text: "![](https://x.org/?u=7&m=8)" }],
      suggested: ["a  b\n"],
    },
    {
      name: "ping",
      text: '<a href="/a" ping="/count">a</a>',
      path: "a.html",
      findings: [{ messageId: "ping", text: 'ping="/count"' }],
      suggested: ['<a href="/a">a</a>'],
    },
  ],
});
