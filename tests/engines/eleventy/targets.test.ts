import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

it("a layout of the front matter prints ids", async () => {
  expect(
    await findingsOf({
      ".eleventy.js": "module.exports = function (config) { return { dir: { input: 'src' } }; };",
      "package.json": '{"devDependencies":{"@11ty/eleventy":"^3.0.0"}}',
      "src/_includes/p.njk": '<h2 id="notes">Notes</h2>{{ content | safe }}',
      "src/a.md": "---\ntitle: A\nlayout: p.njk\n---\n\n[ok](#notes)\n\n[dead](#note)\n",
      "src/index.md": "---\ntitle: Home\n---\n\nText.\n",
    }),
  ).toEqual(["src/a.md:8 link/anchor/nearest"]);
});

it("a layout of a data file prints ids", async () => {
  expect(
    await findingsOf({
      ".eleventy.js": "module.exports = function (config) { return { dir: { input: 'src' } }; };",
      "package.json": '{"devDependencies":{"@11ty/eleventy":"^3.0.0"}}',
      "src/_includes/p.njk": '<main id="top-part">{{ content | safe }}</main>',
      "src/index.md": "---\ntitle: Home\n---\n\nText.\n",
      "src/sea/a.md": "---\ntitle: A\n---\n\n[ok](#top-part)\n\n[dead](#top-parts)\n",
      "src/sea/sea.json": '{"layout":"p.njk"}',
    }),
  ).toEqual(["src/sea/a.md:7 link/anchor/nearest"]);
});

it("templates in Nunjucks and in code make pages", async () => {
  expect(
    await findingsOf({
      ".eleventy.js": "module.exports = function (config) { return { dir: { input: 'src' } }; };",
      "package.json": '{"devDependencies":{"@11ty/eleventy":"^3.0.0"}}',
      "src/a.md": "---\ntitle: A\n---\n\n[ok](/b/) [ok](/c/)\n\n[dead](/d/)\n",
      "src/b.njk": "---\ntitle: B\n---\nText",
      "src/c.11ty.js": "module.exports = class { render() { return ''; } };",
      "src/index.md": "---\ntitle: Home\n---\n\nText.\n",
    }),
  ).toEqual(["src/a.md:7 link/broken/absent"]);
});

it("a template of a plugin's language makes a page", async () => {
  expect(
    await findingsOf({
      ".eleventy.js":
        "const w = require('@11ty/eleventy-plugin-webc'); module.exports = function (config) { config.addPlugin(w); return { dir: { input: 'src' } }; };",
      "package.json": '{"devDependencies":{"@11ty/eleventy":"^3.0.0"}}',
      "src/a.md": "---\ntitle: A\n---\n\n[ok](/b/)\n\n[dead](/d/)\n",
      "src/b.webc": "<p>x</p>",
      "src/index.md": "---\ntitle: Home\n---\n\nText.\n",
    }),
  ).toEqual(["src/a.md:7 link/broken/absent"]);
});
