import { describe, expect, it } from "vitest";
import { WordList } from "../../../../rules/text/lib/word-list.js";

describe("WordList", () => {
  const list = new WordList(["总统", "副总统", "总"]);

  it("finds the longest word at an offset", () => {
    expect(list.at("美国副总统", 2)).toBe("副总统");
    expect(list.at("美国副总统", 3)).toBe("总统");
    expect(list.at("总部", 0)).toBe("总");
  });

  it("finds none where none begins, nor behind the text", () => {
    expect(list.at("美国副总统", 0)).toBeUndefined();
    expect(list.at("总统", 2)).toBeUndefined();
  });

  it("tells units apart that share a place", () => {
    expect(list.at(String.fromCharCode("总".charCodeAt(0) + 1_024), 0)).toBeUndefined();
  });

  it("tells whether a word stands anywhere", () => {
    expect(list.isIn("美国总统")).toBe(true);
    expect(list.isIn("美国")).toBe(false);
  });
});
