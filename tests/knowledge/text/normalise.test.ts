import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText, textFingerprint } from "../../../src/knowledge/text/normalise.js";
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
      { numRuns: runs(200) },
    );
  });
});

describe("textFingerprint", () => {
  it("is the same on every machine and in every run", () => {
    expect(textFingerprint("")).toMatch(/^[\da-f]{16}$/);
    expect(textFingerprint("俄罗斯代表团团长")).toBe(textFingerprint("俄罗斯代表团团长"));
  });

  it("differs for texts that differ by one character or by order", () => {
    const texts = ["ab", "ba", "abc", "ab ", "Ab", "梅津斯基", "梅金斯基", ""];
    for (let number = 0; number < 5000; number++) texts.push(`paragraph ${number}`);
    expect(new Set(texts.map(textFingerprint)).size).toBe(texts.length);
  });
});
