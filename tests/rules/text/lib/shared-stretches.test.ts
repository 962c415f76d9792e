import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedStretches } from "../../../../rules/text/lib/shared-stretches.js";
import { runs } from "../../../runs.js";

describe("stretches that texts share", () => {
  it("are none in texts that share nothing", () => {
    const [first, second] = sharedStretches([
      "The quick brown fox jumps over the lazy dog at noon.",
      "Ein ganz anderer Satz, der mit jenem keine acht Buchstaben teilt.",
    ]);
    expect(first).toMatchObject({ inARow: 0 });
    expect(second).toMatchObject({ inARow: 0 });
    expect(first?.all).toBeGreaterThan(0);
  });

  it("are those of a long passage inside other text, whatever its marks, blanks and letter case", () => {
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
        const [first, second] = sharedStretches([
          `${before}. ${shared}, ${after}`,
          `${after}; ${shared.toUpperCase()}! ${before}`,
        ]);
        // By chance few windows may be sampled; a passage with any has them in both texts.
        const alone = sharedStretches([shared])[0]?.all ?? 0;
        expect(first?.inARow).toBeGreaterThanOrEqual(alone);
        expect(second?.inARow).toBeGreaterThanOrEqual(alone);
      }),
      { numRuns: runs(100) },
    );
  });

  it("are all of a text that stands twice, and none of a text without one stretch twice", () => {
    const text = Array.from({ length: 400 }, (_, index) =>
      String.fromCharCode(0x4e00 + index * 7),
    ).join("");
    const [once] = sharedStretches([text]);
    expect(once?.all).toBeGreaterThan(50);
    expect(once?.inARow).toBe(0);
    const all = once?.all ?? 0;
    expect(sharedStretches([text, text])).toEqual([
      { all, inARow: all },
      { all, inARow: all },
    ]);
  });

  it("are counted in letters that become several when they are folded", () => {
    const text = "ﷺ㍿ﬃ".repeat(50);
    const [first] = sharedStretches([text, "", text]);
    expect(first?.all).toBeGreaterThan(0);
    expect(first?.inARow).toBe(first?.all);
  });
});
