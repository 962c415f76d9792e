import repeated from "../../../rules/image/repeated.js";
import { testRule } from "../../../src/testing/test-rule.js";

const lazy = Array.from(
  { length: 30 },
  (_, index) =>
    `<p><img class="lazy" src="wait.gif" data-original="https://img.example/${index}.jpg" alt></p>`,
);

testRule(repeated, {
  valid: [
    {
      name: "images that are compared: in a table, and with another one",
      text: "| ![](a.png) | ![](b.png) |\n| --- | --- |\n| ![](b.png) | ![](a.png) |\n\n![](c.png)\n\nLook at both:\n\n![](d.png)![](c.png)\n",
    },

    { name: "different pictures", text: "![](a.jpg) ![](b.jpg) ![](step_1.png) ![](step_2.png)" },
    { name: "thirty lazy images with one stand-in", text: lazy.join("\n"), path: "a.html" },
    { name: "an ornament", text: "![](leaf.png)\n".repeat(3) },
    {
      name: "icons, hidden images, and noscript copies",
      text: "<img src=a.png height=16><img src=a.png height=16><img src=b.png role=none><img src=b.png><img src=w.gif data-src=c.png><noscript><img src=c.png></noscript>",
      path: "a.html",
    },
    { name: "template values", text: "<img src='{{ a }}'><img src='{{ a }}'>", path: "a.html" },
    {
      name: "the header image as lead image, the thumbnail as header image",
      text: "---\nheadimg: a.jpg\nthumbnail: a.jpg\n---\n![](a.jpg)",
    },
    {
      name: "a smaller thumbnail",
      text: "---\nheadimg: a.jpg\nthumbnail: a-150x150.jpg\n---\nText",
      options: { fields: true },
    },
    {
      name: "sources of one picture element",
      text: "<picture><source srcset=a.jpg><img src=a.jpg></picture>",
      path: "a.html",
    },
  ],
  invalid: [
    {
      name: "the same address",
      text: "![](a.jpg)\n\nText ![](a.jpg)\n\n![](b.jpg) [![](b.jpg)](b)",
      findings: [
        {
          messageId: "exact",
          severity: "warning",
          at: "3:10-3:15",
          related: ["1:5-1:10"],
        },
        { messageId: "exact", at: "5:17-5:22" },
      ],
      suggested: ["![](a.jpg)\n\nText \n\n![](b.jpg) [![](b.jpg)](b)"],
    },
    {
      name: "other renditions: a proxy, a lazy image",
      text: "<img src=https://img.example/a.jpg>\n<img src='https://proxy.example/?http://img.example/a.jpg'>\n<img src=w.gif data-original=https://img.example/b.jpg>\n<img src=https://img.example/b_640.jpg>",
      path: "a.html",
      findings: [
        {
          messageId: "rendition",
          severity: "warning",
          text: "https://proxy.example/?http://img.example/a.jpg",
          related: ["1:10-1:35"],
        },
        { messageId: "rendition", text: "https://img.example/b_640.jpg" },
      ],
    },
    {
      name: "what a site adds to the knowledge of renditions",
      text: "![](a.jpg?token=1) ![](a.jpg?token=2) ![](https://cdn.example/f/b.jpg) ![](b.jpg)",
      options: { ignoreQuery: ["token"], cdn: ["https://cdn.example/f/"] },
      findings: [
        { messageId: "rendition", text: "a.jpg?token=2" },
        { messageId: "rendition", text: "b.jpg" },
      ],
    },
    {
      name: "a thumbnail that is the header image itself",
      text: "---\nheadimg: 'a.jpg'\nthumbnail: 'a.jpg'\n---\nText",
      options: { fields: true },
      findings: [
        { messageId: "thumbnail", severity: "warning", at: "3:13-3:18", related: ["2:11-2:16"] },
      ],
    },
  ],
});
