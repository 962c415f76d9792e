import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

/** What is known of an address that no article has, with these integrations in the config. */
async function generated(
  address: string,
  integrations: string,
  files: Readonly<Record<string, string>> = {},
) {
  const { router } = await siteOf({
    "src/content/docs/a.md": article(),
    "src/pages/b.md": article(),
    "astro.config.mjs": `import mdx from "@astrojs/mdx";
      import starlight from "@astrojs/starlight";
      import blog from "starlight-blog";
      import links from "starlight-links-validator";
      import lunaria from "@lunariajs/starlight";
      import openApi from "starlight-openapi";
      import harbour from "astro-harbour";
      import tides from "./integrations/tides.ts";
      export default { integrations: ${integrations} };`,
    ...files,
  });
  return router.generates(address);
}

describe("integrations of Astro", () => {
  it.each([
    ["[mdx(), starlight({ title: 'Quay' })]"],
    ["[starlight({ plugins: [links()] })]"],
    ["[starlight({ plugins: process.env.CHECK ? [links()] : [] })]"],
    ["[process.env.CHECK && mdx()].filter(Boolean)"],
    ["[starlight({ plugins: [blog()] })]"],
  ])("leave no doubt about an address where they add none: %s", async (integrations) => {
    expect(await generated("/piers/gone/", integrations)).toBe("no");
  });

  it.each([
    ["/blog/tags/boats/", "[starlight({ plugins: [blog()] })]"],
    ["/fr/blog/", "[starlight({ plugins: [blog()] })]"],
    ["/news/first/", "[starlight({ plugins: [blog({ prefix: 'news' })] })]"],
    ["/api/ships/", "[starlight({ plugins: [openApi([{ base: 'api', schema: 'x.json' }])] })]"],
    ["/i18n/", "[starlight({ plugins: [lunaria({ route: 'i18n' })] })]"],
    ["/anything/", "[starlight({ plugins: [blog(options)] })]"],
    ["/anything/", "[starlight({ plugins: [harbour()] })]"],
    ["/anything/", "[harbour()]"],
    ["/anything/", "[...others]"],
    ["/anything/", "[starlight(options)]"],
  ])("may add %s: %s", async (address, integrations) => {
    expect(await generated(address, integrations)).toBe("maybe");
  });

  it("of the site itself are read for routes that they add", async () => {
    const own = (code: string) =>
      generated("/tides/", "[tides()]", { "integrations/tides.ts": code });
    expect(await own("export default () => ({ name: 'tides', hooks: {} });")).toBe("no");
    expect(await own("({ injectRoute }) => injectRoute({ pattern: '/tides' })")).toBe("maybe");
    expect(await generated("/tides/", "[tides()]")).toBe("maybe");
  });
});

describe("loaders of Astro's content config", () => {
  const config = (loader: string) => ({
    "astro.config.mjs": `import starlight from "@astrojs/starlight";
      export default { trailingSlash: "always", integrations: [starlight({ title: "Quay" })] };`,
    "src/content.config.ts": `import { docsLoader } from "@astrojs/starlight/loaders";
      import { glob } from "astro/loaders";
      import { shipLoader } from "ship-loader";
      export const collections = { docs: defineCollection({ loader: ${loader} }) };`,
    "src/content/docs/piers/north.md": article(),
    "src/content/docs/_old/south.md": article(),
    "src/content/docs/piers/_note.md": article(),
  });

  it("of Starlight leave out names that begin with an underscore, and no folders", async () => {
    const { addresses } = await siteOf(config("docsLoader()"));
    expect(addresses).toEqual({
      "src/content/docs/piers/north.md": "/piers/north/",
      "src/content/docs/_old/south.md": "/_old/south/",
      "src/content/docs/piers/_note.md": "",
    });
  });

  it.each(["[!_]", "[^_]"])("take %s for any other letter", async (letter) => {
    const { addresses } = await siteOf(
      config(`glob({ pattern: "**/${letter}*.md", base: "./src/content/docs" })`),
    );
    expect(addresses["src/content/docs/piers/north.md"]).toBe("/piers/north/");
    expect(addresses["src/content/docs/piers/_note.md"]).toBe("");
  });

  it.each(["docsLoader({ generateId })", "shipLoader()", "make()"])(
    "leave addresses unknown where code makes them: %s",
    async (loader) => {
      const { addresses } = await siteOf(config(loader));
      expect(addresses["src/content/docs/piers/north.md"]).toMatch(/\?$/);
    },
  );
});
