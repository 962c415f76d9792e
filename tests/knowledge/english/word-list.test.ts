import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordListOf } from "../../../src/knowledge/english/word-list.js";
import words from "../../../src/knowledge/english/words.json" with { type: "json" };

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });

describe("wordListOf", () => {
  it("finds what the list holds, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(word), word, (some, asked) => {
        const list = wordListOf([...new Set(some)].sort().join(" "));
        expect(list.has(asked)).toBe(some.includes(asked));
        expect(some.every((one) => list.has(one))).toBe(true);
      }),
    );
  });

  it("gives the words that begin with a letter", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), (some) => {
        const sorted = some.sort();
        const list = wordListOf(sorted.join(" "));
        expect(list.beginningWith("b")).toEqual(sorted.filter((one) => one.startsWith("b")));
      }),
    );
  });

  it("has no words where the text is empty, and none of an object's own names", () => {
    expect(wordListOf("").has("")).toBe(false);
    expect(wordListOf("").beginningWith("a")).toEqual([]);
    expect(wordListOf("constant").has("constructor")).toBe(false);
  });

  it.each(["everyday", "familiar", "stems", "right"] as const)("is sorted: %s", (name) => {
    const list = words[name].split(" ");
    expect(list).toEqual([...list].sort());
  });
});
