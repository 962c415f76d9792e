import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateClocks,
  datePlaceholders,
  expandPermalink,
  slugify,
} from "../../../src/engines/jekyll/permalink.js";
import { article, siteOf } from "../site-of.js";

async function addressOf(
  config: string,
  path: string,
  frontMatter = "",
): Promise<string | undefined> {
  const files = {
    "_config.yml": `title: T\nkramdown: {}\n${config}\n`,
    [path]: article(frontMatter),
  };
  return (await siteOf(files)).addresses[path];
}

const POST = "_posts/2024-02-09-On-Time.md";

describe("the address of a Jekyll post", () => {
  it.each([
    ["", "/2024/02/09/On-Time.html"],
    ["permalink: pretty", "/2024/02/09/On-Time/"],
    ["permalink: ordinal", "/2024/040/On-Time.html"],
    ["permalink: weekdate", "/2024/W06/Fri/On-Time.html"],
    ["permalink: none", "/On-Time.html"],
    ["permalink: /:i_month-:i_day/:short_year/:slug/", "/2-9/24/on-time/"],
    [
      "permalink: /:long_month/:short_month/:name:output_ext",
      "/February/Feb/2024-02-09-on-time.html",
    ],
    ["permalink: /blog/:title", "/blog/On-Time /blog/On-Time.html"],
    ["permalink: /:categories/:title/", "/On-Time/"],
    ["permalink: /:nothing/:title/", "/:nothing/On-Time/?"],
    ["collections: { posts: { permalink: /p/:title/ } }", "/p/On-Time/"],
    ["defaults: [{ scope: { path: '' }, values: { permalink: /d/:slug/ } }]", "/d/on-time/"],
    [
      "defaults: [{ scope: { path: x, type: posts }, values: { permalink: /d/ } }]",
      "/2024/02/09/On-Time.html",
    ],
    ["defaults: [{ scope: { path: '_posts/*-On-*' }, values: { published: false } }]", ""],
  ])("follows the config %j", async (config, address) => {
    expect(await addressOf(config, POST)).toBe(address);
  });

  it.each([
    ["permalink: /a/b/", "/a/b/"],
    ["permalink: a.html", "/a.html"],
    ["permalink: /:year/x", "/2024/x /2024/x.html"],
    ["slug: Über C#", "/2024/02/09/Über-C.html"],
    ["date: 2023-01-02", "/2023/01/02/On-Time.html"],
    ["date: 2023-12-31 23:30:00 -0500", "/2024/01/01/On-Time.html /2023/12/31/On-Time.html"],
    ["categories: One Two", "/one/two/2024/02/09/On-Time.html"],
    ["categories: [One Two, one two]", "/one two/2024/02/09/On-Time.html"],
    ["category: One Two", "/one two/2024/02/09/On-Time.html"],
    ["published: false", ""],
  ])("takes %j from the front matter", async (frontMatter, address) => {
    expect(await addressOf("", POST, frontMatter)).toBe(address);
  });

  it("goes by the site's zone where a time is given", async () => {
    const date = "date: 2024-02-09 23:30:00 +0000";
    expect(await addressOf("timezone: Asia/Tokyo", POST, date)).toMatch(/^\/2024\/02\/10\//);
  });

  it("takes folders above _posts for categories, those below for nothing", async () => {
    expect(await addressOf("", "a/b/_posts/c/2024-02-09-x.md", "categories: d")).toBe(
      "/a/b/d/2024/02/09/x.html",
    );
  });

  it.each([
    "_posts/undated.md",
    "_drafts/x.md",
    "_other/2024-02-09-x.md",
    "_includes/x.html",
    "x~/a.md",
  ])("is none for %s", async (path) => {
    expect(await addressOf("", path)).toBe("");
  });

  it("is uncertain without a config, unless the post names it", async () => {
    const { addresses } = await siteOf({
      "_layouts/default.html": "",
      [POST]: article(),
      "_posts/2024-02-09-b.md": article("permalink: /b/"),
      "c.md": article(),
    });
    expect(addresses[POST]).toMatch(/\?$/);
    expect(addresses["_posts/2024-02-09-b.md"]).toBe("/b/");
    expect(addresses["c.md"]).toBe("/c.html /c/");
  });
});

describe("the address of a page or a document of a collection", () => {
  it.each([
    ["about.md", "", "", "/about.html"],
    ["about.md", "permalink: pretty", "", "/about/"],
    ["about.md", "permalink: /:year/:title", "", "/about /about.html"],
    ["about/index.md", "permalink: pretty", "", "/about/"],
    ["v1.0/index.html", "", "", "/v1.0/"],
    ["a.md", "", "permalink: /b/", "/b/"],
    ["_pages/a.md", "include: [_pages]", "", "/_pages/a.html"],
    ["x/a.md", "exclude: [x]", "", ""],
    ["x/a.md", "exclude: ['x/*.md']", "", ""],
    ["vendor/bundle/a.md", "", "", ""],
    ["_docs/a/b.md", "collections: { docs: { output: true } }", "", "/docs/a/b.html"],
    ["_docs/a/b.md", "collections: [docs]", "", ""],
    [
      "_docs/a/b.md",
      "collections: { docs: { output: true, permalink: '/:collection/:name/' } }",
      "",
      "/docs/b/",
    ],
    [
      "_docs/a/b.md",
      "collections: { docs: { output: true } }\npermalink: pretty",
      "",
      "/docs/a/b/",
    ],
    [
      "c/_docs/b.md",
      "collections: { docs: { output: true } }\ncollections_dir: c",
      "",
      "/docs/b.html",
    ],
    ["c/_posts/2024-02-09-b.md", "collections_dir: c\npermalink: none", "", "/b.html"],
  ])("%s with %j and %j", async (path, config, frontMatter, address) => {
    expect(await addressOf(config, path, frontMatter)).toBe(address);
  });

  it("is the file's own where it has no front matter", async () => {
    const { addresses } = await siteOf({ "_config.yml": "kramdown: {}\n", "a/README.md": "# A\n" });
    expect(addresses["a/README.md"]).toBe("/a/README.html /a/README.md /a/");
    const { addresses: beside } = await siteOf({
      "_config.yml": "kramdown: {}\n",
      "a/README.md": "# A\n",
      "a/index.html": "---\n---\n<p>A</p>\n",
    });
    expect(beside["a/README.md"]).toBe("/a/README.html /a/README.md");
  });
});

describe("pages of Jekyll's plugins", () => {
  const files = {
    "_config.yml":
      "kramdown: {}\nplugins: [jekyll-feed, jekyll-archives]\npaginate: 1\ntheme: minima\njekyll-archives: { enabled: [tags, year], permalinks: { tag: '/t/:name/' } }\n",
    "index.html": article(),
    "feeds/all.xml": "---\npermalink: /all.xml\n---\n<feed/>\n",
    "_posts/2024-02-09-a.md": article("tags: [Two Words]\nredirect_from: /old"),
    "_posts/2023-02-09-b.md": article(),
  };
  it.each([
    ["/page2/", "yes"],
    ["/page3/", "no"],
    ["/t/two-words/", "yes"],
    ["/t/three/", "no"],
    ["/2023/", "yes"],
    ["/2022/", "no"],
    ["/2024/02/", "no"],
    ["/category/a/", "no"],
    ["/feed.xml", "yes"],
    ["/sitemap.xml", "no"],
    ["/all.xml", "yes"],
    ["/assets/main.css", "maybe"],
    ["/assets/main.png", "no"],
  ])("%s: %s", async (address, generation) => {
    expect((await siteOf(files)).router.generates(address)).toBe(generation);
  });

  it("may come from the assets of a theme that is not here, right below the root", async () => {
    const config = "kramdown: {}\nremote_theme: owner/harbour@v2\n";
    const { router } = await siteOf({ ...files, "_config.yml": config });
    expect(["/tags/", "/crew", "/docs/tags/"].map(router.generates)).toEqual([
      "maybe",
      "maybe",
      "no",
    ]);
    const known = config.replace("owner/harbour", "pages-themes/cayman");
    const { router: plain } = await siteOf({ ...files, "_config.yml": known });
    expect(plain.generates("/tags/")).toBe("no");
  });

  it("are nobody's guess where the site has generators of its own, save among its posts", async () => {
    const { router } = await siteOf({
      ...files,
      "_plugins/x.rb": "class X < Jekyll::Generator\nend\n",
    });
    expect(router.generates("/anything/")).toBe("maybe");
    expect(router.generates("/2024/02/09/c.html")).toBe("no");
    expect(router.generates("/x.png")).toBe("no");
  });

  it("redirect only where the plugin for it is on", async () => {
    const path = "_posts/2024-02-09-a.md";
    const off = await siteOf(files);
    expect(off.router.routesOf(off.article(path)).aliases).toEqual([]);
    const on = await siteOf({ ...files, Gemfile: 'gem "jekyll-redirect-from"\n' });
    expect(on.router.routesOf(on.article(path)).aliases.map(({ address }) => address)).toEqual([
      "/old",
    ]);
  });
});

describe("files of a Jekyll site", () => {
  it("lie at their own path, in collections, or are written from others", async () => {
    const { router } = await siteOf({
      "_config.yml": "kramdown: {}\ncollections: { docs: { output: true } }\n",
      "a.md": article(),
    });
    expect(router.staticFiles("/css/x.css")).toEqual(["css/x.css", "css/x.scss", "css/x.sass"]);
    expect(router.staticFiles("/docs/p.png")).toContain("_docs/p.png");
    expect(router.staticFiles("/_data/x.json")).toEqual([]);
    expect(router.sameAs("/a")).toEqual(["/a.html"]);
  });
});

describe("a pattern of Jekyll", () => {
  it("becomes a clean path whatever it holds", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, title) => {
        const { path } = expandPermalink(pattern, { title: slugify(title, "pretty") });
        expect(path).toMatch(/^\//);
        expect(path).not.toMatch(/\/\/|\/\.+(?:\/|$)/);
      }),
    );
  });

  it("has slugs that stay as they are, unless hyphens were left at their ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const slug = slugify(text);
        expect(slug).not.toMatch(/[\s/?#]/);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it("counts days and weeks as ISO 8601 does", () => {
    const at = (text: string) => datePlaceholders(dateClocks(text, undefined)[0] ?? fail(text));
    expect(at("2021-01-03")).toMatchObject({
      week: "53",
      w_year: "2020",
      w_day: "7",
      y_day: "003",
    });
    expect(at("2024-12-30")).toMatchObject({
      week: "01",
      w_year: "2025",
      w_day: "1",
      y_day: "365",
    });
  });
});

function fail(text: string): never {
  throw new Error(`${text} is no date.`);
}
