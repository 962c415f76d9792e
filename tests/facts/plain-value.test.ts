import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJson, toJson } from "../../src/facts/plain-value.js";
import { runs } from "../runs.js";

const throughText = (value: unknown): unknown =>
  fromJson(JSON.parse(JSON.stringify(toJson(value))));

describe("a value of front matter", () => {
  it("is the same after it was text", () => {
    const value = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      maxDepth: 4,
    });
    fc.assert(
      fc.property(value, (one) => {
        expect(throughText(one)).toStrictEqual(one);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    { $date: 5 },
    { $object: [["a", 1]] },
    { $anything: { $number: "NaN" } },
    { $a: 1, $b: 2 },
    { ["__proto__"]: 1 },
    [new Date(Number.NaN)],
  ])("is not taken for one of ours: %j", (value) => {
    expect(throughText(value)).toStrictEqual(value);
  });

  it.each([{ $other: 1 }, { $map: 1 }, { $map: [1] }, { $set: {} }])(
    "is refused where nobody wrote it so: %j",
    (json) => {
      expect(() => fromJson(json)).toThrow(TypeError);
    },
  );
});
