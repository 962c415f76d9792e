import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

describe("the addresses of an Eleventy site", () => {
  it("are folders of the files' names below the input", async () => {
    const { addresses } = await siteOf({
      "eleventy.config.mjs": `export default () => ({ dir: { input: "src", includes: "parts" } })`,
      "src/index.md": article(),
      "src/a b.md": article(),
      "src/guide/guide.md": article(),
      "src/guide/2024-01-02-day.html": article(),
      "src/parts/part.md": article(),
      "src/page.mdx": article(),
      "README.md": article(),
    });
    expect(addresses).toEqual({
      "src/index.md": "/",
      "src/a b.md": "/a b/",
      "src/guide/guide.md": "/guide/",
      "src/guide/2024-01-02-day.html": "/guide/2024-01-02-day/",
      "src/parts/part.md": "",
      "src/page.mdx": "",
      "README.md": "",
    });
  });

  it("are permalinks, their simple names filled in", async () => {
    const { addresses, router } = await siteOf({
      ".eleventy.js": "module.exports = {}",
      "a.md": article("permalink: /x/y.html"),
      "b.md": article('permalink: "{{ page.filePathStem }}.html"'),
      "2024-01-02-c.md": article('permalink: "/{{ page.fileSlug }}/{{ title | slugify }}/"'),
      "d.md": article("permalink: false"),
      "e.md": article("permalink:\n  build: /e-e/"),
      "f.md": article('permalink: "/y/{{ page.date | year }}/{{ page.fileSlug }}/"'),
    });
    expect(addresses).toEqual({
      "a.md": "/x/y.html",
      "b.md": "/b.html",
      "2024-01-02-c.md": "/c/a/",
      "d.md": "",
      "e.md": "/e-e/",
      "f.md": "?",
    });
    expect(router.generates("/y/2024/f/")).toBe("maybe");
    expect(router.generates("/z/2024/f/")).toBe("no");
  });

  it("know the pages of templates, and those that only some builds leave out", async () => {
    const { addresses, router } = await siteOf({
      ".eleventy.js": `module.exports = (config) => {
        config.ignores.add("never.njk");
        config.ignores.add("lost.md");
        if (process.env.QUICK) {
          config.ignores.add("boats.11ty.js");
          config.ignores.add("oars.md");
        }
      };`,
      "never.njk": "x",
      "boats.11ty.js": "exports.render = () => 'x';",
      "quay/sea.njk": "x",
      "oars.md": article(),
      "lost.md": article(),
    });
    expect(addresses).toEqual({ "oars.md": "/oars/", "lost.md": "" });
    for (const page of ["/boats/", "/boats", "/quay/sea"])
      expect(router.generates(page)).toBe("yes");
    for (const page of ["/never/", "/quay/se", "/boat"]) expect(router.generates(page)).toBe("no");
  });

  it("follow data files, the nearest first", async () => {
    const { addresses } = await siteOf({
      ".eleventy.js": "module.exports = {}",
      "posts/posts.json": `{ "permalink": "/p/{{ page.fileSlug }}/" }`,
      "posts/own.json": `{ "permalink": "/own/" }`,
      "posts/own.md": article(),
      "posts/a.md": article(),
      "posts/b.md": article("permalink: /b/"),
      "posts/in/c.md": article(),
      "notes/notes.11tydata.js": `module.exports = { permalink: "/n/{{ page.fileSlug }}.html" }`,
      "notes/d.md": article(),
      "code/code.11tydata.js": "module.exports = { permalink: (data) => data.slug }",
      "code/e.md": article(),
    });
    expect(addresses).toEqual({
      "posts/own.md": "/own/",
      "posts/a.md": "/p/a/",
      "posts/b.md": "/b/",
      "posts/in/c.md": "/p/c/",
      "notes/d.md": "/n/d.html",
      "code/e.md": "?",
    });
  });

  it.each([
    ["{ heading: (data) => data.title }", "/p/a/"],
    ["{ permalink: (data) => (isOut(data) ? data.permalink : false) }", "/p/a/"],
    ["{ permalink: (data) => { if (now) return data.permalink; return false; } }", "/p/a/"],
    ["{ permalink: (data) => (isOut(data) ? data.permalink : data.slug) }", "/p/a/?"],
    ["{ permalink: (data) => move(data.permalink) }", "/p/a/?"],
    ["{ permalink() { return '/x/'; } }", "/p/a/?"],
    ["{ ...others }", "/p/a/?"],
    ["load()", "/p/a/?"],
  ])("move with computed data that says more than what there is: %s", async (computed, address) => {
    const { addresses } = await siteOf({
      ".eleventy.js": `module.exports = () => ({ dir: { input: "in" } })`,
      "in/in.11tydata.js": `module.exports = { eleventyComputed: ${computed} };`,
      "in/p/p.11tydata.js": `module.exports = { eleventyComputed: { heading: (data) => data.title } };`,
      "in/p/a.md": article(),
    });
    expect(addresses).toEqual({ "in/p/a.md": address });
  });

  it("are where a template in computed data sends them, or may", async () => {
    const { addresses, router } = await siteOf({
      ".eleventy.js": "module.exports = {}",
      "a.md": article("title: Keel\neleventyComputed:\n  permalink: /boats/{{ title | slugify }}/"),
      "b.md": article("eleventyComputed:\n  permalink: /years/{{ year }}/"),
      "c/c.json": `{ "permalink": "/x/", "eleventyComputed": { "permalink": "/c-{{ page.fileSlug }}/" } }`,
      "c/d.md": article(),
    });
    expect(addresses).toEqual({ "a.md": "/boats/keel/?", "b.md": "?", "c/d.md": "/c-d/?" });
    expect(router.generates("/years/1999/")).toBe("maybe");
    expect(router.generates("/other/1999/")).toBe("no");
  });

  it("are none for what is ignored, nor for drafts where the config leaves them out", async () => {
    const files = {
      ".eleventyignore": "# not yet\nideas/\nb*.md\n",
      "ideas/a.md": article(),
      "in/ideas/a.md": article(),
      "bee.md": article(),
      "draft.md": article("draft: true"),
    };
    const plain = await siteOf({ ...files, ".eleventy.js": "module.exports = {}" });
    expect(plain.addresses).toEqual({
      "ideas/a.md": "",
      "in/ideas/a.md": "/in/ideas/a/",
      "bee.md": "",
      "draft.md": "/draft/",
    });
    const strict = await siteOf({
      ...files,
      ".eleventy.js": `module.exports = (c) => { c.addPreprocessor("drafts", "*", () => {}) }`,
    });
    expect(strict.addresses["draft.md"]).toBe("");
  });

  it("are uncertain where code moves every page", async () => {
    const { addresses } = await siteOf({
      "eleventy.config.js": `export default (c) => { c.addGlobalData("permalink", () => (data) => "x") }`,
      "a.md": article(),
    });
    expect(addresses).toEqual({ "a.md": "/a/?" });
  });
});

describe("what else an Eleventy site serves", () => {
  it("are the files that its config copies", async () => {
    const { router } = await siteOf({
      "eleventy.config.mjs": `export default (c) => {
        c.addPassthroughCopy("src/css").addPassthroughCopy({ "node_modules/x/y.js": "js/y.js", "media/*.png": "img" });
        c.addPassthroughCopy("src/**/*.jpg");
        return { dir: { input: "src" }, pathPrefix: "/blog/", templateFormats: "md,woff2" };
      }`,
      "src/a.md": article(),
      "media/m.png": "",
      "src/in/p.jpg": "",
    });
    expect(router.staticFiles("/css/a.css")).toEqual(["src/css/a.css"]);
    expect(router.staticFiles("/js/y.js")).toEqual(["node_modules/x/y.js"]);
    expect(router.staticFiles("/img/m.png")).toEqual(["media/m.png"]);
    expect(router.staticFiles("/in/p.jpg")).toEqual(["src/in/p.jpg"]);
    expect(router.staticFiles("/blog/css/a.css")).toEqual(["src/css/a.css"]);
    expect(router.staticFiles("/f.woff2")).toEqual(["src/f.woff2"]);
    expect(router.staticFiles("/in/p.gif")).toEqual([]);
    expect(router.sameAs("/blog/a/")).toEqual(["/a/"]);
  });

  it("are pages of templates: certain where their address is plain", async () => {
    const { router } = await siteOf({
      ".eleventy.js": `module.exports = (c) => { c.addPlugin(feed, { outputPath: "/atom.xml" }) }`,
      "index.njk": "Home",
      "_includes/base.njk": "x",
      "feed.liquid": "---\npermalink: /feed.xml\n---\n",
      "tags.njk": `---\npagination:\n  data: collections\npermalink: "/tags/{{ tag }}/"\n---\n`,
      "made.11ty.js": "module.exports = { data: { permalink: '/made.html' } }",
    });
    const made = ["/", "/feed.xml", "/atom.xml", "/made.html", "/tags/x/", "/base/", "/x/"];
    expect(made.map((address) => router.generates(address))).toEqual([
      "yes",
      "yes",
      "yes",
      "yes",
      "maybe",
      "no",
      "no",
    ]);
  });

  it("are no pictures where a template may have any address", async () => {
    const { router } = await siteOf({
      ".eleventy.js": "module.exports = {}",
      "authors.njk": "---\npermalink: '{{ author.url }}'\n---\n",
    });
    const asked = ["/x/", "/x.html", "/x.png", "/boats/quay.JPG"];
    expect(asked.map(router.generates)).toEqual(["maybe", "maybe", "no", "no"]);
  });

  it("are files at the places that the config names, whatever code says of where they come from", async () => {
    const { router } = await siteOf({
      ".eleventy.js":
        'module.exports = (c) => { c.addPassthroughCopy({ [find("buoy")]: "img/buoy.png", "a/*.js": "lib/", [find("x")]: "js" }) }',
      "feed.11ty.js":
        'const PLACE = "/tides.rss";\nmodule.exports = { data: { permalink: PLACE } }',
      "a.md": article(),
    });
    const asked = ["/img/buoy.png", "/lib/x.png", "/js", "/img/bouy.png", "/x.png", "/tides.rss"];
    expect(asked.map((address) => router.generates(address))).toEqual([
      "maybe",
      "maybe",
      "maybe",
      "no",
      "no",
      "yes",
    ]);
  });

  it("may be anything with an ending where code decides what is copied", async () => {
    const { router } = await siteOf({
      ".eleventy.js": "module.exports = (c) => { c.addPassthroughCopy(folders) }",
      "a.md": article(),
    });
    expect(router.generates("/x.png")).toBe("maybe");
    expect(router.generates("/x/")).toBe("no");
  });
});

it("a transform may lead a translation's links to the page in its own language", async () => {
  const files = (config: string) => ({
    "eleventy.config.js": `module.exports = function (config) { ${config} };`,
    "ja/a.md": article(),
    "ja/sea/tide.md": article(),
    "sea/quay.md": article(),
    "ja/sea/quay.md": article(),
  });
  const named = async (config: string): Promise<readonly (boolean | undefined)[]> => {
    const { router, article: facts } = await siteOf(files(config));
    return ["/sea/tide", "/sea/tides/", "/sea/quay/"].map((url) => {
      const range = { start: 0, end: 0 };
      const reference = { url, range, elementRange: range, unknown: false, from: "a[href]" };
      return router.leadsToOwnLanguage?.(facts("ja/a.md"), reference);
    });
  };
  expect(await named("config.addTransform('hrefs', hrefs);")).toEqual([true, false, false]);
  expect(await named("config.addPassthroughCopy('img');")).toEqual([false, false, false]);
});
