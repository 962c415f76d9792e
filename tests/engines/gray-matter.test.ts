import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { readWithGrayMatter } from "../../src/article/front-matter/gray-matter-reading.js";

/** Eleventy's fork of gray-matter, which Docusaurus has, too. */
const eleventy = createRequire(
  new URL("node_modules/@11ty/eleventy/package.json", import.meta.url),
);
const fork: (
  source: string,
  options: object,
) => { readonly data: object | string; readonly content: string } = eleventy("gray-matter");

it.each([
  "---\ntitle: A\nmonth: 09\ntime: 12:30\ndate: 2024-01-01\nmode: 017\n---\nBody\n",
  "\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n",
  "---\n---\nBody",
  "---\n\nProse, words.\n",
  '---json\n{"title": "A"}\n---\nBody',
  "---yaml\na: &a {b: 1}\nc: {<<: *a}\n--- end\nBody",
  "----\ntitle: A\n----\n",
])("reads %j as the fork does", (source) => {
  const { data, content } = fork(source, {});
  const reading = readWithGrayMatter(source, 4);
  expect(reading).toEqual({
    outcome: "read",
    data: typeof data === "object" ? data : {},
    bodyStart: source.length - content.length,
  });
});
