import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const starlight = (sidebar: string, more = "") => ({
  "astro.config.mjs": `import starlight from "@astrojs/starlight";
export default { base: "/port", integrations: [starlight({ title: "x", ${more} sidebar: [
${sidebar}] })] };`,
  "package.json": '{"dependencies":{"astro":"6.0.0","@astrojs/starlight":"0.40.0"}}',
});
const page = "---\ntitle: A\n---\nText.\n";
const pages = {
  "src/content/docs/index.md": page,
  "src/content/docs/a.md": page,
  "src/content/docs/guides/b.md": page,
};

/** Seen in Starlight 0.36: a slug that no page has stops the build, links get the base path. */
describe("the sidebar of Starlight", () => {
  it("names pages by slug and by address", async () => {
    const sidebar =
      '"a",\n"gone",\n{ slug: "guides/b" },\n{ label: "x", items: [{ label: "y", link: "/gone/" },\n{ label: "z", link: "/a/" },\n{ label: "w", slug: "a" }] },\n{ label: "i", slug: "index" }, { label: "g", autogenerate: { directory: "guides" } }';
    expect(await findingsOf({ ...starlight(sidebar), ...pages }, ["site/navigation"])).toEqual([
      "astro.config.mjs:4 site/navigation/stops",
      "astro.config.mjs:6 site/navigation/missing",
      "astro.config.mjs:8 site/navigation/shownTwice",
    ]);
  });
});
