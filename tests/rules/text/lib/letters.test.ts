import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf } from "../../../../rules/text/lib/letters.js";
import { runs } from "../../../runs.js";

const read = (text: string): string => String.fromCharCode(...lettersOf(text));

describe("lettersOf", () => {
  it("drops marks and blanks, and folds letter case and width", () => {
    expect(read("“ＡＢＣ， d-e”：第１章")).toBe("abcde第1章");
  });

  it("joins what is written apart", () => {
    expect(read("Cafe\u0301 ｶﾞ ΟΔΟΣ")).toBe("caféガοδος");
  });

  it("says the same as folding the whole text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("a", "E", "\u0301", "か", "\u3099", "ᄀ", "ᅡ", "Σ", "İ", "。"),
      }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const folded = value.normalize("NFKC").toLowerCase();
        expect(read(value)).toBe(folded.replace(/[^\p{L}\p{N}]+/gu, ""));
      }),
      { numRuns: runs(300) },
    );
  });
});
