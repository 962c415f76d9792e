import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

/** The editions of the articles of a site: page, language, and `*` for an original. */
async function editionsOf(
  config: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const site = await siteOf({
    ...config,
    ...Object.fromEntries(paths.map((path) => [path, article()])),
  });
  return Object.fromEntries(
    paths.map((path) => {
      const edition = site.router.editionOf?.(site.article(path));
      const mark = edition?.isOriginal === true ? "*" : "";
      return [path, edition === undefined ? "" : `${edition.page} ${edition.language}${mark}`];
    }),
  );
}

describe("the languages of a page", () => {
  it("are folders or file names of Hugo", async () => {
    const config = {
      "hugo.toml":
        '[languages.en]\n[languages.fr]\n[languages.de]\ncontentDir = "content/german"\n',
    };
    const paths = [
      "content/a.md",
      "content/a.fr.md",
      "content/german/a.md",
      "content/b/index.fr.md",
    ];
    expect(await editionsOf(config, paths)).toEqual({
      "content/a.md": "a en*",
      "content/a.fr.md": "a fr",
      "content/german/a.md": "a de",
      "content/b/index.fr.md": "b/index fr",
    });
    expect(await editionsOf({ "hugo.toml": "" }, ["content/a.md"])).toEqual({ "content/a.md": "" });
  });

  it("are folders below i18n of Docusaurus", async () => {
    const config = {
      "docusaurus.config.js":
        'module.exports = { i18n: { defaultLocale: "en", locales: ["en", "fr"] }, presets: [["classic", {}]] };\n',
      "package.json": '{ "dependencies": { "@docusaurus/core": "3.9.0" } }',
    };
    const translated = "i18n/fr/docusaurus-plugin-content-docs/current/guide/a.md";
    expect(await editionsOf(config, ["docs/guide/a.md", translated])).toEqual({
      "docs/guide/a.md": "docs/default//guide/a en*",
      [translated]: "docs/default//guide/a fr",
    });
  });

  it("are locales of Starlight, with a root or without", async () => {
    const config = (locales: string, more = "") => ({
      "astro.config.mjs": `import starlight from "@astrojs/starlight";\nexport default { integrations: [starlight({ locales: ${locales}${more} })] };\n`,
    });
    const [root, french] = ["src/content/docs/a.mdx", "src/content/docs/fr/a.md"];
    expect(await editionsOf(config('{ root: { lang: "en" }, fr: {} }'), [root, french])).toEqual({
      [root]: "a en*",
      [french]: "a fr",
    });
    const english = "src/content/docs/en/a.md";
    const own = config("{ en: {}, fr: {} }", ', defaultLocale: "en"');
    expect(await editionsOf(own, [english, french])).toEqual({
      [english]: "a en*",
      [french]: "a fr",
    });
    expect(await editionsOf(config("{ en: {}, fr: {} }"), [english])).toEqual({ [english]: "" });
  });

  it("are locales of VitePress", async () => {
    const config = (locales: string) => ({
      ".vitepress/config.ts": `export default { locales: ${locales} }\n`,
    });
    expect(await editionsOf(config("{ root: {}, zh: {} }"), ["a.md", "zh/a.md"])).toEqual({
      "a.md": "a root*",
      "zh/a.md": "a zh",
    });
    expect(await editionsOf(config("{ en: {}, zh: {} }"), ["zh/a.md"])).toEqual({ "zh/a.md": "" });
  });

  it("are suffixes or folders of MkDocs with mkdocs-static-i18n", async () => {
    const config = (structure: string) => ({
      "mkdocs.yml": `site_name: A\nplugins:\n  - i18n:\n      docs_structure: ${structure}\n      languages:\n        - { locale: en, default: true }\n        - { locale: fr }\n`,
    });
    expect(await editionsOf(config("suffix"), ["docs/a.md", "docs/a.fr.md"])).toEqual({
      "docs/a.md": "a en*",
      "docs/a.fr.md": "a fr",
    });
    const paths = ["docs/en/a.md", "docs/fr/a.md", "docs/b.md"];
    expect(await editionsOf(config("folder"), paths)).toEqual({
      "docs/en/a.md": "a en*",
      "docs/fr/a.md": "a fr",
      "docs/b.md": "",
    });
  });
});
