import { describe, expect, it } from "vitest";
import { vitepressSlug } from "../../../src/engines/vitepress/slugify.js";
import { findingsOf } from "../findings-of.js";

describe("the id of a VitePress heading", () => {
  it.each([
    ["high.water <Badge type='tip' text='new' />", [], "high-water"],
    ["<Since v='2'/> Ropes and knots", [], "ropes-and-knots"],
    ["The <Transition /> tag", ["<Transition />"], "the-transition-tag"],
    ["a < b and c > d", [], "a-b-and-c-d"],
  ])("is made without components: %s", (text, code, id) => {
    expect(vitepressSlug()(text, code)).toBe(id);
  });
});

describe("ids of headings by markdown.anchor.slugify", () => {
  const pages = {
    "package.json": '{"dependencies":{"vitepress":"^1.6.0"}}',
    "a.md": "# A\n\n[one](./b.md#High-Water-1)\n\n[two](./b.md#high-water-1)\n",
    "b.md": "# B\n\n## High Water: 1\n",
  };
  const found = (files: Readonly<Record<string, string>>) =>
    findingsOf({ ...pages, ...files }, ["link/anchor"]);
  const shared = (slugify: string, imports = "") =>
    `import { defineConfig } from "vitepress";\n${imports}\n` +
    "const rSpecial = /[\\s:.]+/g;\n" +
    `export const slugify = ${slugify};\n` +
    "export const shared = defineConfig({ markdown: { anchor: { slugify } } });\n";
  const index =
    'import { defineConfig } from "vitepress";\nimport { shared } from "./shared";\n' +
    "export default defineConfig({ ...shared, locales: { root: {} } });\n";

  it("follow a function of plain calls, in a config that is split in files", async () => {
    const slugify =
      "(str: string): string => str.normalize('NFKD').replace(rSpecial, '-').replace(/^(\\d)/, '_$1')";
    expect(
      await found({
        ".vitepress/config/index.ts": index,
        ".vitepress/config/shared.ts": shared(slugify),
      }),
    ).toEqual(["a.md:5 link/anchor/letterCase"]);
  });

  it("follow a function of a known package", async () => {
    const config = (from: string) =>
      `import { slugify } from "${from}";\nexport default { markdown: { anchor: { slugify } } };\n`;
    expect(await found({ ".vitepress/config.ts": config("@mdit-vue/shared") })).toEqual([
      "a.md:3 link/anchor/letterCase",
    ]);
    expect(await found({ ".vitepress/config.ts": config("some-slugs") })).toEqual([]);
  });

  it.each([
    ["runs other code", "(str) => makeSlug(str)"],
    ["looks around", "(str) => str.replace(/(?<=a)b/g, '-')"],
    ["has conditions", "(str) => { if (str === '') return 'x'; return str.trim(); }"],
  ])("are unknown where the function %s", async (_, slugify) => {
    expect(
      await found({
        ".vitepress/config/index.ts": index,
        ".vitepress/config/shared.ts": shared(slugify),
      }),
    ).toEqual([]);
  });
});
