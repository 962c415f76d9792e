import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expand, parseName, slugize, wallClock } from "../../../src/engines/hexo/permalink.js";
import { article, siteOf } from "../site-of.js";

const DATED = "date: 2024-05-06 07:08:09";

async function addressOf(
  config: string,
  path: string,
  frontMatter: string,
): Promise<string | undefined> {
  const files = {
    "_config.yml": `title: T\nsource_dir: source\n${config}\n`,
    [path]: article(frontMatter),
  };
  return (await siteOf(files)).addresses[path];
}

describe("the address of a Hexo post", () => {
  it.each([
    ["", "/2024/05/06/a/b/"],
    ["permalink: :i_month-:i_day/:hour:minute:second/:name.html", "/5-6/070809/b.html"],
    ["permalink: posts/:post_title/", "/posts/a/"],
    ["permalink: :category/:name/", "/uncategorized/b/"],
    ["permalink: :category/:name/\ndefault_category: misc", "/misc/b/"],
    ["permalink: :lang/:name/\npermalink_defaults:\n  lang: en", "/en/b/"],
    ["permalink: :title_:year/", "/a/b_2024/"],
    ["permalink: :year/:name\npost_asset_folder: true", "/2024/b/"],
    ["permalink: :hash/", "/undefined/?"],
    ["permalink: :id/", "/undefined/?"],
    ["permalink: :author/:name/", "/undefined/b/?"],
  ])("follows the pattern of %j", async (config, address) => {
    expect(await addressOf(config, "source/_posts/a/b.md", DATED)).toBe(address);
  });

  it.each([
    ["permalink: /x/y/", "", "/x/y/"],
    ["permalink: x/y.html", "", "/x/y.html"],
    ["id: 7", "permalink: posts/:id/", "/posts/7/"],
    ["abbrlink: 3f2a", "permalink: p/:abbrlink.html", "/p/3f2a.html"],
    ["lang: zh", "permalink: :lang/:name/\npermalink_defaults: { lang: en }", "/zh/b/"],
    ["categories: [Ü & me, In]", "permalink: :category/:name/", "/U-me/In/b/"],
    ["categories: [[A, B], [C]]", "permalink: :category/:name/", "/C/b/?"],
    ["category: A", "permalink: :category/\ncategory_map: { A: alpha }", "/alpha/"],
    ["", "permalink: :year/:name/", "/undefined/b/?"],
  ])("takes %j from the front matter", async (frontMatter, config, address) => {
    expect(await addressOf(config, "source/_posts/b.md", frontMatter)).toBe(address);
  });

  it("takes date and title from the file name where the config says so", async () => {
    const config = "new_post_name: :year-:month-:day-:title.md";
    expect(await addressOf(config, "source/_posts/2020-01-02-x y.md", "")).toBe("/2020/01/02/x y/");
    expect(await addressOf(config, "source/_posts/x/y z.md", DATED)).toBe("/2024/05/06/x-y-z/");
  });

  it.each([
    ["source/_drafts/a.md", DATED, ""],
    ["source/_posts/_a.md", DATED, ""],
    ["source/_posts/a.md", `${DATED}\npublished: false`, ""],
    ["source/_notes/a.md", DATED, ""],
    ["source/_posts/a.html", DATED, "post_asset_folder: true"],
    ["source/x/a.md", DATED, "exclude: [x/*]"],
  ])("is none for %s", async (path, frontMatter, config) => {
    expect(await addressOf(config, path, frontMatter)).toBe("");
  });

  it("is there for drafts that are rendered and folders that are included", async () => {
    expect(await addressOf("render_drafts: true", "source/_drafts/a.md", DATED)).toBe(
      "/2024/05/06/a/",
    );
    expect(await addressOf("include: [_notes/*]", "source/_notes/a.md", DATED)).toBe(
      "/_notes/a.html",
    );
  });

  it("is uncertain without a config", async () => {
    const files = {
      "source/_posts/a.md": article(DATED),
      "source/b.md": article(),
      "scaffolds/post.md": "",
    };
    const { addresses } = await siteOf(files);
    expect(addresses["source/_posts/a.md"]).toBe("/2024/05/06/a/?");
    expect(addresses["source/b.md"]).toBe("/b.html");
  });
});

describe("the address of a Hexo page", () => {
  it.each([
    ["source/about/index.md", "", "/about/"],
    ["source/about.md", "", "/about.html"],
    ["source/v1.0/a.b.md", "", "/v1.0/a.b.html"],
    ["source/a.md", "permalink: /x/", "/x/"],
    ["source/a.md", "permalink: x", "/x.html"],
    ["source/a.md", "permalink: x.txt", "/x.txt"],
    ["source/raw/a.md", "", "/raw/a.md"],
  ])("of %s with %j", async (path, frontMatter, address) => {
    expect(await addressOf("skip_render: raw/**", path, frontMatter)).toBe(address);
  });
});

describe("pages of Hexo's generators", () => {
  const files = {
    "_config.yml":
      "source_dir: source\nper_page: 1\narchive_generator: { monthly: false }\ntag_map: { C++: cpp }\n",
    "package.json":
      '{ "dependencies": { "hexo": "8", "hexo-generator-index": "4", "hexo-generator-archive": "2", "hexo-generator-tag": "2", "hexo-generator-feed": "3", "hexo-generator-alias": "1" } }',
    "source/_posts/a.md": article(`${DATED}\ntags: C++\ncategories: News\nalias: old/a.html`),
    "source/_posts/b.md": article("tags: [Two Words]"),
    "source/_posts/c.md": article("date: 2023-01-01\npublished: false\ntags: Hidden"),
  };
  it.each([
    ["/", "yes"],
    ["/page/2/", "yes"],
    ["/page/3/", "no"],
    ["/archives/", "yes"],
    ["/archives/2024/", "yes"],
    ["/archives/2024/05/", "maybe"],
    ["/archives/2019/", "maybe"],
    ["/tags/cpp/", "yes"],
    ["/tags/Two-Words/", "yes"],
    ["/tags/Hidden/", "no"],
    ["/tags/", "no"],
    ["/categories/News/", "no"],
    ["/atom.xml", "yes"],
    ["/sitemap.xml", "no"],
    ["/css/theme.css", "maybe"],
    ["/2024/05/06/z/", "no"],
  ])("%s: %s", async (address, generation) => {
    expect((await siteOf(files)).router.generates(address)).toBe(generation);
  });

  it("hold former addresses where the plugin for them is there", async () => {
    const { router, article: at } = await siteOf(files);
    expect(router.routesOf(at("source/_posts/a.md")).aliases.map(({ address }) => address)).toEqual(
      ["/old/a.html"],
    );
    const without = { ...files, "package.json": '{ "dependencies": { "hexo": "8" } }' };
    const bare = await siteOf(without);
    expect(bare.router.routesOf(bare.article("source/_posts/a.md")).aliases).toEqual([]);
  });
});

describe("files of a Hexo site", () => {
  it("lie in asset folders, sources and themes", async () => {
    const { router, article: at } = await siteOf({
      "_config.yml": "source_dir: source\npost_asset_folder: true\ntheme: t\n",
      "source/_posts/a.md": article(DATED),
    });
    expect(router.staticFiles("/2024/05/06/a/p.png")[0]).toBe("source/_posts/a/p.png");
    expect(router.staticFiles("/x.css")).toContain("source/x.styl");
    expect(router.staticFiles("/x.css")).toContain("themes/t/source/x.css");
    expect(router.staticFiles("/_x/y.png")).not.toContain("source/_x/y.png");
    expect(router.besideArticle(at("source/_posts/a.md"), "./p.png")).toEqual([
      "source/_posts/a/p.png",
    ]);
  });
});

describe("the parts of a pattern", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);

  it("come back from the path they make", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2999 }),
        fc.integer({ min: 1, max: 12 }),
        word,
        (year, month, title) => {
          const values: Readonly<Record<string, string>> = {
            year: `${year}`,
            month: `${month}`.padStart(2, "0"),
            title,
          };
          const pattern = ":year/:month/:title";
          const { path, missing } = expand(`${pattern}.md`, (name) => values[name]);
          expect(missing).toEqual([]);
          expect(parseName(`${pattern}.md`, path)).toEqual(values);
        },
      ),
    );
  });

  it("never fail on patterns and names of any kind", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, path) => {
        expect(typeof expand(pattern, () => undefined).path).toBe("string");
        expect(typeof parseName(pattern, path).title).toBe("string");
      }),
    );
  });

  it("are slugs without special characters at their ends, which stay as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const slug = slugize(text);
        expect(slug).not.toMatch(/^-|-$|[\s/?#]/);
        expect(slugize(slug)).toBe(slug);
      }),
    );
  });
});

describe("the date of a Hexo post", () => {
  it.each([
    ["2024-05-06", "2024-5-6 0"],
    ["2024-05-06 07:08:09", "2024-5-6 7"],
    ["2024-05-06T23:00:00-03:00", "2024-5-7 2"],
    ["2024/5/6 7:08", "2024-5-6 7"],
    ["2024-05-06 07:08 +0800", undefined],
    ["06/05/2024", undefined],
    ["soon", undefined],
  ])("%s is read as Hexo does", (text, expected) => {
    const clock = wallClock(text);
    expect(clock && `${clock.year}-${clock.month}-${clock.day} ${clock.hour}`).toBe(expected);
  });
});
