import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const article = page("请看 http://mill.example/a.html，然后继续。");
const glued = ["a.md:4 link/malformed/gluedPunctuation"];
const find = (files: Readonly<Record<string, string>>) =>
  findingsOf({ ...files, "a.md": article }, ["link/malformed"]);

it("bare addresses stay text by default", async () => {
  expect(await find({ ".eleventy.js": "module.exports = () => {};" })).toEqual([]);
  const plain = "const md = require('markdown-it')({ html: true }); module.exports = md;";
  expect(
    await find({
      ".eleventy.js":
        "const md = require('./lib/md'); module.exports = (c) => c.setLibrary('md', md);",
      "lib/md.js": plain,
    }),
  ).toEqual([]);
});

it("bare addresses may be links where a module of the config says so", async () => {
  expect(
    await find({
      "eleventy.config.mjs":
        "import md from './lib/md.mjs'; export default (c) => c.setLibrary('md', md);",
      "lib/md.mjs": "import it from 'markdown-it'; export default it({ linkify: true });",
    }),
  ).toEqual(glued);
});

it("bare addresses may be links where nobody knows the library", async () => {
  expect(
    await find({
      ".eleventy.js":
        "const md = require('mill-markdown'); module.exports = (c) => c.setLibrary('md', md);",
    }),
  ).toEqual(glued);
});
