import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const post = "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n";

describe("the menu of a Hexo theme", () => {
  it("names pages, with icons behind them", async () => {
    const files = {
      "_config.yml": "title: A\nurl: https://harbour.example\ntheme: next\npermalink: :title/\n",
      "_config.next.yml":
        "menu:\n  Home: / || fa fa-home\n  Archives: /archives/ || fa\n  About: /about/ || fa\n  Boats: /boats/ || fa\n",
      "package.json": '{"dependencies":{"hexo":"7.0.0","hexo-generator-archive":"2.0.0"}}',
      "source/_posts/a.md": post,
      "source/about/index.md": post,
    };
    expect(await findingsOf(files, ["site/navigation"])).toEqual([
      "_config.next.yml:5 site/navigation/missing",
    ]);
  });
});
