import { describe, expect, it } from "vitest";
import orphanAsset from "../../../rules/site/orphan-asset.js";
import type { SiteSettings } from "../../../src/rule/index.js";
import { checkTexts, type TestArticle, type TestFile } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const settings = { site: { complete: true } };

testRule(orphanAsset, {
  valid: [
    {
      name: "a site of which only a part is in view",
      text: "Text.",
      files: ["a.png"],
    },
    {
      name: "what links, images and fields name",
      path: "posts/a.md",
      text: "---\ncover: /img/cover.jpg\n---\n![](b%20c.png) [Plan](../plan.pdf) <video src=film.mp4 poster=film.jpg></video>",
      settings,
      files: ["img/cover.jpg", "posts/b c.png", "plan.pdf", "posts/film.mp4", "posts/film.jpg"],
    },
    {
      name: "files that are no assets, and those asked for by name",
      text: "Text.",
      settings,
      files: [
        "robots.txt",
        "favicon.ico",
        "img/apple-touch-icon.png",
        ".github/logo.png",
        "themes/a/bg.png",
      ],
    },
    {
      name: "files by option",
      text: "Text.",
      settings,
      options: { allow: ["press/**"], assets: ["**/*.png"] },
      files: ["press/logo.png", "a.jpg"],
    },
  ],
  invalid: [
    {
      name: "a file to which nothing refers, beside a namesake",
      path: "posts/a.md",
      text: "![](a.png)",
      settings,
      files: ["posts/a.png", { path: "old/a.png", bytes: 20_000 }],
      findings: [{ messageId: "orphan", severity: "info", path: "old/a.png", at: "1:1-1:1" }],
    },
  ],
});

interface Site {
  readonly articles?: readonly TestArticle[];
  readonly files: readonly TestFile[];
  readonly engine?: string;
  readonly site?: Partial<SiteSettings>;
}

/** Paths of the files that are reported. */
function orphans({
  articles = [{ path: "a.md", text: "Text." }],
  files,
  engine = "none",
  site,
}: Site) {
  const checked = checkTexts(articles, {
    rules: [{ rule: orphanAsset }],
    engine,
    site: { complete: true, ...site },
    files,
  });
  expect(checked.crashes).toEqual([]);
  return checked.files.map(({ path }) => path);
}

describe("what counts as used", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "style sheets, from their folder",
      "css/a.scss",
      "a { b: url(../img/a.png?v=2) }",
      ["css/a.png", "x/img/a.png"],
    ],
    [
      "layouts, from the root",
      "layouts/a.html",
      '<img src="/img/a.png">',
      ["css/a.png", "x/img/a.png"],
    ],
    [
      "layouts, behind a template value",
      "layouts/a.html",
      '<img src="{{ base }}/img/a.png">',
      ["css/a.png"],
    ],
    ["scripts, behind an alias", "src/a.ts", 'import a from "@site/img/a.png";', ["css/a.png"]],
    ["data, as a bare name", "data/a.yml", "photo: a.png", []],
    [
      "data, as a JSON address with its host",
      "a.json",
      '{"a":"https:\\/\\/a.example\\/img\\/a.png"}',
      ["css/a.png", "x/img/a.png"],
    ],
    [
      "a folder that a template chooses from",
      "a.njk",
      "<img src='/img/{{ a }}.png'>",
      ["css/a.png"],
    ],
    [
      "a folder that a script chooses from",
      "a.js",
      "const a = 'img/' + name + '.png';",
      ["css/a.png"],
    ],
    ["a folder taken by pattern", "a.mjs", 'import.meta.glob("./img/*.png")', ["css/a.png"]],
    [
      "another name",
      "a.css",
      "a { b: url(img/aa.png) }",
      ["css/a.png", "img/a.png", "x/img/a.png"],
    ],
  ])("%s", (_, path, text, expected) => {
    const files = [{ path, text }, "css/a.png", "img/a.png", "x/img/a.png"];
    expect(orphans({ files })).toEqual(expected);
  });

  it("names in template tags and shortcodes", () => {
    const articles = [
      {
        path: "a.md",
        text: '{% asset_img boat.jpg %} {{< figure src="img/ship.jpg" >}}\n\n![]({{ page.id }}/3.png)',
      },
    ];
    const files = ["x/boat.jpg", "y/img/ship.jpg", "z/3.png", "ship.jpg"];
    expect(orphans({ articles, files })).toEqual(["ship.jpg"]);
  });

  it("names with blanks, wherever they are written", () => {
    const files = [
      "my boat.png",
      "old (1).png",
      "other boat.jpg",
      { path: "a.yml", text: "a: my boat.png\nb: 'old (1).png'" },
    ];
    expect(orphans({ files })).toEqual(["other boat.jpg"]);
  });

  it("nobody knows where templates go through all files, or where a text is too large to read", () => {
    expect(
      orphans({ files: ["a.png", { path: "a.html", text: "{% for a in site.static_files %}" }] }),
    ).toEqual([]);
    expect(orphans({ files: ["a.png", "large.yml"] })).toEqual([]);
    expect(orphans({ files: ["a.png", "large.js", "package-lock.json"] })).toEqual(["a.png"]);
  });

  it("the files of an article's folder in Hugo", () => {
    const articles = [
      { path: "content/a/index.md", text: "Text." },
      { path: "content/_index.md", text: "Text." },
    ];
    const files = [
      "content/a/b/c.png",
      "content/d.png",
      "content/e/f.png",
      "static/g.png",
      "public/h.png",
      "assets/i.png",
    ];
    const site = { root: "content", staticDirs: ["static"] };
    expect(orphans({ articles, files, engine: "hugo", site })).toEqual([
      "content/e/f.png",
      "static/g.png",
    ]);
  });

  it("each site by itself, without what is built", () => {
    const articles = [{ path: "one/source/a.md", text: "![](/a.png)" }];
    const files = [
      "one/source/a.png",
      "one/source/b.png",
      "one/public/b.png",
      "two/source/c.png",
      "one/themes/t/d.png",
    ];
    const site = { folder: "one", root: "one/source" };
    expect(orphans({ articles, files, engine: "hexo", site })).toEqual(["one/source/b.png"]);
  });
});
