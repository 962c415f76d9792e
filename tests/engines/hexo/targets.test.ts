import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const PACKAGE = {
  "package.json":
    '{"hexo":{"version":"7.3.0"},"dependencies":{"hexo":"^7.3.0","hexo-renderer-marked":"^6.0.0"}}',
};
const QUAY = {
  ...PACKAGE,
  "_config.yml": "title: Quay\nurl: https://quay.example.org\npermalink: :title/\n",
};

it("ids keep their case", async () => {
  expect(
    await findingsOf({
      ...QUAY,
      "source/_posts/a.md":
        "---\ntitle: A\ndate: 2024-01-02 10:00:00\n---\n\n[ok](#Blue-Boat)\n\n[dead](#blue-boat)\n\n## Blue Boat\n",
    }),
  ).toEqual(["source/_posts/a.md:8 link/anchor/letterCase"]);
});

it("ids of other articles keep their case", async () => {
  expect(
    await findingsOf({
      ...QUAY,
      "source/_posts/a.md":
        "---\ntitle: A\ndate: 2024-01-02 10:00:00\n---\n\n[ok](/b/#The-Keel)\n\n[dead](/b/#the-keel)\n",
      "source/_posts/b.md":
        "---\ntitle: B\ndate: 2024-01-02 10:00:00\n---\n\n### The Keel\n\nText.\n",
    }),
  ).toEqual(["source/_posts/a.md:8 link/anchor/letterCase"]);
});

it("ids are in lower case where the config says so", async () => {
  expect(
    await findingsOf({
      "_config.yml":
        "title: Quay\nurl: https://quay.example.org\npermalink: :title/\nmarked:\n  modifyAnchors: 1\n",
      ...PACKAGE,
      "source/_posts/a.md":
        "---\ntitle: A\ndate: 2024-01-02 10:00:00\n---\n\n[ok](#blue-boat)\n\n[dead](#Blue-Boat)\n\n## Blue Boat\n",
    }),
  ).toEqual(["source/_posts/a.md:8 link/anchor/letterCase"]);
});

it("the picture of a tag is looked for in the folder of the post", async () => {
  expect(
    await findingsOf({
      "_config.yml":
        "title: Quay\nurl: https://quay.example.org\npermalink: :title/\npost_asset_folder: true\n",
      ...PACKAGE,
      "source/_posts/a.md":
        "---\ntitle: A\ndate: 2024-01-02 10:00:00\n---\n\n{% asset_img x.png Quay %}\n\n{% asset_img y.png Quay %}\n",
      "source/_posts/a/x.png": "A picture.",
    }),
  ).toEqual(["source/_posts/a.md:8 image/not-found/absent"]);
});
