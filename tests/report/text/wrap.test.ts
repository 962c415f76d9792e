import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { truncate, wrap } from "../../../src/report/text/wrap.js";
import { runs } from "../../runs.js";

describe("wrap", () => {
  it("breaks at spaces", () => {
    expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("breaks between CJK characters, but keeps their punctuation off the edges", () => {
    expect(wrap("谈判未取得，成果", 10)).toEqual(["谈判未取", "得，成果"]);
    expect(wrap("谈判未取（成果）", 10)).toEqual(["谈判未取", "（成果）"]);
  });

  it("cuts a word that is longer than a line", () => {
    expect(wrap("see https://example.org/long", 10)).toEqual([
      "see",
      "https://ex",
      "ample.org/",
      "long",
    ]);
  });

  it("gives one empty line for an empty text", () => {
    expect(wrap("", 10)).toEqual([""]);
  });

  it("keeps every character but spaces at breaks, and every line within the width", () => {
    const words = fc.array(
      fc.constantFrom("word", "谈判", "，", "👩‍👩‍👧", "e\u0301", " ", " ", "（", "a-b/c", "の"),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, width) => {
        const text = parts.join("");
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("truncate", () => {
  it("cuts by columns and says so", () => {
    expect(truncate("谈判未取得成果", 7)).toBe("谈判未…");
    expect(truncate("short", 7)).toBe("short");
  });
});
