import { describe, expect, it } from "vitest";
import { headingIds } from "../../../src/knowledge/heading/heading-ids.js";
import { PLAIN_SITE } from "../../../src/testing/check-texts.js";
import { engineNamed } from "../../engine/engine-named.js";

const idsOf = (text: string, engine: string): readonly string[] =>
  headingIds([{ text }], engineNamed(engine).markdown.sluggersOf(PLAIN_SITE))[0] ?? [];

describe("headingIds", () => {
  it.each([
    ["hexo", "Big Title!", "Big-Title"],
    ["hexo", "中文 标题", "中文-标题"],
    ["hexo", "Café", "Cafe"],
    ["hexo", "A & B", "A-amp-B"],
    ["jekyll", "Hello, World & more", "hello-world--more"],
    ["jekyll", "中文", "section"],
    ["jekyll", "1. First", "first"],
    ["hugo", "What's new?", "whats-new"],
    ["hugo", "…", "heading"],
    ["astro", "A `b` C", "a-b-c"],
    ["vitepress", "2 things", "_2-things"],
    ["eleventy", "The boatYard's HTMLPages & APIs", "the-boat-yards-html-pages-and-apis"],
    ["eleventy", "Überblick x", "%C3%BCberblick-x"],
  ])("gives %s's id for %s", (engine, text, id) => {
    expect(idsOf(text, engine)).toContain(id);
  });

  it("numbers repeated headings in every slugger", () => {
    expect(
      headingIds(
        ["A", "A", "A"].map((text) => ({ text })),
        engineNamed("hexo").markdown.sluggersOf(PLAIN_SITE),
      ).map((ids) => ids[0]),
    ).toEqual(["A", "A-1", "A-2"]);
  });

  it("accepts every slugger for an engine nobody knows", () => {
    expect(idsOf("Big Title", "none")).toEqual(expect.arrayContaining(["big-title", "Big-Title"]));
  });
});
