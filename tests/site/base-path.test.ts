import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../engines/findings-of.js";

const BOTH = page("[x](/port/b)\n\n[x](/b)\n\n[x](/port/c)");

describe("a base path that is given without the address of the site", () => {
  it("is part of links where the engine adds none: Astro", async () => {
    const found = await findingsOf({
      "astro.config.mjs": `export default { base: "/port" };`,
      "package.json": `{"dependencies":{"astro":"^5.0.0"}}`,
      "src/pages/a.md": BOTH,
      "src/pages/b.md": page("Text."),
    });
    expect(found).toEqual([
      "src/pages/a.md:6 link/broken/absentNearest",
      "src/pages/a.md:8 link/broken/absent",
    ]);
  });

  it("is part of links where the engine adds none: Jekyll", async () => {
    const found = await findingsOf({
      "_config.yml": "title: Q\nbaseurl: /port/\n",
      Gemfile: `gem "jekyll"`,
      "index.md": page("[x](/port/b.html)\n\n[x](/b.html)\n\n[x](/port/c.html)"),
      "b.md": page("Text."),
    });
    expect(found).toEqual([
      "index.md:6 link/broken/absentNearest",
      "index.md:8 link/broken/absent",
    ]);
  });

  it("may be added by code: Next", async () => {
    const found = await findingsOf({
      "next.config.mjs": `export default { basePath: "/port", pageExtensions: ["md", "tsx"] };`,
      "package.json": `{"dependencies":{"next":"^15.0.0"}}`,
      "app/a/page.md": BOTH,
      "app/b/page.tsx": "",
    });
    expect(found).toEqual(["app/a/page.md:8 link/broken/absent"]);
  });

  it("is added to links by the engine: VitePress", async () => {
    const found = await findingsOf({
      ".vitepress/config.mjs": `export default { base: "/port/" };`,
      "package.json": `{"devDependencies":{"vitepress":"^1.5.0"}}`,
      "a.md": page("[x](/b)\n\n[x](/c)"),
      "b.md": page("Text."),
    });
    expect(found).toEqual(["a.md:6 link/broken/absent"]);
  });
});
