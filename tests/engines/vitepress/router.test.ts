import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

describe("the addresses of a VitePress site", () => {
  it("are the files', with their ending unless cleanUrls", async () => {
    const files = {
      "index.md": article(),
      "guide/index.md": article(),
      "guide/a b.md": article(),
      "README.md": article(),
      "guide/part.html": "<p>x</p>",
    };
    const plain = await siteOf({ ...files, ".vitepress/config.ts": "export default {}" });
    expect(plain.addresses).toEqual({
      "index.md": "/",
      "guide/index.md": "/guide/",
      "guide/a b.md": "/guide/a b.html",
      "README.md": "/README.html",
      "guide/part.html": "",
    });
    expect(plain.router.sameAs("/guide/a b")).toEqual(["/guide/a b.html"]);
    expect(plain.router.sameAs("/guide/")).toEqual([]);
    expect(plain.router.sameAs("/guide/index")).toEqual(["/guide/"]);
    const clean = await siteOf({
      ...files,
      ".vitepress/config.ts": "export default { cleanUrls: true }",
    });
    expect(clean.addresses["guide/a b.md"]).toBe("/guide/a b");
    expect(clean.router.sameAs("/guide/x.html")).toEqual(["/guide/x"]);
  });

  it("begin below srcDir and leave out what srcExclude says", async () => {
    const { addresses, router } = await siteOf({
      ".vitepress/config.mts": `export default defineConfig({ srcDir: "./src", srcExclude: ["**/TODO.md"], cleanUrls: true })`,
      "src/a.md": article(),
      "src/b/TODO.md": article(),
      "notes.md": article(),
    });
    expect(addresses).toEqual({ "src/a.md": "/a", "src/b/TODO.md": "", "notes.md": "" });
    expect(router.staticFiles("/logo.svg")).toEqual(["src/public/logo.svg"]);
  });

  it.each([
    [`["drafts/**"]`, ["", "/b/a", "/b/drafts/c"]],
    [`["**/drafts/**"]`, ["", "/b/a", ""]],
    [`["b/a.md", "c/*"]`, ["/drafts/a", "", "/b/drafts/c"]],
  ])("leave out what srcExclude says: %s", async (patterns, expected) => {
    const { addresses } = await siteOf({
      ".vitepress/config.ts": `export default { srcExclude: ${patterns}, cleanUrls: true }`,
      "b/a.md": article(),
      "b/drafts/c.md": article(),
      "drafts/a.md": article(),
    });
    const paths = ["drafts/a.md", "b/a.md", "b/drafts/c.md"];
    expect(paths.map((path) => addresses[path])).toEqual(expected);
  });

  it("follow rewrites, the first that fits", async () => {
    const { addresses } = await siteOf({
      ".vitepress/config.mjs": `export default { cleanUrls: true, rewrites: {
        "packages/one/src/index.md": "one/index.md",
        "packages/:pkg/src/:slug*": ":pkg/:slug*",
        "old/:page(.*)": "new/:page",
      } }`,
      "packages/one/src/index.md": article(),
      "packages/two/src/a/b.md": article(),
      "old/c.md": article(),
      "d.md": article(),
    });
    expect(addresses).toEqual({
      "packages/one/src/index.md": "/one/",
      "packages/two/src/a/b.md": "/two/a/b",
      "old/c.md": "/new/c",
      "d.md": "/d",
    });
  });

  it.each([
    "{ rewrites: (id) => id }",
    "{ ...shared }",
    `{ rewrites: { "a/:b((?:x+)+)": ":b" } }`,
    "make()",
  ])("are uncertain with %s", async (config) => {
    const { addresses } = await siteOf({
      ".vitepress/config.js": `export default ${config}`,
      "a.md": article(),
    });
    expect(addresses["a.md"]).toBe("/a.html?");
  });
});

describe("pages that VitePress makes", () => {
  it("may be those of a template, and files of plugins; all else is not there", async () => {
    const { router, addresses } = await siteOf({
      ".vitepress/config.ts": `export default { sitemap: { hostname: "https://example.org" }, cleanUrls: true, buildEnd() {} }`,
      "packages/[pkg]/index.md": article(),
      "packages/[pkg].paths.ts": "",
      "a.md": article(),
    });
    expect(addresses["packages/[pkg]/index.md"]).toBe("?");
    expect(router.generates("/packages/x/")).toBe("maybe");
    expect(router.generates("/packages/x/y")).toBe("no");
    expect(router.generates("/feed.rss")).toBe("maybe");
    expect(router.generates("/sitemap.xml")).toBe("yes");
    expect(router.generates("/gone")).toBe("no");
    expect(router.generates("/")).toBe("no");
  });
});
