import sizeMismatch from "../../../rules/image/size-mismatch.js";
import { testRule } from "../../../src/testing/test-rule.js";

const files = [
  { path: "a.png", size: { width: 400, height: 300 } },
  { path: "portrait.jpg", size: { width: 683, height: 1024 } },
  { path: "line.gif", size: { width: 1, height: 4 } },
  { path: "plan.svg", size: { width: 24, height: 12 } },
  "lfs.png",
];

testRule(sizeMismatch, {
  valid: [
    {
      name: "the file's own size, half of it, and rounded",
      text: "<img src=a.png width=400 height=300><img src=a.png width=200 height=150><img src=portrait.jpg width=300 height=449><img src=portrait.jpg width=300 height=450>",
      path: "a.html",
      files,
    },
    {
      name: "small icons, where a pixel is many percent",
      text: "<img src=portrait.jpg width=12 height=17><img src=a.png width=16 height=12>",
      path: "a.html",
      files,
    },
    {
      name: "within the tolerance",
      text: "<img src=a.png width=400 height=305>",
      path: "a.html",
      files,
    },
    {
      name: "one side alone, percent, units",
      text: "<img src=a.png width=900><img src=a.png width=50% height=300><img src=a.png width=50px height=300px>",
      path: "a.html",
      files,
    },
    {
      name: "templates and expressions",
      text: "<img src='a.png' width={50} height={50} />",
      path: "a.mdx",
      files,
    },
    {
      name: "drawings and spacers",
      text: "<img src=plan.svg width=600 height=600><img src=line.gif width=600 height=1>",
      path: "a.html",
      files,
    },
    {
      name: "files of unknown size or elsewhere",
      text: "<img src=lfs.png width=6 height=1><img src=b.png width=6 height=1><img src=https://b.example/a.png width=6 height=1>",
      path: "a.html",
      files,
    },
    {
      name: "cropped or sized by style",
      text: "<img src=a.png width=90 height=90 style='object-fit: cover'><img src=a.png width=90 height=90 style='height:auto'>",
      path: "a.html",
      files,
    },
    {
      name: "one of several files",
      text: "<picture><source srcset=portrait.jpg media='(max-width: 9em)'><img src=a.png width=90 height=90></picture><img src=a.png srcset='b.png 2x' width=800 height=600>",
      path: "a.html",
      files,
    },
    {
      name: "a wide tolerance",
      text: "<img src=a.png width=400 height=330>",
      path: "a.html",
      files,
      options: { tolerance: 15 },
    },
  ],
  invalid: [
    {
      name: "another shape, at the sizes",
      text: "<img src=a.png width=200 height='200'><img class=x src=a.png width=900 height=300>",
      path: "a.html",
      files,
      findings: [
        { messageId: "ratio", severity: "warning", text: "200", related: ["1:34-1:37"] },
        { messageId: "ratio", text: "900" },
      ],
      suggested: [
        "<img src=a.png width=200 height='150'><img class=x src=a.png width=900 height=300>",
        "<img src=a.png width=200 height='200'><img class=x src=a.png width=400 height=300>",
      ],
    },
    {
      name: "exchanged",
      text: '<img src="a.png" width="300" height="400">',
      path: "a.html",
      files,
      findings: [{ messageId: "swapped", text: "300" }],
      suggested: ['<img src="a.png" width="400" height="300">'],
    },
    {
      name: "blown up",
      text: '<img src="a.png" width="800" height="600">',
      path: "a.html",
      files,
      findings: [{ messageId: "upscaled", text: "800" }],
      suggested: ['<img src="a.png" width="400" height="300">'],
    },
    {
      name: "beside srcset by shape only",
      text: '<img src="a.png" srcset="a.png 2x" width="80" height="80" />',
      path: "a.mdx",
      files,
      findings: [{ messageId: "ratio", text: "80" }],
      suggested: ['<img src="a.png" srcset="a.png 2x" width="80" height="60" />'],
    },
  ],
});
