import { describe, expect, it } from "vitest";
import { BINS, similarityOf, sketchOf } from "../../../../rules/site/lib/minhash.js";

/** Numbers from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const minimaOf = (text: string): string => sketchOf(text).minima;

/** Texts of `length` tokens that share their first `shared` ones, and the exact share of their shingles. */
function pair(seed: number, length: number, shared: number, glue: string) {
  const next = random(seed);
  const token = (): string =>
    glue === ""
      ? String.fromCharCode(0x4e00 + Math.floor(next() * 20_000))
      : `w${Math.floor(next() * 1e9).toString(36)}`;
  const common = Array.from({ length: shared }, token);
  const make = (): string =>
    [...common, ...Array.from({ length: length - shared }, token)].join(glue);
  const width = glue === "" ? 5 : 3;
  const same = shared - width + 1;
  return { left: make(), right: make(), share: same / (2 * (length - width + 1) - same) };
}

describe("sketches of texts", () => {
  it("are equal for equal wording, whatever its case, width, marks and blanks", () => {
    expect(minimaOf("The harbour\nmaster — and her CREW.")).toBe(
      minimaOf("the  harbour master, and her ｃrew!"),
    );
    expect(minimaOf("梅津斯基表示，下一轮会谈")).toBe(minimaOf("梅津斯基 表示下一轮会谈。"));
  });

  it("know no shared wording where there is none", () => {
    expect(similarityOf(minimaOf("a b c d e"), minimaOf("f g h i j"))).toBe(0);
    expect(similarityOf(minimaOf(""), minimaOf(""))).toBe(0);
  });

  it("count words, and characters where a script writes no blanks", () => {
    expect(sketchOf("Nine ships and 3 cranes").words).toBe(5);
    expect(sketchOf("九艘船和 cranes").words).toBe(5);
    expect(sketchOf("배 아홉").words).toBe(3);
  });

  it.each([
    { glue: " ", length: 100 },
    { glue: " ", length: 3000 },
    { glue: "", length: 100 },
    { glue: "", length: 3000 },
  ])("estimate the share of $length tokens joined by '$glue' without bias", ({ glue, length }) => {
    for (const part of [0.5, 0.9]) {
      const errors = Array.from({ length: 60 }, (_, seed) => {
        const { left, right, share } = pair(seed + 1, length, Math.round(length * part), glue);
        return similarityOf(minimaOf(left), minimaOf(right)) - share;
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
      expect(Math.abs(mean)).toBeLessThan(0.015);
      // The standard error of as many independent samples as there are filled bins, and a margin.
      const filled = Math.min(BINS, length);
      expect(spread).toBeLessThan(1.3 * (0.5 / Math.sqrt(filled)));
    }
  });
});
