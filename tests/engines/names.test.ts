import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../package/sandbox.js";

/** A list of English words names nothing. */
const WORDS = "src/knowledge/english/words.json";

/** Names of engines, as parts of longer names too; `next` and `none` are words, so Next counts by its longer names. */
const NAMES =
  /hexo|jekyll|(?<![a-z])hugo|gohugo|astro(?!n)|eleventy|11ty|docusaurus|vitepress|starlight|gatsby|(?<![a-z])zola|nuxt|mkdocs|mdbook|pelican|sphinx|nextra|fumadocs|next\.?js|nextConfig/i;

const sources = ["src", "rules"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.(?:ts|json)$/.test(file) && !file.startsWith("src/engines/"))
    .filter((file) => file !== WORDS),
);

it("names no engine outside of src/engines", () => {
  const places = sources.flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (NAMES.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(places).toEqual([]);
});

it.each(["isHexo", "Hugo's", "docusaurusFolders", "@11ty/eleventy", "next.js", "useNextConfig"])(
  "would find %s",
  (text) => {
    expect(text).toMatch(NAMES);
  },
);
