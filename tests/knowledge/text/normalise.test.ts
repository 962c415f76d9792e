import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "../../../src/knowledge/text/normalise.js";
import { runs } from "../../runs.js";

describe("normaliseText", () => {
  it("drops white space and invisible characters, folds case and width, keeps punctuation", () => {
    expect(normaliseText(" Ａ\u00a0B\u3000c\r\n\u200bd, É!")).toBe("abcd,é!");
    expect(normaliseText("Stop.")).not.toBe(normaliseText("Stop!"));
  });

  it("settles after one pass", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: runs(200), examples: [["\u{1d421}\u1fc1"], ["\u0130"]] },
    );
  });
});
