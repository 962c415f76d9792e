import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const post = (title: string, rest = "") =>
  page("## Oars\n\nText.", `title: ${title}\ndate: 2024-05-06\n${rest}`.trim());

/** A site with Hexo's own renderer at a version, and what else stands in its config. */
const site = (config = "", renderer = '"hexo-renderer-marked": "7.0.1"') => ({
  "_config.yml": `url: https://quay.example/log\nroot: /log/\npermalink: :year/:title/\nnew_post_name: :title.md\npost_asset_folder: true\n${config}`,
  "package.json": `{ "dependencies": { "hexo": "8.1.2", ${renderer} } }`,
  "source/_posts/boat.md": post("The boat"),
  "source/_posts/coast/lamp.md": post("A lamp"),
  "source/_posts/coast/lamp/glass.png": "x",
  "source/_drafts/net.md": page("Text.", "title: A net"),
  "source/_posts/rope.md": post("A rope", "published: false"),
  "source/img/mast.png": "x",
});

const at = (line: number, finding: string) => `source/_posts/coast/way.md:${line} ${finding}`;
const way = (body: string) => ({
  "source/_posts/coast/way.md": page(body, "title: W\ndate: 2024-06-07"),
  "source/_posts/coast/way/sand.png": "x",
  "source/_posts/coast/way/data.csv": "x",
});

const PICTURE = "image/not-found/absent";

describe("links of a Hexo post", () => {
  it("are addresses below that of the page", async () => {
    const body = [
      "[a](../../boat/) [b](data.csv) [c](/log/2024/boat/) [d](../lamp/)",
      "[e](lamp.md)",
      "[f](../boat/)",
      "[g](boat)",
      "[h](/2024/boat/)",
    ].join("\n\n");
    const found = await findingsOf({ ...site(), ...way(body) });
    expect(found.map((one) => Number(/:(\d+) link\/broken/.exec(one)?.[1]))).toEqual(
      [13, 7, 9, 11].toSorted((a, b) => String(a).localeCompare(String(b))),
    );
  });

  it("may mean files where a plugin or a script rewrites them", async () => {
    const body = "[e](lamp.md)\n\n[f](no.md)";
    const link = '"hexo-renderer-marked": "7.0.1", "hexo-filter-relative-link": "1"';
    expect(await findingsOf({ ...site("", link), ...way(body) })).toEqual([
      at(7, "link/broken/absent"),
    ]);
    const script = { "scripts/links.js": 'hexo.extend.filter.register("after_post_render", fix)' };
    expect(await findingsOf({ ...site(), ...script, ...way(body) })).toEqual([
      at(7, "link/broken/absent"),
    ]);
  });

  it("lead nowhere where they lead to drafts", async () => {
    const body = "[r](/log/2024/rope/)\n\n{% post_link net %}";
    expect(await findingsOf({ ...site(), ...way(body) })).toEqual([
      at(5, "link/broken/heldBack"),
      at(7, "link/broken/heldBack"),
    ]);
  });
});

describe("pictures of a Hexo post", () => {
  const body = "![a](sand.png)\n\n![b](/img/mast.png)\n\n![c](img/mast.png)\n\n<img src=sand.png>";

  it("are put below the root of the site by hexo-renderer-marked 5", async () => {
    expect(await findingsOf({ ...site(), ...way(body) })).toEqual([at(5, PICTURE)]);
    const older = site("", '"hexo-renderer-marked": "4.1.0"');
    expect(await findingsOf({ ...older, ...way(body) })).toEqual([at(7, PICTURE), at(9, PICTURE)]);
  });

  it("are looked for in the asset folder where the config says so", async () => {
    const own = site("marked: { postAsset: true }");
    const further = "![a](sand.png) ![d](./sand.png)\n\n![e](glass.png)";
    expect(await findingsOf({ ...own, ...way(further) })).toEqual([at(7, PICTURE)]);
  });
});

describe("tags of Hexo", () => {
  it("must find posts by name or title", async () => {
    const body = [
      '{% post_link boat %} {% post_link coast/lamp %} {% post_link "A lamp" %} {% post_link boat#Oars %}',
      "{% post_link lamp %}",
      '<a href="{% post_path coast/boat %}">b</a>',
      "{% post_link boat#Sails %}",
    ].join("\n\n");
    expect(await findingsOf({ ...site(), ...way(body) })).toEqual([
      at(11, "link/anchor/missing"),
      at(7, "link/broken/absent"),
      at(9, "link/broken/absent"),
    ]);
  });

  it("must find assets in the post's own folder", async () => {
    const body = [
      "{% asset_img sand.png A beach %} {% asset_img wide sand.png %} {% asset_link data.csv Data %}",
      "{% asset_img glass.png %}",
      "{% asset_link data.xls %}",
      '<img src="{% asset_path stone.png %}" alt="Stone">',
    ].join("\n\n");
    expect(await findingsOf({ ...site(), ...way(body) })).toEqual([
      at(11, PICTURE),
      at(7, PICTURE),
      at(9, "link/broken/absent"),
    ]);
  });

  it("are unknown where a script defines them", async () => {
    const script = { "scripts/tags.js": "hexo.extend.tag.register('post_link', args => '')" };
    expect(await findingsOf({ ...site(), ...script, ...way("{% post_link no %}") })).toEqual([]);
  });

  it("make the anchors of tabs", async () => {
    const body = [
      "{% tabs Which Sail, 2 %}\n<!-- tab Main -->\nM\n<!-- endtab -->\n<!-- tab Jib -->\nJ\n<!-- endtab -->\n{% endtabs %}",
      "[1](#which-sail-1) [2](#which-sail-2) [all](#which-sail)",
      "[3](#which-sail-3)",
    ].join("\n\n");
    expect(await findingsOf({ ...site(), ...way(body) })).toEqual([at(16, "link/anchor/missing")]);
  });
});

it("demands no front matter of what skip_render copies", async () => {
  const bare = "---\ndescription: A lamp\n---\nLong ago a lamp stood here, and it still does.\n";
  const files = { "source/old/deep/lamp.md": bare, "source/new/lamp.md": bare };
  expect(
    await findingsOf({ ...site("skip_render: [old/**]\n"), ...files }, ["front-matter/required"]),
  ).toEqual(["source/new/lamp.md:1 front-matter/required/missing"]);
});

it("reads values of front matter that are no texts", async () => {
  const odd = page(
    "Text.",
    "title: O\npermalink: { a: 1 }\ntags: [{ b: 2 }]\ncategories: [[{ c: 3 }]]",
  );
  expect(await findingsOf({ ...site(), "source/_posts/odd.md": odd })).toEqual([]);
});
