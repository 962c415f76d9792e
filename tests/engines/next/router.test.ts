import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";
import { article, siteOf } from "../site-of.js";

const MDX = {
  "next.config.mjs": `import createMDX from "@next/mdx";
    export default createMDX({ extension: /\\.mdx?$/ })({ pageExtensions: ["tsx", "md", "mdx"] });`,
};

const linking = (...targets: readonly string[]): string =>
  `---\ntitle: A\n---\n\n${targets.map((target) => `[x](${target})`).join(" ")}\n`;

describe("the addresses of a Next site", () => {
  it("are those of pages in app and pages", async () => {
    const { addresses, router } = await siteOf({
      ...MDX,
      "app/(site)/about/page.mdx": article(),
      "app/page.mdx": article(),
      "app/team/members.mdx": article(),
      "app/_parts/page.mdx": article(),
      "app/@modal/info/page.mdx": article(),
      "app/sitemap.tsx": "",
      "app/tags/[tag]/page.tsx": "",
      "pages/help/index.md": article(),
      "pages/help/v1.2.md": article(),
      "pages/[name].mdx": article(),
      "README.md": article(),
    });
    expect(addresses).toEqual({
      "app/(site)/about/page.mdx": "/about",
      "app/page.mdx": "/",
      "app/team/members.mdx": "?",
      "app/_parts/page.mdx": "?",
      "app/@modal/info/page.mdx": "/info",
      "pages/help/index.md": "/help",
      "pages/help/v1.2.md": "/help/v1.2",
      "pages/[name].mdx": "?",
      "README.md": "",
    });
    expect(
      ["/sitemap.xml", "/about", "/tags/x", "/anything", "/help/gone"].map(router.generates),
    ).toEqual(["yes", "yes", "maybe", "maybe", "no"]);
  });

  it("in content folders are those that the site's own links show", async () => {
    const { addresses, router } = await siteOf({
      "next.config.js": "module.exports = {};",
      "pages/[[...path]].tsx": "",
      "src/guide/rigging/knots.md": linking("/rigging/sails", "/rigging/ropes/"),
      "src/guide/rigging/sails.md": linking("/rigging/knots", "/rigging/gone"),
      "src/guide/rigging/ropes.md": linking("https://example.org/rigging/none"),
      "src/guide/log.md": linking("/weather/never"),
      "drafts/note.md": article(),
    });
    expect(addresses).toEqual({
      "src/guide/rigging/knots.md": "/rigging/knots",
      "src/guide/rigging/sails.md": "/rigging/sails",
      "src/guide/rigging/ropes.md": "/rigging/ropes",
      "src/guide/log.md": "/log",
      "drafts/note.md": "?",
    });
    expect(router.generates("/rigging/gone")).toBe("no");
    expect(router.generates("/weather/never")).toBe("maybe");
  });

  it("are all known where the page that shows them reads their folder", async () => {
    const links = linking("/knots/", "/sails/", "/ropes/");
    const site = {
      "next.config.js": "module.exports = {};",
      "posts/knots/index.md": links,
      "posts/sails/index.md": links,
      "posts/ropes/index.md": links,
    };
    const page = "app/[slug]/page.tsx";
    const reads = 'await readFile("./posts/" + slug + "/index.md");';
    const generated = async (code: string): Promise<string> =>
      (await siteOf({ ...site, [page]: code })).router.generates("/anchors-2019/");
    expect(await generated(reads)).toBe("no");
    expect(await generated(`${reads} await fetch(url);`)).toBe("maybe");
    expect(await generated(reads.replace("posts", "drafts"))).toBe("maybe");
    expect(await generated('allPosts("./posts/")')).toBe("maybe");
  });

  describe("of folders that a page with parameters alone reads", () => {
    const links = linking("/sea/a", "/sea/b", "/sea/c");
    const site = {
      "next.config.js": "module.exports = {};",
      "package.json": '{ "imports": { "#site/*": ["./*", "./*.tsx"] } }',
      "app/[locale]/page.tsx": 'import { find } from "#site/lib/find";\nnotFound();',
      "app/[locale]/[...path]/page.tsx": 'import { find } from "../../../lib/find";\nnotFound();',
      "lib/find.ts": 'export { read } from "./read.mjs";',
      "lib/read.mjs": "readFile(join(`pages/${locale}`, name));",
      "pages/en/sea/a.md": links,
      "pages/en/sea/b.md": links,
      "pages/en/sea/c.md": links,
      "pages/nl/sea/a.md": links,
    };
    const generated = async (
      change: Record<string, string>,
      ...addresses: readonly string[]
    ): Promise<readonly string[]> => {
      const { router } = await siteOf({ ...site, ...change });
      return addresses.map((address) => router.generates(address));
    };

    it("are the files alone, at the top of the site as well", async () => {
      expect(await generated({}, "/learn-2011", "/tide/low", "/nl/tide/low")).toEqual([
        "no",
        "no",
        "maybe",
      ]);
    });

    it("may be others in languages that have no folder", async () => {
      expect(await generated({}, "/de", "/de/tide/low", "/nl/sea/b")).toEqual(
        Array.from({ length: 3 }, () => "maybe"),
      );
    });

    it("may be others where the code asks servers or refuses none", async () => {
      const page = "app/[locale]/page.tsx";
      for (const change of [
        { "lib/find.ts": 'import "./read.mjs";\nawait fetch(url);' },
        { "lib/find.ts": 'import "./read.mjs";\nimport { get } from "@sanity/client";' },
        { "lib/read.mjs": "readFile(`drafts/${locale}`);" },
        { [page]: 'import { find } from "#site/lib/find";' },
        { [page]: 'import { find } from "#site/lib/find";\nnotFound(); tags();' },
        { "middleware.ts": "return NextResponse.rewrite(url);" },
      ])
        expect(await generated(change, "/learn-2011")).toEqual(["maybe"]);
    });
  });

  it("in content folders are unknown where links show nothing", async () => {
    const { addresses, router } = await siteOf({
      "next.config.js": "module.exports = {};",
      "app/blog/[slug]/page.tsx": "",
      "posts/a.md": linking("/blog/b-2024", "/posts-of-2024/a"),
      "posts/b.md": linking("/blog/a-2024", "/blog/c-2024"),
    });
    expect(Object.values(addresses)).toEqual(["?", "?"]);
    expect(router.generates("/blog/a-2024")).toBe("maybe");
    expect(router.generates("/nowhere")).toBe("no");
  });

  it("in folders of languages begin with the language", async () => {
    const links = linking("/sea/a", "/sea/b", "/sea/c");
    const { addresses } = await siteOf({
      "next.config.js": "module.exports = {};",
      "app/[locale]/[[...path]]/page.tsx": "",
      "text/en/sea/a.md": links,
      "text/en/sea/b.md": links,
      "text/en/sea/c.md": links,
      "text/pt-br/sea/a.md": links,
    });
    // The originals are shown without their language, and with it.
    expect(addresses["text/en/sea/a.md"]).toBe("/sea/a /en/sea/a");
    expect(addresses["text/pt-br/sea/a.md"]).toBe("/pt-br/sea/a");
  });

  it("of Nextra are those of its content folder", async () => {
    const { addresses } = await siteOf({
      "next.config.mjs": `import nextra from "nextra"; export default nextra({})({});`,
      "package.json": `{"dependencies":{"next":"^15.0.0","nextra":"^4.2.0"}}`,
      "app/handbook/[[...mdxPath]]/page.jsx": "",
      "content/index.mdx": article(),
      "content/sails/(kinds)/jib.mdx": article(),
    });
    expect(addresses).toEqual({
      "content/index.mdx": "/handbook",
      "content/sails/(kinds)/jib.mdx": "/handbook/sails/jib",
    });
  });

  it("of Nextra before version 4 are those of pages", async () => {
    const { addresses } = await siteOf({
      "next.config.js": `const withNextra = require("nextra")({ theme: "nextra-theme-docs" }); module.exports = withNextra({});`,
      "package.json": `{"dependencies":{"next":"^13.0.0","nextra":"^2.13.0"}}`,
      "pages/index.mdx": article(),
      "pages/sails/jib.mdx": article(),
      "pages/_meta.json": "{}",
    });
    expect(addresses).toEqual({ "pages/index.mdx": "/", "pages/sails/jib.mdx": "/sails/jib" });
  });

  it("of Fumadocs are where its loader says", async () => {
    const { addresses } = await siteOf({
      "next.config.mjs": `import { createMDX } from "fumadocs-mdx/next"; export default createMDX()({});`,
      "source.config.ts": `export const docs = defineDocs({ dir: "content/manual" });`,
      "src/lib/source.ts": `export const source = loader({ baseUrl: "/manual", source: docs.toFumadocsSource() });`,
      "content/manual/index.mdx": article(),
      "content/manual/(deck)/winch.mdx": article(),
      "content/news/a.mdx": article(),
    });
    expect(addresses).toEqual({
      "content/manual/index.mdx": "/manual",
      "content/manual/(deck)/winch.mdx": "/manual/winch",
      "content/news/a.mdx": "?",
    });
  });
});

describe("redirects of a Next config", () => {
  const page = { "app/a/page.mdx": article(), "app/b/page.tsx": "" };

  it("leave no doubt where they are written out", async () => {
    const { router } = await siteOf({
      ...page,
      "next.config.ts": `const list = [{ source: "/old/:path*", destination: "/a", permanent: true }];
        export default { pageExtensions: ["tsx", "mdx"], async redirects() { return list; } };`,
    });
    expect(router.generates("/gone")).toBe("no");
  });

  it.each([
    ["async redirects() { return load(); }"],
    ["redirects: () => [...load(), { source: '/x', destination: '/a' }]"],
    ["redirects: () => list.map(([from, to]) => ({ source: from, destination: to }))"],
    ["rewrites: () => [{ source: '/:path*', destination: `${host}/x` }]"],
    ["...others"],
  ])("leave every address in doubt where code makes them: %s", async (member) => {
    const { router } = await siteOf({
      ...page,
      "next.config.ts": `export default { pageExtensions: ["tsx", "mdx"], ${member} };`,
    });
    expect(router.generates("/gone")).toBe("maybe");
  });

  it("leave the addresses in doubt whose sources are written out, where code makes the rest", async () => {
    const { router } = await siteOf({
      ...page,
      "next.config.mjs": `import { redirects } from "./rules.mjs";
        export default { pageExtensions: ["tsx", "mdx"], redirects };`,
      // A comment names modules for the sake of their types.
      "rules.mjs": `import list from "./rules.json" with { type: "json" };
        /** @type {import("./types")} */
        export const redirects = async () =>
          list.map(({ source, destination }) => ({ source: source.replace("/:lang", prefix), destination }));`,
      "types.ts": "export interface Rule { source: string }",
      "rules.json": `[{ "source": "/old/:path*", "destination": "/a" },
        { "source": "/:lang/talks", "destination": "/b" },
        { "source": "/(atom|rss).feed", "destination": "/b" }]`,
    });
    const doubtful = ["/old", "/old/x", "/talks", "/en/talks", "/en/talks/x", "/atom.feed"];
    expect(doubtful.map(router.generates)).toEqual(doubtful.map(() => "maybe"));
    const others = ["/older", "/en/old", "/gone", "/en/boats"];
    expect(others.map(router.generates)).toEqual(others.map(() => "no"));
  });

  it("are followed where they are written out: what they lead to is judged", async () => {
    const links = linking("/sea/a", "/sea/b", "/sea/c");
    const { router } = await siteOf({
      "next.config.mjs": `import { redirects } from "./rules.mjs"; export default { redirects };`,
      "rules.mjs": `import list from "./rules.json" with { type: "json" };
        export const redirects = async () =>
          list.map(({ source, destination }) => ({ source: source.replace("/:lang", prefix), destination }));`,
      "rules.json": `[{ "source": "/sea/:path*", "destination": "/en/sea/:path*" },
        { "source": "/sea", "destination": "/en/sea" },
        { "source": "/tide", "destination": "/sea/lost" },
        { "source": "/river/:path*", "destination": "https://example.org/:path*" }]`,
      "app/[lang]/[...path]/page.tsx": "",
      "content/en/sea/a.md": links,
      "content/en/sea/b.md": links,
      "content/en/sea/c.md": links,
      "content/nl/sea/a.md": links,
    });
    expect(router.generates("/sea/lost")).toBe("no");
    expect(router.generates("/en/sea/lost")).toBe("no");
    expect(router.generates("/sea/a")).toBe("maybe");
    expect(router.generates("/river/lost")).toBe("maybe");
    // The original may be shown in place of a translation.
    expect(router.generates("/nl/sea/b")).toBe("maybe");
    expect(router.generates("/nl/sea/lost")).toBe("no");
  });

  it("leave no doubt about a file of a public folder that holds others", async () => {
    const { router } = await siteOf({
      ...page,
      "public/logos/a.svg": "",
      "next.config.ts": "export default { rewrites: () => load() };",
    });
    expect(router.generates("/logos/b.svg")).toBe("no");
    expect(router.generates("/badges/b.svg")).toBe("maybe");
    expect(router.generates("/logos/b")).toBe("maybe");
  });

  it("leaves files that may lie beside an article whose address nobody knows", async () => {
    const found = await findingsOf({
      "next.config.js": "module.exports = {};",
      "lib/show.js": "show(slug);",
      "content/boats.md":
        "---\ntitle: A\n---\n[a](tides.csv) [b](winds.csv) [c](./log/tides.csv)\n",
      "public/harbour/boats/tides.csv": "1",
    });
    expect(found).toEqual([
      "content/boats.md:4 link/broken/absent",
      "content/boats.md:4 link/broken/absentNearest",
    ]);
  });

  it("resolves relative links against the whole address where addresses end in a slash", async () => {
    const { router, article: facts } = await siteOf({
      "next.config.js": "module.exports = { trailingSlash: true, pageExtensions: ['tsx', 'mdx'] };",
      "app/boats/page.mdx": article(),
    });
    expect(router.linkBases?.(facts("app/boats/page.mdx"))).toEqual(["/boats/"]);
  });

  it("resolves relative links against the route of a page in the Pages Router, too", async () => {
    const { router, article: facts } = await siteOf({
      "next.config.js": "module.exports = {};",
      "pages/[[...path]].tsx": "",
      "src/guide/rigging/knots.md": linking("/rigging/sails", "/rigging/ropes"),
      "src/guide/rigging/sails.md": linking("/rigging/knots"),
      "src/guide/rigging/ropes.md": linking("/rigging/knots"),
    });
    expect(router.linkBases?.(facts("src/guide/rigging/knots.md"))).toEqual(["/"]);
  });

  it("resolves them against the article's own address alone in the App Router", async () => {
    const { router, article: facts } = await siteOf({ ...MDX, "app/help/page.mdx": article() });
    expect(router.linkBases?.(facts("app/help/page.mdx"))).toEqual([]);
  });
});
