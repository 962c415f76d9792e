import { describe, expect, it } from "vitest";
import weight from "../../../rules/image/weight.js";
import { presetRules } from "../../../src/config/resolve/rule-presets.js";
import { testRule } from "../../../src/testing/test-rule.js";

const files = [
  { path: "small.jpg", bytes: 200_000 },
  { path: "large.jpg", bytes: 400_000 },
  { path: "huge.jpg", bytes: 4_000_000 },
  { path: "film.gif", bytes: 2_000_000, type: "gif" },
  { path: "plan.tif", bytes: 20_000, type: "tiff" },
  { path: "icon.png", bytes: 2_000 },
];

const far = `<p>${"All the boats are out. ".repeat(150)}</p>`;
const data = (bytes: number): string => `data:image/png;base64,${"A".repeat((bytes * 4) / 3)}`;

testRule(weight, {
  valid: [
    {
      name: "small files, and a larger one at the head",
      text: "---\ncover: large.jpg\n---\n![](large.jpg)\n\n![](small.jpg)",
      files,
    },
    {
      name: "files of which browsers choose",
      text: "<img src=small.jpg><img src=huge.jpg srcset='small.jpg 2x'><picture><source srcset=huge.jpg></picture>",
      path: "a.html",
      files,
    },
    {
      name: "files elsewhere, missing ones, templates",
      text: "![](https://b.example/huge.jpg)\n\n![](none.jpg)\n\n![]({{ a }})",
      files,
    },
    { name: "links to the large file", text: "[![](small.jpg)](huge.jpg)", files },
    { name: "pictures that Astro makes small", text: "![](huge.jpg)", engine: "astro", files },
    { name: "small pictures in their address", text: `<img src="${data(3000)}">`, path: "a.html" },
    {
      name: "larger ones by option",
      text: `![](small.jpg)\n\n![](large.jpg)\n\n<img src="${data(6000)}">`,
      files,
      options: { maxKB: 400, dataKB: 6 },
    },
    {
      name: "late ones far below",
      text: `<img src=small.jpg>${far}<img src=small.jpg loading=lazy><img data-src=small.jpg src=icon.png><img class="pic lazyload" src=small.jpg>`,
      path: "a.html",
      files,
    },
    {
      name: "images near the beginning",
      text: `<img src=small.jpg><p>Boats.</p><img src=small.jpg>${far}`,
      path: "a.html",
      files,
    },
    {
      name: "the first image, wherever it stands",
      text: `${far}<img src=small.jpg>`,
      path: "a.html",
      files,
    },
    {
      name: "tiny files, icons and hidden ones far below",
      text: `<img src=small.jpg>${far}<img src=icon.png><img src=small.jpg width=16 height=16><img src=small.jpg hidden>`,
      path: "a.html",
      files,
    },
    { name: "Markdown's own images", text: `![](small.jpg)\n\n${far}\n\n![](small.jpg)`, files },
    {
      name: "bindings and spreads",
      text: `<img src="small.jpg" />\n\n${far}\n\n<img src="small.jpg" loading={l} />\n\n<img {...rest} src="small.jpg" />`,
      path: "a.mdx",
      files,
    },
    {
      name: "others on hosts elsewhere",
      text: `<img src=//b.example/1.jpg loading=lazy>${far}<img src=//b.example/2.jpg>`,
      path: "a.html",
    },
    {
      name: "a site that loads all of them late",
      text: `<img src=small.jpg>${far}<img src=small.jpg>`,
      path: "a.html",
      files,
      settings: { site: { config: { lazyload: { enable: true } } } },
    },
    {
      name: "a late first image that is not at the top",
      text: `${far}<img src=small.jpg loading=lazy>`,
      path: "a.html",
      files,
    },
  ],
  invalid: [
    {
      name: "heavy ones together, each file once",
      text: "![](small.jpg)\n\n![](large.jpg)\n\n![](huge.jpg)\n\n![](large.jpg)\n",
      files,
      findings: [
        { messageId: "heavy", severity: "info", text: "large.jpg", related: ["5:5-5:13"] },
      ],
    },
    {
      name: "at the head by their own limit",
      text: "---\ncover: huge.jpg\n---\n![](small.jpg)\n",
      files,
      findings: [{ messageId: "heavy", text: "huge.jpg" }],
    },
    {
      name: "formats, by type",
      text: "![](film.gif)\n\n![](plan.tif)\n",
      files,
      findings: [
        { messageId: "gif", text: "film.gif" },
        { messageId: "format", text: "plan.tif" },
      ],
    },
    {
      name: "pictures in their address, together",
      text: `<img src="${data(6000)}">\n<img src="${data(9000)}">\n`,
      path: "a.html",
      findings: [{ messageId: "embedded", text: data(6000), related: ["2:11-2:12033"] }],
    },
    {
      name: "far below without loading",
      text: `<img src=small.jpg>\n${far}\n<img src='small.jpg' alt=A><IMG src=large.jpg>`,
      path: "a.html",
      files,
      options: { maxKB: 900 },
      findings: [
        { messageId: "loading", text: "<img src='small.jpg' alt=A>", related: ["3:28-3:47"] },
      ],
      fixed: `<img src=small.jpg>\n${far}\n<img loading="lazy" src='small.jpg' alt=A><IMG loading="lazy" src=large.jpg>`,
    },
    {
      name: "the first one late",
      text: "<p><img src='small.jpg' loading='lazy' alt=A></p>",
      path: "a.html",
      files,
      findings: [{ messageId: "late", text: "loading='lazy'" }],
      suggested: ["<p><img src='small.jpg' alt=A></p>"],
    },
    {
      name: "on other hosts, by option",
      text: `<img src=//b.example/1.jpg loading=lazy>${far}<img src=//b.example/2.jpg>`,
      path: "a.html",
      options: { remote: true },
      findings: [
        { messageId: "late", text: "loading=lazy" },
        { messageId: "loading", text: "<img src=//b.example/2.jpg>" },
      ],
      fixed: `<img src=//b.example/1.jpg loading=lazy>${far}<img loading="lazy" src=//b.example/2.jpg>`,
      suggested: [`<img src=//b.example/1.jpg>${far}<img src=//b.example/2.jpg>`],
    },
  ],
});

describe("image/weight in presets", () => {
  it("looks at other hosts in strict only", () => {
    const optionsIn = (name: "strict" | "recommended") => presetRules(name, [weight])[0]?.options;
    expect(optionsIn("strict")).toMatchObject({ remote: true, maxKB: 300 });
    expect(optionsIn("recommended")).toBeUndefined();
  });
});
