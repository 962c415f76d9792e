import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const pages = {
  "package.json": '{"devDependencies":{"vitepress":"1.6.4"}}',
  "index.md": "# Home\n",
  "a.md": "# A\n",
  "guide/b.md": "# B\n",
};

/** Seen in VitePress 1.6: links are looked up below the base path, `base` of an item is put before what is below it. */
describe("the lists of a VitePress theme", () => {
  it("name pages in bars and sidebars, of modules and locales too", async () => {
    const files = {
      ".vitepress/config.ts": `import { more } from "./more";
export default { base: "/port/", themeConfig: { nav: [{ text: "A", link: "/a" }, { text: "Home", link: "/" },
  { text: "Gone", link: "/gone" }], sidebar: { "/": [{ text: "S", base: "/guide/", items: [{ text: "B", link: "b" },
  { text: "C", link: "c" }] }, ...more], "/none/": [{ text: "N", link: "/none/" }], "/guide/": { base: "/guide/", items: [{ text: "B", link: "b" }] } }, socialLinks: [{ icon: "x", link: "/none" }] },
  locales: { fr: { themeConfig: { nav: [{ text: "A", link: "/a.md" },
  { text: "A", link: "/a" }] } } } };`,
      ".vitepress/more.ts":
        'const root = "/";\nexport const more = [{ text: "x", link: root + "x" }, { text: "A", link: "a.html" }, { text: "B", link: "guide/b#top" }];',
    };
    expect(await findingsOf({ ...pages, ...files }, ["site/navigation"])).toEqual([
      ".vitepress/config.ts:3 site/navigation/missing",
      ".vitepress/config.ts:4 site/navigation/missing",
      ".vitepress/config.ts:6 site/navigation/shownTwice",
    ]);
  });
});
