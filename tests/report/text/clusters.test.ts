import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { clusterEnds, widthOf } from "../../../src/report/text/clusters.js";
import { neutralise } from "../../../src/report/text/neutralise.js";
import { runs } from "../../runs.js";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const simpleUnits = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit)).filter(
  (character) => clusterEnds(character) === undefined,
);

describe("clusterEnds", () => {
  it("takes no character for simple that is hidden or has no column", () => {
    expect(simpleUnits.length).toBeGreaterThan(30_000);
    const odd = simpleUnits.filter(
      (character) => neutralise(character) !== character || stringWidth(character) < 1,
    );
    expect(odd).toEqual([]);
  });

  it("never takes characters for simple that join", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...simpleUnits), { maxLength: 200 }), (units) => {
        const text = units.join("");
        expect(Array.from(segmenter.segment(text))).toHaveLength(text.length);
        expect(widthOf(text)).toBe(units.reduce((sum, unit) => sum + stringWidth(unit), 0));
      }),
      { numRuns: runs(300) },
    );
  });

  it("finds the ends of all others", () => {
    expect(clusterEnds("ae\u0301👩‍👩‍👧!")).toEqual([1, 3, 11, 12]);
    expect(widthOf("ae\u0301👩‍👩‍👧!")).toBe(5);
  });
});
