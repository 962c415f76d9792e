import { describe, expect, it } from "vitest";
import { article, siteOf as wholeSiteOf } from "../site-of.js";

/** The site, each address without its second spelling, which ends in a slash. */
async function siteOf(files: Readonly<Record<string, string>>) {
  const site = await wholeSiteOf(files);
  const addresses = Object.fromEntries(
    Object.entries(site.addresses).map(([path, both]) => [
      path,
      both.replace(/ \S+\/(?=\??$)/, ""),
    ]),
  );
  return { ...site, addresses };
}

const MANIFEST = '{"dependencies":{"@nuxt/content":"^3.6.0","nuxt":"^4.0.0"}}';
const SECOND = '{"dependencies":{"@nuxt/content":"~2.13.0","nuxt":"^3.0.0"}}';
const CATCH_ALL = { "app/pages/[...slug].vue": "<template><ContentRenderer /></template>" };

describe("the addresses of a site of Nuxt Content", () => {
  it("are the files' paths without numbers, index and ending, in ASCII", async () => {
    const { addresses } = await siteOf({
      ...CATCH_ALL,
      "package.json": MANIFEST,
      "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'] })",
      "content/index.md": article(),
      "content/1.guide/1.index.md": article(),
      "content/1.guide/2.First Steps.md": article(),
      "content/2.v1.2/10.30.times.md": article(),
      "content/3.Größe/a & b.md": article(),
      "content/4.a--b/x.draft.md": article(),
      "content/5.指南 guide.md": article(),
      "content/6.Łódź.md": article(),
      "content/_part.md": article(),
      "content/own.md": article("path: /else/where"),
      "README.md": article(),
    });
    expect(addresses).toEqual({
      "content/index.md": "/",
      "content/1.guide/1.index.md": "/guide",
      "content/1.guide/2.First Steps.md": "/guide/first-steps",
      "content/2.v1.2/10.30.times.md": "/v1.2/30.times",
      "content/3.Größe/a & b.md": "/grosse/a-and-b",
      "content/4.a--b/x.draft.md": "/a-b/x",
      "content/5.指南 guide.md": "/guide",
      "content/6.Łódź.md": "?",
      "content/_part.md": "/_part",
      "content/own.md": "/else/where",
      "README.md": "",
    });
  });

  it("lie below the prefix of their collection", async () => {
    const { addresses } = await siteOf({
      ...CATCH_ALL,
      "package.json": MANIFEST,
      "content.config.ts": `
        import { defineCollection, defineContentConfig, z } from "@nuxt/content";
        export default defineContentConfig({
          collections: {
            docs: defineCollection({ type: "page", source: { include: "1.docs/**", exclude: ["**/*.part.md"] } }),
            blog: defineCollection({ type: "page", source: { include: "blog/*.md", prefix: "/news" }, schema: z.object({}) }),
            team: defineCollection(asSitemapCollection({ type: "page", source: "team/**" })),
            data: defineCollection({ type: "data", source: "data/**" }),
          },
        });`,
      "content/1.docs/2.start.md": article(),
      "content/1.docs/a.part.md": article(),
      "content/blog/first.md": article(),
      "content/blog/old/second.md": article(),
      "content/team/ann.md": article(),
      "content/data/ports.md": article(),
    });
    expect(addresses).toEqual({
      "content/1.docs/2.start.md": "/docs/start",
      "content/1.docs/a.part.md": "",
      "content/blog/first.md": "/news/first",
      "content/blog/old/second.md": "",
      "content/team/ann.md": "/team/ann",
      "content/data/ports.md": "",
    });
  });

  it.each([
    ["no page of the application shows them", { "app/pages/index.vue": "" }, "{}"],
    ["addresses begin with languages", CATCH_ALL, "{ modules: ['@nuxtjs/i18n'] }"],
    ["version 2 has folders of its own", CATCH_ALL, "{ content: { sources: { a: {} } } }"],
    ["the config is code", CATCH_ALL, "{ ...shared }"],
  ])("are uncertain where %s", async (_, pages, config) => {
    const { addresses } = await siteOf({
      ...pages,
      "package.json": MANIFEST,
      "nuxt.config.ts": `export default defineNuxtConfig(${config})`,
      "content/a.md": article(),
    });
    expect(addresses["content/a.md"]).toBe("/a?");
  });

  it("leave drafts and hidden files of version 2 out", async () => {
    const {
      addresses,
      router,
      article: facts,
    } = await siteOf({
      "package.json": SECOND,
      "nuxt.config.ts": "export default defineNuxtConfig({ content: { documentDriven: true } })",
      "content/a.draft.md": article(),
      "content/b.md": article("draft: true"),
      "content/1.c.md": article(),
      "content/_part.md": article(),
    });
    expect(addresses).toEqual({
      "content/a.draft.md": "",
      "content/b.md": "",
      "content/1.c.md": "/c",
      "content/_part.md": "/_part?",
    });
    expect(router.routesOf(facts("content/b.md")).heldBack).toEqual({
      reason: "draft",
      addresses: ["/b", "/b/"],
    });
  });
});

describe("pages of an application of Nuxt", () => {
  it("are there where a file makes them, and may be where parameters do", async () => {
    const { router } = await siteOf({
      ...CATCH_ALL,
      "package.json": MANIFEST,
      "app/pages/(shop)/prices.vue": "",
      "app/pages/tags/[tag].vue": "",
      "server/routes/feed/[name].get.ts": "",
      "nuxt.config.ts":
        "export default defineNuxtConfig({ routeRules: { '/old': { redirect: '/a' } } })",
      "content/a.md": article(),
      "content/guide/b.md": article(),
    });
    expect(
      ["/prices", "/tags/x", "/feed/x", "/sitemap.xml", "/lost", "/guide/lost"].map((address) =>
        router.generates(address),
      ),
    ).toEqual(["yes", "maybe", "maybe", "maybe", "no", "no"]);
    expect(router.staticFiles("/a.png")).toEqual(["public/a.png"]);
  });
});
