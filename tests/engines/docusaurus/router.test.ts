import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

const CONFIG = `export default { url: "https://example.org", baseUrl: "/", trailingSlash: true, presets: [["classic", {}]] };`;

describe("the addresses of a Docusaurus site", () => {
  it.each([
    ["docs/intro.md", "", "/docs/intro/"],
    ["docs/index.md", "", "/docs/"],
    ["docs/a/README.mdx", "id: x", "/docs/a/"],
    ["docs/a/A.md", "", "/docs/a/"],
    ["docs/01-a/02-b.md", "", "/docs/a/b/"],
    ["docs/01-a/02-b.md", "parse_number_prefixes: false", "/docs/01-a/02-b/"],
    ["docs/2021-11-notes.md", "", "/docs/2021-11-notes/"],
    ["docs/8.0-notes.md", "", "/docs/8.0-notes/"],
    ["docs/a/b.md", "id: c", "/docs/a/c/"],
    ["docs/a/b.md", "slug: c/d", "/docs/a/c/d/"],
    ["docs/a/b.md", "slug: ../c", "/docs/c/"],
    ["docs/a/b.md", "slug: /c", "/docs/c/"],
    ["docs/a/b.md", "slug: /", "/docs/"],
    ["docs/a/b c.md", "", "/docs/a/b c/"],
    ["docs/_part.md", "", ""],
    ["docs/_parts/a.md", "", ""],
    ["docs/a.md", "draft: true", ""],
    ["docs/a.md", "unlisted: true", "/docs/a/"],
    ["blog/2024-01-02-news.md", "", "/blog/2024/01/02/news/"],
    ["blog/2024-01-02-news/index.mdx", "", "/blog/2024/01/02/news/"],
    ["blog/2024/01/02/news.md", "", "/blog/2024/01/02/news/"],
    ["blog/team/2024-01-02-news.md", "", "/blog/2024/01/02/team/news/"],
    ["blog/team/news/index.md", "", "/blog/team/news/"],
    ["blog/2024-01-02-news.md", "slug: news", "/blog/news/"],
    ["blog/2024-01-02-news.md", "draft: true", ""],
    ["src/pages/about.md", "", "/about/"],
    ["src/pages/help/index.mdx", "", "/help/"],
    ["README.md", "", ""],
  ])("%s with %s is %s", async (path, frontMatter, address) => {
    const files = { "docusaurus.config.js": CONFIG, [path]: article(frontMatter) };
    expect((await siteOf(files)).addresses[path]).toBe(address);
  });

  it("follow the plugins' folders and base paths", async () => {
    const { addresses } = await siteOf({
      "docusaurus.config.ts": `
        import type { Config } from "@docusaurus/types";
        const config: Config = {
          trailingSlash: false,
          presets: [["@docusaurus/preset-classic", { docs: { path: "guide", routeBasePath: "/", numberPrefixParser: false }, blog: false }]],
          plugins: [["@docusaurus/plugin-content-docs", { id: "api", path: "api", routeBasePath: "reference" }]],
        };
        export default config;`,
      "guide/01-a.md": article(),
      "api/a/index.md": article(),
      "blog/a.md": article(),
    });
    expect(addresses).toEqual({
      "guide/01-a.md": "/01-a",
      "api/a/index.md": "/reference/a",
      "blog/a.md": "",
    });
  });

  it("take either spelling where nothing is said of slashes, Docusaurus' own first", async () => {
    const { addresses } = await siteOf({
      "docusaurus.config.js": "module.exports = { presets: ['classic'] };",
      "docs/a/b.md": article(),
      "docs/a/index.md": article(),
    });
    expect(addresses).toEqual({
      "docs/a/b.md": "/docs/a/b /docs/a/b/",
      "docs/a/index.md": "/docs/a/ /docs/a",
    });
  });

  it("have versions, the latest without its name", async () => {
    const { addresses } = await siteOf({
      "docusaurus.config.js": CONFIG,
      "versions.json": `["2.0", "1.0"]`,
      "docs/a.md": article(),
      "versioned_docs/version-2.0/a.md": article(),
      "versioned_docs/version-1.0/a.md": article(),
    });
    expect(addresses).toEqual({
      "docs/a.md": "/docs/next/a/",
      "versioned_docs/version-2.0/a.md": "/docs/a/",
      "versioned_docs/version-1.0/a.md": "/docs/1.0/a/",
    });
  });

  it("show the default text where a locale has no translation", async () => {
    const { addresses } = await siteOf({
      "docusaurus.config.js": `module.exports = { trailingSlash: true, presets: ["classic"], i18n: { defaultLocale: "en", locales: ["en", "fr"] } };`,
      "docs/a.md": article(),
      "docs/b.md": article(),
      "blog/2024-01-02-a.md": article(),
      "i18n/fr/docusaurus-plugin-content-docs/current/a.md": article(),
    });
    expect(addresses).toEqual({
      "docs/a.md": "/docs/a/",
      "docs/b.md": "/docs/b/ /fr/docs/b/",
      "blog/2024-01-02-a.md": "/blog/2024/01/02/a/ /fr/blog/2024/01/02/a/",
      "i18n/fr/docusaurus-plugin-content-docs/current/a.md": "/fr/docs/a/",
    });
  });

  it("are uncertain when the config does not say what its plugins do", async () => {
    const files = { "docs/1-a.md": article(), "docs/b.md": article() };
    const unknown = await siteOf({ ...files, "docusaurus.config.js": "module.exports = make();" });
    expect(unknown.addresses["docs/b.md"]).toBe("/docs/b /docs/b/?");
    const parser = await siteOf({
      ...files,
      "docusaurus.config.js": `module.exports = { trailingSlash: true, presets: [["classic", { docs: { numberPrefixParser: (name) => name } }]] };`,
    });
    expect(parser.addresses).toEqual({ "docs/1-a.md": "/docs/a/?", "docs/b.md": "/docs/b/" });
  });
});

describe("pages that Docusaurus makes", () => {
  it("are lists, tags, components and what sidebars ask for", async () => {
    const { router } = await siteOf({
      "docusaurus.config.js": `module.exports = { presets: [["classic", { blog: { postsPerPage: 1 } }]], i18n: { defaultLocale: "en", locales: ["en", "fr"] } };`,
      "src/pages/index.tsx": "",
      "src/pages/team/_part.tsx": "",
      "src/pages/team/index.js": "",
      "docs/a.md": article("tags: [Getting Started]"),
      "docs/b/_category_.json": `{ "link": { "type": "generated-index", "slug": "/all-of-b" } }`,
      "blog/2024-01-02-a.md": article("tags: [news]"),
      "blog/2024-01-03-b.md": article("tags: [news, café]"),
      "blog/authors.yml": "",
    });
    const answers = Object.fromEntries(
      ["yes", "maybe", "no"].map((answer) => [answer, [] as string[]]),
    );
    for (const address of [
      "/",
      "/team/",
      "/team/_part",
      "/blog/",
      "/fr/blog",
      "/blog/archive",
      "/blog/page/2",
      "/blog/page/3",
      "/blog/rss.xml",
      "/blog/tags/",
      "/blog/tags/news",
      "/blog/tags/news/page/2",
      "/blog/tags/cafe",
      "/blog/tags/other",
      "/blog/authors/jo",
      "/blog/2024/01/02/gone",
      "/docs/tags/getting-started",
      "/docs/category/b",
      "/docs/all-of-b",
      "/docs/gone",
      "/docs",
      "/gone",
      "/search",
      "/sitemap.xml",
    ]) {
      answers[router.generates(address)]?.push(address);
    }
    expect(answers).toEqual({
      yes: [
        "/",
        "/team/",
        "/blog/",
        "/fr/blog",
        "/blog/archive",
        "/blog/page/2",
        "/blog/rss.xml",
        "/blog/tags/",
        "/blog/tags/news",
        "/blog/tags/news/page/2",
        "/blog/tags/cafe",
        "/docs/tags/getting-started",
        "/sitemap.xml",
      ],
      maybe: ["/blog/authors/jo", "/docs/category/b", "/docs/all-of-b", "/search"],
      no: [
        "/team/_part",
        "/blog/page/3",
        "/blog/tags/other",
        "/blog/2024/01/02/gone",
        "/docs/gone",
        "/docs",
        "/gone",
      ],
    });
  });

  it("may come from plugins that nobody knows, but not among documents and posts", async () => {
    const { router } = await siteOf({
      "docusaurus.config.js": `module.exports = { presets: ["classic"], plugins: ["./plugins/stats", async () => ({})] };`,
      "docs/a.md": article(),
    });
    expect(router.generates("/stats")).toBe("maybe");
    expect(router.generates("/docs/gone")).toBe("no");
    expect(router.generates("/img/gone.png")).toBe("no");
    expect(router.generates("/releases/v1.2")).toBe("maybe");
  });
});

describe("pages of a blog or documents", () => {
  it("are none without posts, and unknown where they lie outside of the site", async () => {
    const files = { "docs/a.md": article() };
    const empty = await siteOf({ ...files, "docusaurus.config.js": CONFIG });
    expect(empty.router.generates("/blog")).toBe("no");
    const outside = await siteOf({
      ...files,
      "docusaurus.config.js": `module.exports = { presets: [["classic", { blog: { path: "../blog" }, docs: { path: "../docs" } }]] };`,
    });
    expect(outside.router.generates("/blog/2024/01/02/a")).toBe("maybe");
    expect(outside.router.generates("/docs/b")).toBe("maybe");
    expect(outside.router.generates("/b")).toBe("no");
  });
});

describe("files that a path means in Docusaurus", () => {
  it("lie beside the article, in the folder of its documents, or below @site", async () => {
    const { article: doc, router } = await siteOf({
      "docusaurus.config.js": CONFIG,
      "docs/a/b.md": article(),
    });
    expect(router.besideArticle(doc("docs/a/b.md"), "c/d.md")).toContain("docs/c/d.md");
    expect(router.besideArticle(doc("docs/a/b.md"), "@site/docs/c.md")).toEqual(["docs/c.md"]);
    expect(router.staticFiles("/img/a.png")).toEqual(["static/img/a.png"]);
  });
});
