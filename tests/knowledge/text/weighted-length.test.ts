import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCjk, weightedLength } from "../../../src/knowledge/text/weighted-length.js";
import { runs } from "../../runs.js";

describe("weightedLength", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["中文", 4],
    ["中文abc，", 9],
    ["ａｂ", 4],
    ["한국어", 6],
    ["カナ", 4],
    ["é — …", 5],
    ["😀", 2],
  ])("weighs %j as %i", (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  it("adds up over any cut between characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (left, right) => {
        expect(weightedLength(left + right)).toBe(weightedLength(left) + weightedLength(right));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("isCjk", () => {
  it("knows Chinese, Japanese and Korean letters, and no punctuation", () => {
    expect([..."中あアー한ㄅ𠀀々"].map(isCjk)).toEqual(Array(8).fill(true));
    expect([..."aé1。，·😀я"].map(isCjk)).toEqual(Array(8).fill(false));
  });
});
