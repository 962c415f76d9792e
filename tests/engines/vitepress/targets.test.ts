import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

it("fragments are taken as they are before version 2", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default {};",
      "a.md": "---\ntitle: A\n---\n\n[dead](./b#Blue-Boat)\n\n[ok](./b#blue-boat)\n",
      "b.md": "---\ntitle: B\n---\n\n## Blue Boat\n\nText.\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
    }),
  ).toEqual(["a.md:5 link/anchor/letterCase"]);
});

it("fragments of links in Markdown are slugs from version 2 on", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default {};",
      "a.md": "---\ntitle: A\n---\n\n[ok](./b#Blue-Boat)\n\n[dead](./b#Blue-Boats)\n",
      "b.md": "---\ntitle: B\n---\n\n## Blue Boat\n\nText.\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^2.0.0-alpha.5"}}',
    }),
  ).toEqual(["a.md:7 link/anchor/nearest"]);
});

it("fragments of links in HTML never are", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default {};",
      "a.md":
        '---\ntitle: A\n---\n\n<a href="./b#Blue-Boat">x</a>\n\n<a href="./b#blue-boat">y</a>\n',
      "b.md": "---\ntitle: B\n---\n\n## Blue Boat\n\nText.\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^2.0.0-alpha.5"}}',
    }),
  ).toEqual(["a.md:5 link/anchor/letterCase"]);
});

it("a pattern of ignored links leaves the others dead", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default { ignoreDeadLinks: [/\\/b$/] };",
      "a.md": "---\ntitle: A\n---\n\n[x](./b)\n\n[y](./cc)\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
    }),
  ).toEqual(["a.md:7 link/broken/absent"]);
});

it("an ignored link leaves the others dead", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default { ignoreDeadLinks: ['/local/b'] };",
      "a.md": "---\ntitle: A\n---\n\n[x](/local/b)\n\n[y](/cc)\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
    }),
  ).toEqual(["a.md:7 link/broken/absent"]);
});

it("rewritten pages have their new addresses alone", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default { rewrites: { 'packages/:p/src/:s*': ':p/:s*' } };",
      "b.md": "---\ntitle: B\n---\n\n[ok](/x/a)\n\n[dead](/x/b)\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
      "packages/x/src/a.md": "---\ntitle: A\n---\n\nText.\n",
    }),
  ).toEqual(["b.md:7 link/broken/absentNearest"]);
});

it("links of a home page are looked up", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default {};",
      "c.md":
        "---\nlayout: home\nhero:\n  name: Quay\n  actions:\n    - text: Go\n      link: /gone\nfeatures:\n  - title: T\n    link: /index\n---\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
    }),
  ).toEqual(["c.md:7 link/broken/absent"]);
});

it("the link to the page before is looked up", async () => {
  expect(
    await findingsOf({
      ".vitepress/config.mjs": "export default {};",
      "c.md": "---\ntitle: C\nprev:\n  text: P\n  link: /gone\nnext: false\n---\n\nText.\n",
      "index.md": "---\ntitle: Home\n---\n\nText.\n",
      "package.json": '{"devDependencies":{"vitepress":"^1.5.0"}}',
    }),
  ).toEqual(["c.md:5 link/broken/absent"]);
});
