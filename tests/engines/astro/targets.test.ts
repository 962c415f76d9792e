import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

it("an id loses its last hyphen before version 6", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs": "export default {};",
      "package.json": '{"dependencies":{"astro":"^5.1.0"}}',
      "src/pages/index.md":
        "---\ntitle: A\n---\n\n[ok](#tides)\n\n[dead](#tides-)\n\n## Tides 🌊\n",
    }),
  ).toEqual(["src/pages/index.md:7 link/anchor/nearest"]);
});

it("an id keeps its last hyphen from version 6 on", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs": "export default {};",
      "package.json": '{"dependencies":{"astro":"^6.0.0"}}',
      "src/pages/index.md":
        "---\ntitle: A\n---\n\n[ok](#tides-)\n\n[dead](#tides)\n\n## Tides 🌊\n",
    }),
  ).toEqual(["src/pages/index.md:7 link/anchor/nearest"]);
});

it("an id keeps its last hyphen where the config says so", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs": "export default { experimental: { headingIdCompat: true } };",
      "package.json": '{"dependencies":{"astro":"^5.1.0"}}',
      "src/pages/index.md": "---\ntitle: A\n---\n\n[ok](#ropes-)\n\n[dead](#ropes)\n\n## Ropes &\n",
    }),
  ).toEqual(["src/pages/index.md:7 link/anchor/nearest"]);
});

it("pages of the loader of Starlight are there", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs":
        'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\nexport default defineConfig({  integrations: [starlight({ title: "Quay"  })] });\n',
      "package.json": '{"dependencies":{"astro":"^5.2.0","@astrojs/starlight":"^0.32.0"}}',
      "src/content.config.ts":
        'import { defineCollection } from "astro:content";\nimport { docsLoader } from "@astrojs/starlight/loaders";\nimport { docsSchema } from "@astrojs/starlight/schema";\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n',
      "src/content/docs/index.mdx":
        "---\ntitle: Quay\n---\n\n[ok](/moor/rope/)\n\n[dead](/moor/chain/)\n",
      "src/content/docs/moor/rope.md": "---\ntitle: Rope\n---\n\nText of rope.\n",
    }),
  ).toEqual(["src/content/docs/index.mdx:7 link/broken/absent"]);
});

it("the base path is taken off where no address of the site is given", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs":
        'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\nexport default defineConfig({ base: "/port",  integrations: [starlight({ title: "Quay"  })] });\n',
      "package.json": '{"dependencies":{"astro":"^5.2.0","@astrojs/starlight":"^0.32.0"}}',
      "src/content.config.ts":
        'import { defineCollection } from "astro:content";\nimport { docsLoader } from "@astrojs/starlight/loaders";\nimport { docsSchema } from "@astrojs/starlight/schema";\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n',
      "src/content/docs/b/index.md": "---\ntitle: B\n---\n\nText.\n",
      "src/content/docs/index.mdx": "---\ntitle: Quay\n---\n\n[ok](/port/b/)\n\n[dead](/port/c/)\n",
    }),
  ).toEqual(["src/content/docs/index.mdx:7 link/broken/absent"]);
});

it("an unknown integration may make pages, but no pictures", async () => {
  expect(
    await findingsOf({
      "astro.config.mjs":
        'import { defineConfig } from "astro/config";\nimport pages from "made-pages";\nexport default defineConfig({ integrations: [pages()] });',
      "package.json": '{"dependencies":{"astro":"^5.0.0"}}',
      "src/pages/index.md": "---\ntitle: A\n---\n\n[made](/rooms/one/)\n\n![no](./none.png)\n",
    }),
  ).toEqual(["src/pages/index.md:7 image/not-found/absent"]);
});

it("articles are also those that loaders of the content config read elsewhere", async () => {
  const config = `import { defineCollection } from "astro:content";
    import { glob } from "astro/loaders";
    const log = defineCollection({ loader: glob({ base: "./words/log", pattern: "**/*.{md,mdx}" }) });
    const crew = defineCollection({ loader: glob({ base: "./data/crew", pattern: "**/*.json" }) });
    export const collections = { log, crew };`;
  const body = page("<img src='quay.png'>");
  expect(
    await findingsOf(
      {
        "astro.config.mjs": "export default {};\n",
        "src/content.config.ts": config,
        "words/log/a.md": body,
        "words/b.md": body,
        "data/crew/c.md": body,
      },
      ["image/alt-missing"],
    ),
  ).toEqual(["words/log/a.md:4 image/alt-missing/missing"]);
});
