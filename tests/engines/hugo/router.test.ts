import { describe, expect, it } from "vitest";
import { fillPattern, hugoSegment } from "../../../src/engines/hugo/path.js";
import { article, siteOf } from "../site-of.js";

const config = 'baseURL = "https://example.org/"\n';

describe("the addresses of a Hugo site", () => {
  it("are paths below content, lowered, with index files as bundles and sections", async () => {
    const { addresses, router } = await siteOf({
      "hugo.toml": config,
      "content/_index.md": article(),
      "content/about.md": article(),
      "content/Posts/My First Post.md": article(),
      "content/posts/_index.md": article(),
      "content/posts/trip/index.md": article(),
      "content/posts/trip/notes.md": article(),
      "README.md": article(),
    });
    expect(addresses).toEqual({
      "README.md": "",
      "content/Posts/My First Post.md": "/posts/my-first-post/",
      "content/_index.md": "/",
      "content/about.md": "/about/",
      "content/posts/_index.md": "/posts/",
      "content/posts/trip/index.md": "/posts/trip/",
      "content/posts/trip/notes.md": "",
    });
    expect(router.staticFiles("/posts/trip/map.png")).toContain("content/posts/trip/map.png");
    expect(router.staticFiles("/logo.png")).toContain("static/logo.png");
  });

  it("follow slug, url and the permalinks of the section", async () => {
    const { addresses } = await siteOf({
      "hugo.toml": `${config}[permalinks]\nnews = "/:year/:month/:slug/"\n[permalinks.page]\ndocs = "/d/:sections[1:]/:contentbasename"\n`,
      "content/a.md": article("slug: other"),
      "content/b.md": article("url: /x/y.html"),
      "content/c.md": article("url: z"),
      "content/news/n.md": article("date: 2024-03-05\nslug: first"),
      "content/news/undated.md": article(),
      "content/docs/api/call.md": article(),
    });
    expect(addresses).toEqual({
      "content/a.md": "/other/",
      "content/b.md": "/x/y.html",
      "content/c.md": "/z/",
      "content/docs/api/call.md": "/d/api/call/",
      "content/news/n.md": "/2024/03/first/",
      "content/news/undated.md": "?",
    });
  });

  it("begin with the language, by folder or by file name", async () => {
    const languages = `${config}defaultContentLanguage = "zh"\n[languages.zh]\ncontentDir = "content/zh"\n[languages.en]\ncontentDir = "content/en"\n`;
    const { addresses, router } = await siteOf({
      "hugo.toml": languages,
      "content/zh/a.md": article(),
      "content/en/a.md": article(),
    });
    expect(addresses).toEqual({ "content/zh/a.md": "/a/", "content/en/a.md": "/en/a/" });
    expect(router.generates("/en/")).toBe("yes");
    const named = await siteOf({
      "hugo.toml": `${config}[languages.en]\n[languages.fr]\n`,
      "content/a.md": article(),
      "content/a.fr.md": article(),
    });
    expect(named.addresses).toEqual({ "content/a.md": "/a/", "content/a.fr.md": "/fr/a/" });
  });

  it("leave out what is not published, and keep aliases", async () => {
    const {
      addresses,
      router,
      article: facts,
    } = await siteOf({
      "hugo.toml": `${config}uglyURLs = true\n`,
      "content/draft.md": article("draft: true"),
      "content/hidden.md": article("build:\n  render: never"),
      "content/posts/a.md": article("aliases: [/old/, older]"),
    });
    expect(addresses).toEqual({
      "content/draft.md": "",
      "content/hidden.md": "",
      "content/posts/a.md": "/posts/a.html",
    });
    expect(router.routesOf(facts("content/posts/a.md")).aliases.map((one) => one.address)).toEqual([
      "/old.html",
      "/posts/older.html",
    ]);
    expect(router.sameAs("/posts/a")).toEqual(["/posts/a.html"]);
    expect(router.generates("/posts.html")).toBe("yes");
    expect(router.generates("/tags.html")).toBe("yes");
    expect(router.generates("/gone.html")).toBe("no");
  });

  it("come with lists, terms, pagers and feeds that nobody wrote, and with nothing else", async () => {
    const { router } = await siteOf({
      "hugo.toml": config,
      "content/posts/a.md": article("tags: [Big Cats, 剖析 | 框架]"),
    });
    const yes = ["/", "/posts/", "/tags/", "/tags/big-cats/", "/tags/剖析-框架/", "/posts/page/1/"];
    for (const address of [...yes, "/index.xml", "/posts/index.xml", "/sitemap.xml"])
      expect(router.generates(address), address).toBe("yes");
    const no = ["/posts/b/", "/tags/dogs/", "/x/page/1/", "/gone/index.xml", "/posts/page/9/"];
    for (const address of no) expect(router.generates(address), address).toBe("no");
  });

  it("know no terms of taxonomies of the site's own", async () => {
    const { router } = await siteOf({
      "hugo.yaml": "taxonomies: { series: series, tag: tags }",
      "content/a.md": article(),
    });
    const asked = ["/series/", "/series/x/", "/tags/", "/tags/x/", "/categories/"];
    expect(asked.map((address) => router.generates(address))).toEqual([
      "yes",
      "maybe",
      "yes",
      "no",
      "no",
    ]);
  });

  it("lie where mounts put them", async () => {
    const mounts = `[[module.mounts]]\nsource = "docs"\ntarget = "content/guide"\n[[module.mounts]]\nsource = "blog"\ntarget = "content/blog"\n[[module.mounts]]\nsource = "pictures"\ntarget = "static/img"\n`;
    const { addresses, router } = await siteOf({
      "hugo.toml": config + mounts,
      "content/a.md": article(),
      "docs/in/b.md": article(),
      "blog/_index.md": article(),
    });
    expect(addresses).toEqual({
      "content/a.md": "",
      "docs/in/b.md": "/guide/in/b/",
      "blog/_index.md": "/blog/",
    });
    expect(router.generates("/guide/")).toBe("yes");
    expect(router.staticFiles("/img/a.png")).toContain("pictures/a.png");
  });

  it("follow configs that are split into files", async () => {
    const { addresses, router } = await siteOf({
      "config/_default/hugo.toml": config,
      "config/_default/permalinks.toml": 'posts = "/:year/:slug/"',
      "config/_default/languages.yaml": "en: { weight: 1 }\nde: { weight: 2 }",
      "config/production/config.yaml": "removePathAccents: true\nstaticDir: [public, more]",
      "content/posts/a.md": article("date: 2024-01-02\nslug: b"),
      "content/Čaj/a b.de.md": article(),
    });
    expect(addresses).toEqual({
      "content/posts/a.md": "/2024/b/",
      "content/Čaj/a b.de.md": "/de/caj/a-b/",
    });
    expect(router.generates("/de/caj/")).toBe("yes");
    expect(router.staticFiles("/x.png")).toEqual(
      expect.arrayContaining(["public/x.png", "more/x.png"]),
    );
  });

  it("follow files of a split config that hold one language each", async () => {
    const { addresses } = await siteOf({
      "config/_default/hugo.toml": config,
      "config/_default/languages.en.toml": 'contentDir = "content/en"\nweight = 1',
      "config/_default/languages.nl.toml": 'contentDir = "content/nl"\nweight = 2',
      "config/_default/menus.nl.toml": '[[main]]\nname = "Over"\npageRef = "/over"',
      "content/en/about.md": article(),
      "content/nl/about.md": article("slug: over"),
      "content/drafts/about.md": article(),
    });
    expect(addresses).toEqual({
      "content/en/about.md": "/about/",
      "content/nl/about.md": "/nl/over/",
      "content/drafts/about.md": "",
    });
  });

  it("take days from file names where the config says so, and the new kinds of permalinks", async () => {
    const { addresses } = await siteOf({
      "hugo.toml": `${config}[frontmatter]\ndate = [":filename", ":default"]\n[permalinks.page]\nnews = "/:year/:month/:slugorcontentbasename/"\n[permalinks.section]\nnews = "/all-news/"\n`,
      "content/news/2024-01-02-first.md": article(),
      "content/news/_index.md": article(),
    });
    expect(addresses).toEqual({
      "content/news/2024-01-02-first.md": "/2024/01/first/",
      "content/news/_index.md": "/all-news/",
    });
  });
});

const PLAIN = { keepsCase: false, keepsAccents: true };

describe("hugoSegment", () => {
  it.each([
    ["Hello World", "hello-world"],
    ["C++ & C#", "c++-c#"],
    ["Ünïcode 标题", "ünïcode-标题"],
    ["a - b", "a-b"],
    ["a--b (c)", "a--b-c"],
    [" Who? Me! ", "who-me"],
  ])("writes %s as %s", (text, segment) => {
    expect(hugoSegment(text, PLAIN)).toBe(segment);
  });
});

describe("fillPattern", () => {
  const page = {
    title: "T",
    slug: undefined,
    date: "2024-12-31",
    sections: ["a", "b", "c"],
    name: "n",
  };

  it.each([
    ["/:year/:month/:day/:slug", "/2024/12/31/T"],
    ["/:monthname/:weekday/:weekdayname/:yearday", "/December/2/Tuesday/366"],
    ["/:section/:sections[1:]/:filename/", "/a/b/c/n/"],
    ["/:sections[:2]/:sections[0]/:slugorfilename", "/a/b/a/n"],
    ["/:hour", undefined],
  ])("fills %s", (pattern, filled) => {
    expect(fillPattern(pattern, page)).toBe(filled);
  });
});
