import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

const POSTS = `---
import { getCollection } from "astro:content";
export async function getStaticPaths() {
  const posts = await getCollection("blog", ({ data }) => data.draft !== true);
  return posts.map((post) => ({ params: { slug: post.id }, props: { post } }));
}
---
<h1>x</h1>`;

const BLOG = `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
const blog = defineCollection({ loader: glob({ pattern: "**/*.{md,mdx}", base: "./src/data/blog" }) });
export const collections = { blog };`;

describe("the addresses of an Astro site", () => {
  it("are those of the files in src/pages", async () => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `export default defineConfig({ trailingSlash: "always" })`,
      "src/pages/index.md": article(),
      "src/pages/about.mdx": article(),
      "src/pages/help/index.md": article(),
      "src/pages/_draft.md": article(),
      "src/pages/_parts/a.md": article(),
      "src/pages/[lang]/a.md": article(),
      "README.md": article(),
    });
    expect(addresses).toEqual({
      "src/pages/index.md": "/",
      "src/pages/about.mdx": "/about/",
      "src/pages/help/index.md": "/help/",
      "src/pages/_draft.md": "",
      "src/pages/_parts/a.md": "",
      "src/pages/[lang]/a.md": "?",
      "README.md": "",
    });
  });

  it.each([
    [`{}`, "/about/ /about"],
    [`{ trailingSlash: "never" }`, "/about"],
    [`{ trailingSlash: "always" }`, "/about/"],
    [`{ build: { format: "file" } }`, "/about"],
    [`{ srcDir: other }`, "/about/ /about?"],
  ])("with %s are written %s", async (config, address) => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `export default defineConfig(${config})`,
      "src/pages/about.md": article(),
    });
    expect(addresses["src/pages/about.md"]).toBe(address);
  });

  it("that code cuts out of entries' ids end like one", async () => {
    const { router } = await siteOf({
      "astro.config.mjs": `export default defineConfig({ trailingSlash: "always" })`,
      "src/content.config.ts": BLOG,
      "src/data/blog/en/tide.md": article(),
      "src/pages/[...slug].astro": `import { pages } from "~/content";
export const getStaticPaths = () => pages.map((page) => ({ params: { slug: withoutLanguage(page.id) }, props: { page } }));`,
    });
    expect(router.generates("/tide/")).toBe("maybe");
    expect(router.generates("/tidings/")).toBe("no");
  });

  it("of entries are where a page literally shows their collection", async () => {
    const { addresses, router } = await siteOf({
      "astro.config.mjs": `export default defineConfig({ trailingSlash: "always" })`,
      "src/content.config.ts": BLOG,
      "src/pages/posts/[...slug].astro": POSTS,
      "src/pages/posts/[page].astro": `getCollection("blog"); paginate(posts)`,
      "src/data/blog/Hello World.md": article(),
      "src/data/blog/2024/Trip/index.mdx": article(),
      "src/data/blog/own.md": article("slug: my-own"),
      "src/data/blog/later.md": article("draft: true"),
      "src/data/blog/_notes.md": article(),
      "src/data/other.md": article(),
    });
    expect(addresses).toEqual({
      "src/data/blog/Hello World.md": "/posts/hello-world/",
      "src/data/blog/2024/Trip/index.mdx": "/posts/2024/trip/",
      "src/data/blog/own.md": "/posts/my-own/",
      "src/data/blog/later.md": "",
      "src/data/blog/_notes.md": "/posts/_notes/",
      "src/data/other.md": "",
    });
    expect(router.generates("/posts/a/gone/")).toBe("no");
    expect(router.generates("/posts/2/")).toBe("maybe");
  });

  it("of entries in content folders need no content config", async () => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `export default defineConfig({ trailingSlash: "always" })`,
      "src/pages/[slug].astro": `const { slug } = Astro.params; const post = await getEntry("blog", slug);`,
      "src/content/blog/a.md": article(),
      "src/content/blog/_b.md": article(),
      "src/content/blog/_c/d.md": article(),
    });
    expect(addresses).toEqual({
      "src/content/blog/a.md": "/a/",
      "src/content/blog/_b.md": "",
      "src/content/blog/_c/d.md": "",
    });
  });

  it.each([
    ["a helper finds the entries", { "src/pages/posts/[...slug].astro": `getPosts()` }],
    [
      "the parameter is put together",
      {
        "src/pages/posts/[...slug].astro": `getCollection("blog").map((post) => ({ params: { slug: post.id.slice(1) } }))`,
      },
    ],
    [
      "ids come from code",
      {
        "src/pages/p/[slug].astro": POSTS,
        "src/content.config.ts": BLOG.replace("base:", "generateId: f, base:"),
      },
    ],
    [
      "the collections come from code",
      {
        "src/pages/p/[slug].astro": POSTS,
        "src/content.config.ts": "export const collections = make();",
      },
    ],
  ])("of entries are unknown where %s", async (_, files) => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `export default defineConfig({})`,
      "src/data/blog/a.md": article(),
      "src/content/blog/a.md": article(),
      "src/content.config.ts": BLOG,
      ...files,
    });
    expect(Object.values(addresses)).toContain("?");
    expect(Object.values(addresses).join("")).not.toContain("/");
  });

  it("of entries that no page shows are none", async () => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `export default defineConfig({ integrations: [mdx()] })`.replace(
        "export",
        `import mdx from "@astrojs/mdx"; export`,
      ),
      "src/pages/index.astro": `getCollection("blog")`,
      "src/content/blog/a.md": article(),
    });
    expect(addresses["src/content/blog/a.md"]).toBe("");
  });

  it("of Starlight are those of its documents, in every locale", async () => {
    const { addresses, router } = await siteOf({
      "astro.config.mjs": `import starlight from "@astrojs/starlight";
        export default defineConfig({ trailingSlash: "always", integrations: [starlight({ locales: { root: { label: "English" }, fr: { label: "Français" } } })] })`,
      "src/content/docs/index.mdx": article(),
      "src/content/docs/guides/First.md": article(),
      "src/content/docs/fr/guides/First.mdx": article(),
      "src/content/docs/later.md": article("draft: true"),
    });
    expect(addresses).toEqual({
      "src/content/docs/index.mdx": "/ /fr/",
      "src/content/docs/guides/First.md": "/guides/first/",
      "src/content/docs/fr/guides/First.mdx": "/fr/guides/first/",
      "src/content/docs/later.md": "",
    });
    expect(router.generates("/sitemap-index.xml")).toBe("yes");
    expect(router.generates("/gone")).toBe("no");
  });

  it("of Starlight are shown in other locales where the default one has a folder of its own", async () => {
    const { addresses } = await siteOf({
      "astro.config.mjs": `import starlight from "@astrojs/starlight";
        const locales = { en: { label: "English" }, sv: { label: "Svenska" }, root: { label: "Nederlands" } };
        export default defineConfig({ trailingSlash: "always", integrations: [starlight({ defaultLocale: "en", locales })] })`,
      "src/content/docs/en/index.mdx": article(),
      "src/content/docs/en/tides.md": article(),
      "src/content/docs/sv/tides.mdx": article(),
      "src/content/docs/sv/only.md": article(),
      "src/content/docs/alone.md": article(),
      "src/content/docs/en/own.md": article("slug: elsewhere/own"),
    });
    expect(addresses).toEqual({
      "src/content/docs/en/index.mdx": "/en/ /sv/ /",
      "src/content/docs/en/tides.md": "/en/tides/ /tides/",
      "src/content/docs/sv/tides.mdx": "/sv/tides/",
      "src/content/docs/sv/only.md": "/sv/only/",
      "src/content/docs/alone.md": "/alone/",
      "src/content/docs/en/own.md": "/elsewhere/own/",
    });
  });

  it("of Starlight are translated in a folder that is written in another letter case than its locale", async () => {
    const {
      addresses,
      router,
      article: facts,
    } = await siteOf({
      "astro.config.mjs": `import starlight from "@astrojs/starlight";
        const locales = { root: { label: "English", lang: "en" }, "pt-br": { label: "Português" }, fr: { label: "Français" } };
        export default defineConfig({ trailingSlash: "always", integrations: [starlight({ locales })] })`,
      "src/content/docs/tides.md": article(),
      "src/content/docs/pt-BR/tides.md": article(),
      "src/content/docs/pt-BR/only.md": article(),
    });
    expect(addresses).toEqual({
      "src/content/docs/tides.md": "/tides/ /fr/tides/",
      "src/content/docs/pt-BR/tides.md": "/pt-br/tides/",
      "src/content/docs/pt-BR/only.md": "/pt-br/only/",
    });
    const languages = ["tides.md", "pt-BR/tides.md"].map(
      (path) => router.editionOf?.(facts(`src/content/docs/${path}`))?.language,
    );
    expect(languages).toEqual(["en", "pt-br"]);
  });
});

describe("pages that Astro makes", () => {
  it("are components, endpoints and what integrations add", async () => {
    const files = {
      "src/pages/index.astro": "",
      "src/pages/team/index.astro": "",
      "src/pages/_part.astro": "",
      "src/pages/rss.xml.js": "",
      "src/pages/tags/[tag].astro": "",
      "src/pages/a.md": article(),
    };
    const { router } = await siteOf({ ...files, "astro.config.mjs": "export default {}" });
    const answers = (addresses: readonly string[]): readonly string[] =>
      addresses.map((address) => router.generates(address));
    expect(answers(["/", "/team/", "/team", "/rss.xml"])).toEqual(["yes", "yes", "yes", "yes"]);
    expect(answers(["/tags/x", "/_image"])).toEqual(["maybe", "maybe"]);
    expect(answers(["/tags/x.png"])).toEqual(["no"]);
    expect(answers(["/_part", "/gone", "/tags/x/y", "/tags"])).toEqual(["no", "no", "no", "no"]);
    const unknown = await siteOf({
      ...files,
      "astro.config.mjs": "export default { integrations: [own()] }",
    });
    expect(unknown.router.generates("/gone")).toBe("maybe");
    const locales = await siteOf({
      ...files,
      "astro.config.mjs": `export default { i18n: { locales: ["en", { path: "pt", codes: ["pt-BR"] }], defaultLocale: "en", fallback: { "pt": "en" } } }`,
    });
    expect(locales.router.generates("/pt/a/")).toBe("maybe");
    expect(locales.router.generates("/ptx/a/")).toBe("no");
  });

  it("show articles whose addresses only code knows where they have parameters, and nowhere else", async () => {
    const files = {
      "astro.config.mjs": "export default defineConfig({})",
      "src/content/log/a.md": article(),
      "src/pages/log/[slug].astro": "---\nconst all = await getStaticPaths(load());\n---\n",
    };
    const shown = async (config = {}) => {
      const { router } = await siteOf({ ...files, ...config });
      return ["/log/x", "/log/x/y", "/boats"].map((address) => router.couldShow?.(address));
    };
    expect(await shown()).toEqual([true, false, false]);
    const integration = `import all from "all-pages";\nexport default defineConfig({ integrations: [all()] })`;
    expect(await shown({ "astro.config.mjs": integration })).toEqual([true, true, true]);
  });

  it("may be answered by a server of the site's own, as far as its code names them", async () => {
    const server = (start: string) => `import { handler } from "${start}";
      app.use((req, res) => (req.url.startsWith("/articles/") ? res.redirect("/") : handler(req, res)));`;
    const generated = async (start: string) => {
      const { router } = await siteOf({
        "astro.config.mjs": "export default defineConfig({})",
        "src/pages/index.md": article(),
        "server.mjs": server(start),
      });
      return ["/articles/x", "/articles", "/article"].map(router.generates);
    };
    expect(await generated("./dist/server/entry.mjs")).toEqual(["maybe", "maybe", "no"]);
    expect(await generated("./elsewhere.mjs")).toEqual(["no", "no", "no"]);
  });

  it("may be pictures where an endpoint has parameters", async () => {
    const { router } = await siteOf({
      "astro.config.mjs": "export default {}",
      "src/pages/[...path].astro": "",
      "src/pages/cards/[...card].ts": "",
    });
    expect(router.generates("/tide/table/")).toBe("maybe");
    expect(router.generates("/cards/tide.png")).toBe("maybe");
    expect(router.generates("/tide.png")).toBe("no");
  });

  it("answer aliases of the sources", async () => {
    const { article: facts, router } = await siteOf({
      "astro.config.mjs": "export default { publicDir: './files' }",
      "src/pages/a.md": article(),
    });
    expect(router.besideArticle(facts("src/pages/a.md"), "@/assets/a.png")).toEqual([
      "src/assets/a.png",
    ]);
    expect(router.staticFiles("/a.png")).toEqual(["files/a.png"]);
  });
});
