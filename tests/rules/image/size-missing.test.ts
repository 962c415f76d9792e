import sizeMissing from "../../../rules/image/size-missing.js";
import { testRule } from "../../../src/testing/test-rule.js";

const files = [
  { path: "a.png", size: { width: 40, height: 30 } },
  { path: "b.svg", size: { width: 24.5, height: 12 } },
  "lfs.png",
  { path: "empty.png", bytes: 0 },
];

testRule(sizeMissing, {
  valid: [
    {
      name: "both, or one, which is another rule's",
      text: "<img src=a.png width=4 height=3><img src=a.png width=4><img src=a.png height='{{ h }}'>",
      path: "a.html",
      files,
    },
    { name: "Markdown's own images", text: "![a](a.png)\n\n[![a](a.png)](a.png)", files },
    {
      name: "files that are not there",
      text: "<img src=c.png><img src=empty.png><img src=''><img>",
      path: "a.html",
      files,
    },
    {
      name: "pictures elsewhere",
      text: "<img src=https://b.example/a.png><img src=//b.example/a.png><img src='data:image/gif;base64,R0lGOD'>",
      path: "a.html",
      files,
    },
    {
      name: "templates and bindings",
      text: '<img src="{{ a }}"><img :src="a.png" src="a.png"><img src="a.png" :width="w">',
      path: "a.html",
      files,
    },
    { name: "sprites", text: "<img src='b.svg#cart'>", path: "a.html", files },
    {
      name: "styles that say it",
      text: "<img src=a.png style='max-width: 100%; height: auto'><img src=a.png style='{{ s }}'>",
      path: "a.html",
      files,
    },
    {
      name: "hidden, without scripts, in a drawing",
      text: "<img src=a.png hidden><noscript><img src=a.png></noscript>",
      path: "a.html",
      files,
    },
    {
      name: "components",
      text: '<Image src="a.png" />\n\n<img src={a} />\n\n<img {...props} src="a.png" />',
      path: "a.mdx",
      files,
    },
    {
      name: "a build that writes them",
      engine: "eleventy",
      text: "<img src=a.png>",
      path: "a.html",
      files,
      settings: { site: { config: { plugins: ["eleventyImageTransformPlugin"] } } },
    },
  ],
  invalid: [
    {
      name: "all in one, each with its own size",
      text: "<p><img src=a.png alt=A></p>\n<IMG\n src='b.svg' alt=B style='border: 0'>\n",
      path: "a.html",
      files,
      findings: [
        {
          messageId: "missing",
          severity: "info",
          text: "<img src=a.png alt=A>",
          related: ["2:1-3:38"],
        },
      ],
      fixed:
        '<p><img width="40" height="30" src=a.png alt=A></p>\n<IMG width="25" height="12"\n src=\'b.svg\' alt=B style=\'border: 0\'>\n',
    },
    {
      name: "by what may be done about them",
      text: '<img src="a.png">\n<img src="a.png" class="left">\n<img src="lfs.png">\n<picture><img src="a.png"></picture>\n<img src="a.png" srcset="a.png 2x">',
      path: "a.html",
      files,
      findings: [
        { messageId: "missing", at: "1:1-1:18" },
        { messageId: "missing", at: "2:1-2:31" },
        { messageId: "missing", at: "3:1-3:20", related: ["4:10-4:27", "5:1-5:36"] },
      ],
      fixed:
        '<img width="40" height="30" src="a.png">\n<img src="a.png" class="left">\n<img src="lfs.png">\n<picture><img src="a.png"></picture>\n<img src="a.png" srcset="a.png 2x">',
      suggested: [
        '<img src="a.png">\n<img width="40" height="30" src="a.png" class="left">\n<img src="lfs.png">\n<picture><img src="a.png"></picture>\n<img src="a.png" srcset="a.png 2x">',
      ],
    },
    {
      name: "in MDX and with a lazy loader",
      text: '<img src="a.png" />\n\n<img data-src="a.png" src="wait.gif" />',
      path: "a.mdx",
      files,
      findings: [{ messageId: "missing", at: "1:1-1:20", related: ["3:1-3:40"] }],
      fixed:
        '<img width="40" height="30" src="a.png" />\n\n<img width="40" height="30" data-src="a.png" src="wait.gif" />',
    },
  ],
});
