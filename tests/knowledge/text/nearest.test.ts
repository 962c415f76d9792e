import { describe, expect, it } from "vitest";
import { nearestOf, nearestWord } from "../../../src/knowledge/text/nearest.js";

describe("nearestOf", () => {
  it("finds the name that the fewest slips lead to, the first of several", () => {
    expect(nearestOf("categorys", ["tags", "category", "categories"])).toBe("category");
    expect(nearestOf("bat", ["cat", "hat"])).toBe("cat");
  });

  it("finds nothing where more than a third is different, unless the limit says otherwise", () => {
    expect(nearestOf("abc", ["axyz"])).toBeUndefined();
    expect(nearestOf("abc", ["axyz"], { limit: 3 })).toBe("axyz");
    expect(nearestOf("abc", ["abcd"], { limit: ({ length }) => length - 4 })).toBeUndefined();
    expect(nearestOf("abc", [])).toBeUndefined();
  });

  it("counts letter case when it is told to", () => {
    expect(nearestOf("IMG", ["img"])).toBe("img");
    expect(nearestOf("IMG", ["img"], { exactCase: true })).toBeUndefined();
  });

  it("takes swapped neighbours for one slip when it is told to", () => {
    expect(nearestOf("tgas", ["tags"], { limit: 0 })).toBeUndefined();
    expect(nearestOf("tgas", ["tags"], { limit: 0, swaps: true })).toBe("tags");
    expect(nearestOf("tgsa", ["tags"], { limit: 0, swaps: true })).toBeUndefined();
  });

  it("takes the first near name when it is told to", () => {
    const names = ["http", "https"];
    expect(nearestOf("httpsx", names)).toBe("https");
    expect(nearestOf("httpsx", names, { first: true })).toBe("http");
  });

  it("takes none where another is as near when it is told to", () => {
    const names = ["step-1", "step-2", "Step2"];
    expect(nearestOf("step-3", names, { alone: true })).toBeUndefined();
    expect(nearestOf("stap-2", ["step-2", "Step2"], { alone: true })).toBe("step-2");
  });

  it("compares the part of a candidate that it is told to", () => {
    const nameOf = (path: string): string => path.split("/").at(-1) ?? "";
    expect(nearestOf("talk.md", ["far/away/talks.md"], { nameOf })).toBe("far/away/talks.md");
  });
});

describe("nearestWord", () => {
  it("takes half a word for the word", () => {
    expect(nearestWord("rec", ["strict", "recommended"])).toBe("recommended");
  });

  it("does not take a short name for another one that shares nothing with it", () => {
    expect(nearestWord("ab", ["xy"])).toBeUndefined();
  });
});
