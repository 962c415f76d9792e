import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../engines/findings-of.js";

const HEXO = {
  "_config.yml": "url: https://quay.example\nsource_dir: source\npermalink: :title/\n",
  "package.json": '{ "dependencies": { "hexo": "7.3.0", "hexo-renderer-marked": "6.3.0" } }',
  "source/_posts/boat.md": page("Text.", "title: A boat\ndate: 2024-05-06"),
  "source/guide/sails.md": page("## Reefs\n\nText.", "title: Sails"),
};
const VITEPRESS = {
  "package.json": '{ "devDependencies": { "vitepress": "1.6.4" } }',
  ".vitepress/config.ts": "export default { title: 'Quay' }",
  "index.md": page("# Quay"),
  "guide/sails.md": page("# Sails\n\n## Reefs"),
};
const BODY = "[a](/guide/sails/#Reefs)\n\n[b](/guide/sails/#Knots)\n\n[c](/guide/masts/)";
const POST = page(BODY, "title: L\ndate: 2024-06-07");

describe("a slash at the end", () => {
  it("is taken off by Netlify, told by its config", async () => {
    const files = { ...HEXO, "source/_posts/log.md": POST, "netlify.toml": '[build]\nbase = ""\n' };
    expect(await findingsOf(files)).toEqual([
      "source/_posts/log.md:7 link/anchor/missing",
      "source/_posts/log.md:9 link/broken/absent",
    ]);
  });

  it("is taken off where a file of redirects is served", async () => {
    const files = {
      ...VITEPRESS,
      "log.md": page('<a href="/guide/sails/">a</a> <a href="/guide/masts/">b</a>'),
      "public/_redirects": "/old/* /guide/:splat\n",
    };
    expect(await findingsOf(files)).toEqual(["log.md:4 link/broken/absent"]);
  });

  it("leads nowhere elsewhere", async () => {
    const body = page("[a](/guide/sails/)", "title: L\ndate: 2024-06-07");
    const files = { ...HEXO, "source/_posts/log.md": body };
    expect(await findingsOf({ ...files, "vercel.json": "{}" })).toHaveLength(1);
    expect(await findingsOf({ ...files, "netlify.toml": "" })).toEqual([]);
  });
});
