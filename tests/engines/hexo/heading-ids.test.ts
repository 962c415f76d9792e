import { describe, expect, it } from "vitest";
import { headingIds } from "../../../src/knowledge/heading/heading-ids.js";
import { PLAIN_SITE } from "../../../src/testing/check-texts.js";
import { engineNamed } from "../../engine/engine-named.js";

/** As Hexo 7.3 with hexo-renderer-marked 6.3 and 7.0 writes them. */
const idsOf = (text: string, config: Readonly<Record<string, unknown>>) =>
  headingIds([{ text }], engineNamed("hexo").markdown.sluggersOf({ ...PLAIN_SITE, config }))[0];

describe("ids of headings with hexo-renderer-marked", () => {
  const packages = ["hexo", "hexo-renderer-marked", "hexo-renderer-ejs"];

  it.each([
    ["Mending Nets", "Mending-Nets"],
    ["The crew's day", "The-crew’s-day"],
    ['A "safe" port', "A-“safe”-port"],
    ["Bow -- stern", "Bow-–-stern"],
    ["Café: /menu/", "Cafe-menu"],
  ])("keep the case and the curled marks of %s", (text, id) => {
    expect(idsOf(text, { packages })).toEqual([id]);
  });

  it.each([
    ["ページの更新", "ページの更新"],
    ["레이아웃", "레이아웃"],
    ["Переменные сайта", "Переменные-сайта"],
    ["Ελληνικά: ή", "Ελληνικά-ή"],
    ["Đường phố Straße Łódź", "Duong-pho-Strase-Lodz"],
    ["Cafe\u0301", "Cafe\u0301"],
  ])("fold Latin letters with marks only: %s", (text, id) => {
    expect(idsOf(text, { packages })).toEqual([id]);
  });

  it("follow the options of the renderer", () => {
    const marked = { smartypants: false, modifyAnchors: 1 };
    expect(idsOf("The crew's Day", { packages, marked })).toEqual(["the-crew-s-day"]);
  });

  it("may be any where another renderer or none is named", () => {
    const other = ["hexo", "hexo-renderer-marked", "hexo-renderer-markdown-it"];
    for (const config of [{}, { packages: other }])
      expect(idsOf("Mending Nets", config)).toEqual(
        expect.arrayContaining(["Mending-Nets", "mending-nets"]),
      );
  });
});
