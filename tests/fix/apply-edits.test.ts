import { describe, expect, it } from "vitest";
import { applyEdits, applyGroups } from "../../src/fix/apply-edits.js";
import type { Edit } from "../../src/rule/index.js";
import { chanceFrom } from "../hostile/mdx-shapes.js";

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

  it("finds the same overlaps as a look at each pair does", () => {
    const chance = chanceFrom(1);
    const source = "0123456789abcdefghij";
    for (let round = 0; round < 300; round++) {
      const groups = Array.from({ length: 6 }, () =>
        Array.from({ length: 1 + chance(2) }, () => {
          const start = chance(source.length);
          return { start, end: start + chance(4), text: "-" };
        }),
      );
      const taken: Edit[] = [];
      for (const group of groups) {
        const overlaps = group.some((one) =>
          taken.some((other) => one.start < other.end && other.start < one.end),
        );
        if (!overlaps) for (const edit of group) taken.push(edit);
      }
      expect(applyGroups(source, groups)).toBe(applyEdits(source, taken));
    }
  });

  it("takes a hundred thousand groups in no time", () => {
    const groups = Array.from({ length: 100_000 }, (_, index) => [
      { start: 2 * index, end: 2 * index + 1, text: "b" },
    ]);
    const started = performance.now();
    expect(applyGroups("aa".repeat(100_000), groups)).toBe("ba".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
