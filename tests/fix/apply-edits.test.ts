import { describe, expect, it } from "vitest";
import { applyEdits, applyGroups } from "../../src/fix/apply-edits.js";

describe("applyEdits", () => {
  it("replaces, deletes and inserts by the offsets of the original", () => {
    const edits = [
      { start: 4, end: 5, text: "" },
      { start: 0, end: 1, text: "xyz" },
      { start: 2, end: 2, text: "!" },
    ];
    expect(applyEdits("abcde", edits)).toBe("xyzb!cd");
  });

  it("keeps the order of insertions at one place", () => {
    const edits = ["1", "2"].map((text) => ({ start: 1, end: 1, text }));
    expect(applyEdits("ab", edits)).toBe("a12b");
  });

  it("leaves out an edit that overlaps an earlier one", () => {
    const edits = [
      { start: 0, end: 3, text: "-" },
      { start: 2, end: 4, text: "+" },
    ];
    expect(applyEdits("abcde", edits)).toBe("-de");
  });
});

describe("applyGroups", () => {
  it("leaves a group out as a whole when a part of it overlaps", () => {
    const groups = [
      [{ start: 1, end: 3, text: "" }],
      [
        { start: 2, end: 3, text: "x" },
        { start: 4, end: 5, text: "y" },
      ],
    ];
    expect(applyGroups("abcde", groups)).toBe("ade");
  });
});
