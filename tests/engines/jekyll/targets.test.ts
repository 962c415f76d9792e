import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

it("two hyphens are a dash, which ids leave out", async () => {
  expect(
    await findingsOf({
      Gemfile: 'source "https://rubygems.org"\ngem "jekyll", "~> 4.3"\n',
      "_config.yml": "title: Quay\nurl: https://quay.example.org\n",
      "_layouts/default.html": "<html><body>{{ content }}</body></html>",
      "a.md":
        "---\ntitle: A\n---\n\n[ok](#ropeschains)\n\n[dead](#ropes--chains)\n\n## Ropes--chains\n",
      "index.md": "---\ntitle: Home\nlayout: default\n---\n\nText.\n",
    }),
  ).toEqual(["a.md:7 link/anchor/nearest"]);
});

it("a dash between spaces leaves two hyphens", async () => {
  expect(
    await findingsOf({
      Gemfile: 'source "https://rubygems.org"\ngem "jekyll", "~> 4.3"\n',
      "_config.yml": "title: Quay\nurl: https://quay.example.org\n",
      "_layouts/default.html": "<html><body>{{ content }}</body></html>",
      "a.md": "---\ntitle: A\n---\n\n[ok](#sea--land)\n\n[dead](#sea----land)\n\n## Sea -- land\n",
      "index.md": "---\ntitle: Home\nlayout: default\n---\n\nText.\n",
    }),
  ).toEqual(["a.md:7 link/anchor/nearest"]);
});

it("an address without the base path is dead", async () => {
  expect(
    await findingsOf({
      Gemfile: 'source "https://rubygems.org"\ngem "jekyll", "~> 4.3"\n',
      "_config.yml": "title: Quay\nurl: https://quay.example.org\nbaseurl: /harbour\n",
      "_layouts/default.html": "<html><body>{{ content }}</body></html>",
      "a.md": "---\ntitle: A\n---\n\n[dead](/b.html)\n\n[ok](/harbour/b.html)\n",
      "b.md": "---\ntitle: B\n---\n\nText.\n",
      "index.md": "---\ntitle: Home\nlayout: default\n---\n\nText.\n",
    }),
  ).toEqual(["a.md:5 link/broken/absentNearest"]);
});

it("footnotes have the ids that kramdown gives them", async () => {
  expect(
    await findingsOf({
      "_config.yml": "title: Quay\nurl: https://quay.example.org\n",
      "_layouts/default.html": "<html><body>{{ content }}</body></html>",
      "a.md":
        "---\ntitle: A\n---\n\n[note](#fn:crane) [back](#fnref:crane) [none](#fn:mill)\n\nA crane.[^crane]\n\n[^crane]: Built late.\n",
      "index.md": "---\ntitle: Home\nlayout: default\n---\n\nText.\n",
    }),
  ).toEqual(["a.md:5 link/anchor/missing"]);
});
