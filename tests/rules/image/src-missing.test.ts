import srcMissing from "../../../rules/image/src-missing.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(srcMissing, {
  valid: [
    {
      name: "HTML that the site leaves out of its pages",
      engine: "hugo",
      path: "content/a.md",
      text: "Tags such as <img/> and <img src=''>.\n",
      settings: { site: { config: { markup: { goldmark: { renderer: { unsafe: false } } } } } },
    },
    { name: "an address", text: "![](a.png)\n\n<img src=a.png srcset='a.png, b.png 2x'>" },
    {
      name: "lazy images with a stand-in",
      text: "<img src=wait.gif data-original=a.png class=lazy><img src='data:image/gif;base64,R0' data-src=a.png>",
      path: "a.html",
    },
    {
      name: "template values and tags",
      text: '<img src="{{ a }}"><img {{ attributes }}>',
      path: "a.html",
    },
    {
      name: "JSX expressions and spreads",
      text: "<img src={logo} alt='' />\n\n<img {...logo} />",
      path: "a.mdx",
    },
    { name: "framework bindings", text: '<img :src="logo"><img v-bind:src="logo">', path: "a.md" },
    {
      name: "widths without sizes on a lazy image",
      text: "<img src=a.png loading=lazy srcset='a.png 600w, b.png 1200w'>",
      path: "a.html",
    },
    {
      name: "candidates with commas in their addresses",
      text: "<img src=a.png srcset='https://cdn.example/w_600,h_400/a.png 1x, https://cdn.example/w_1200,h_800/a.png 2x'>",
      path: "a.html",
    },
    {
      name: "sources of video and audio",
      text: "<video><source src=a.mp4></video>",
      path: "a.html",
    },
    {
      name: "srcset alone, which browsers show",
      text: "<img srcset='a.png 1x, b.png 2x' alt=''><img src='' srcset=a.png data-src=b.png>\n\n<img srcset={sizes} alt='' />",
      path: "a.mdx",
    },
    {
      name: "a picture whose sources show something on every screen",
      text: "<picture><source srcset='a.webp' type='image/webp'><img alt=''></picture>",
      path: "a.html",
    },
    { name: "an image in code", text: "`![]()` and\n\n    ![a]()" },
  ],
  invalid: [
    {
      name: "no address, an empty one, a hash",
      text: "<img alt=''>\n<img src alt=''>\n<img src='' alt=''>\n<img src=' ' alt=''>\n<img src='#' alt=''>",
      path: "a.html",
      findings: [
        { messageId: "missing", severity: "error", at: "1:1-1:13" },
        { messageId: "empty", severity: "error", at: "2:1-2:17" },
        { messageId: "empty", at: "3:1-3:20" },
        { messageId: "empty", text: " " },
        { messageId: "empty", text: "#" },
      ],
    },
    {
      name: "Markdown images without an address",
      text: "Text ![A crane]() text ![A crane](<>)",
      findings: [
        { messageId: "empty", text: "![A crane]()" },
        { messageId: "empty", text: "![A crane](<>)" },
      ],
    },
    {
      name: "an address for the script only",
      text: "<img alt='' data-src=a.png>\n<img src='' data-original=b.png alt=''>",
      path: "a.html",
      findings: [
        { messageId: "lazy", severity: "error", at: "1:1-1:28" },
        { messageId: "lazy", at: "2:1-2:40" },
      ],
      suggested: ["<img alt='' src=a.png>\n<img src='' data-original=b.png alt=''>"],
    },
    {
      name: "candidates that browsers cannot choose from",
      text: "<img src=a srcset=''>\n<img src=a srcset='a.png 1x,, b.png 2x'>\n<img src=a srcset='a.png 600w, b.png 2x' sizes=1px>\n<img src=a srcset='a.png 2x, b.png 2x'>\n<img src=a srcset='a.png 600w'>\n<img src=a srcset='a.png 600px'>\n<img src=a srcset='a.png, b.png 1x'>",
      path: "a.html",
      findings: [
        { messageId: "srcset", severity: "error", text: "srcset=''" },
        { messageId: "srcset", text: "a.png 1x,, b.png 2x" },
        { messageId: "srcset", text: "a.png 600w, b.png 2x" },
        { messageId: "srcset", text: "a.png 2x, b.png 2x" },
        { messageId: "srcset", text: "a.png 600w" },
        { messageId: "srcset", text: "a.png 600px" },
        { messageId: "srcset", text: "a.png, b.png 1x" },
      ],
    },
    {
      name: "a srcset or sources that leave some readers or all without an image",
      text: "<img srcset='' alt=''>\n<img src='#' srcset='a.png 2x' alt=''>\n<picture><source srcset=a.png media='(min-width: 9px)'><img alt=''></picture>",
      path: "a.html",
      findings: [
        { messageId: "missing", at: "1:1-1:23" },
        { messageId: "srcset", text: "srcset=''" },
        { messageId: "empty", text: "#" },
        { messageId: "missing", at: "3:56-3:68" },
      ],
    },
    {
      name: "sources of a picture, and input images",
      text: "<picture><source media='(min-width: 1px)'><img src=a.png></picture><input type=image>",
      path: "a.html",
      findings: [
        { messageId: "missing", at: "1:10-1:43" },
        { messageId: "missing", at: "1:68-1:86" },
      ],
    },
    {
      name: "HTML of a site that shows it",
      engine: "hugo",
      path: "content/a.md",
      text: "An <img> here.\n",
      settings: { site: { config: { markup: { goldmark: { renderer: { unsafe: true } } } } } },
      findings: [{ messageId: "missing", text: "<img>" }],
    },
    {
      name: "a Markdown image without URL where HTML is left out",
      engine: "hugo",
      path: "content/a.md",
      text: "![boat]()\n",
      settings: { site: { config: { markup: { goldmark: { renderer: { unsafe: false } } } } } },
      findings: [{ messageId: "empty", text: "![boat]()" }],
    },
  ],
});
