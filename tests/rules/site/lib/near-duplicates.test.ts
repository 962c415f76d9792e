import { describe, expect, it } from "vitest";
import { sketchOf } from "../../../../rules/site/lib/minhash.js";
import { nearDuplicates, rowsFor } from "../../../../rules/site/lib/near-duplicates.js";

const WORDS = Array.from({ length: 5000 }, (_, number) => `w${number.toString(36)}`);

/** A text of its own for each number: words by a linear congruence. */
function text(number: number, length = 120): string[] {
  let state = (number * 2654435761) >>> 0;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return WORDS[(state >>> 8) % WORDS.length] ?? "";
  });
}

/** The text with its first words exchanged: fewer shingles in common. */
function changed(words: readonly string[], count: number): string[] {
  return words.map((word, index) => (index < count ? `other${index}` : word));
}

const search = (texts: readonly (readonly string[])[], threshold = 0.8) =>
  nearDuplicates({
    sketches: texts.map((words) => sketchOf(words.join(" ")).minima),
    thresholdOf: () => threshold,
    mayBeAlike: () => false,
  });

describe("the search for near duplicates", () => {
  it("points each copy to the first text it is like", () => {
    const first = text(1);
    const { found } = search([text(0), first, changed(first, 3), text(2), changed(first, 5)]);
    expect(found.map(({ copy, original }) => [copy, original])).toEqual([
      [2, 1],
      [4, 1],
    ]);
    for (const { share } of found) expect(share).toBeGreaterThan(0.8);
  });

  it("finds nearly all pairs above the threshold and none far below it", () => {
    const count = 300;
    const originals = Array.from({ length: count }, (_, number) => text(number));
    const near = search([...originals, ...originals.map((words) => changed(words, 6))]);
    // They share 112 of 124 shingles: 0.9.
    expect(near.found.length).toBeGreaterThanOrEqual(count * 0.97);
    for (const { copy, original } of near.found) expect(copy - count).toBe(original);
    const far = search([...originals, ...originals.map((words) => changed(words, 60))]);
    expect(far.found).toEqual([]);
  });

  it("passes what may be alike", () => {
    const words = text(1).join(" ");
    const { found } = nearDuplicates({
      sketches: [words, words].map((one) => sketchOf(one).minima),
      thresholdOf: () => 0.8,
      mayBeAlike: (copy, original) => copy === 1 && original === 0,
    });
    expect(found).toEqual([]);
  });

  it("compares in proportion to the number of texts, also where all of them are half alike", () => {
    const common = text(0, 80);
    const alike = (count: number) =>
      Array.from({ length: count }, (_, number) => [...common, ...text(number + 1, 60)]);
    const small = search(alike(300)).comparisons;
    const large = search(alike(1200)).comparisons;
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThan(small * 4 * 1.5);
    expect(large / 1200).toBeLessThan(32 * 16);
  });

  it("compares each copy of one text with the original alone, in each band", () => {
    const words = text(1);
    const { found, comparisons } = search(Array.from({ length: 500 }, () => words));
    expect(found).toHaveLength(499);
    expect(comparisons).toBe(499 * 32);
  });

  it("takes bands that let 99 of 100 pairs at the threshold meet", () => {
    for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]) {
      const rows = rowsFor(threshold);
      expect(1 - (1 - threshold ** rows) ** (256 / rows)).toBeGreaterThanOrEqual(0.99);
    }
    expect(rowsFor(0.8)).toBe(8);
  });
});
