import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RepeatedShingles } from "../../src/knowledge/repeated-shingles.js";

describe("RepeatedShingles", () => {
  it("finds nothing in texts that share nothing", () => {
    const repeats = new RepeatedShingles();
    const first = repeats.add("The quick brown fox jumps over the lazy dog at noon.");
    repeats.add("Ein ganz anderer Satz, der mit jenem keine acht Buchstaben teilt.");
    expect(repeats.countIn(first)).toBe(0);
  });

  it("notices a long passage inside other text, whatever its marks, blanks and letter case", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz谈判会谈举行"),
      maxLength: 60,
    });
    const passage = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz俄罗斯代表团团长表示"),
      minLength: 60,
      maxLength: 90,
    });
    fc.assert(
      fc.property(passage, text, text, (shared, before, after) => {
        const repeats = new RepeatedShingles();
        const first = repeats.add(`${before}. ${shared}, ${after}`);
        const second = repeats.add(`${after}; ${shared.toUpperCase()}! ${before}`);
        // By chance few windows may be sampled; a passage with any has them in both texts.
        const alone = new RepeatedShingles().add(shared).length;
        expect(repeats.countIn(first)).toBeGreaterThanOrEqual(alone);
        expect(repeats.countIn(second)).toBeGreaterThanOrEqual(alone);
      }),
      { numRuns: 100 },
    );
  });
});
