import { describe, expect, it } from "vitest";
import { rareSlip, usesOf } from "../../../src/knowledge/text/rare-slip.js";

const uses = (rare: string, ...usual: readonly string[]) =>
  usesOf([rare, ...usual.flatMap((word) => Array<string>(5).fill(word))]);

describe("a word that is used once", () => {
  it("is a slip of one that is a letter off and used often enough", () => {
    const words = uses("tutorail", "tutorial", "guide");
    expect(rareSlip("tutorail", words, { least: 5 })).toEqual({ meant: "tutorial", count: 5 });
    expect(rareSlip("tutorail", words, { least: 6 })).toBeUndefined();
  });

  it("is none where it is short, differs by case, number or s, or is used again", () => {
    for (const [word, usual] of [
      ["tag", "tab"],
      ["Guide", "guide"],
      ["post2", "post3"],
      ["posts", "post"],
    ] as const)
      expect([word, rareSlip(word, uses(word, usual), { least: 5 })]).toEqual([word, undefined]);
    const twice = usesOf(["gudie", "gudie", ...Array<string>(5).fill("guide")]);
    expect(rareSlip("gudie", twice, { least: 5 })).toBeUndefined();
  });
});
