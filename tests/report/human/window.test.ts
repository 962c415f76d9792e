import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { windowOf } from "../../../src/report/human/window.js";
import { runs } from "../../runs.js";
import { rangeOf } from "../sample.js";

function show(line: string, mark: string, width: number): readonly [string, string] {
  const window = windowOf(line, { start: 0, end: line.length }, rangeOf(line, mark), width);
  return [window.text, " ".repeat(window.markColumn) + "^".repeat(window.markWidth)];
}

/** Grapheme clusters that terminals show in 1 or 2 columns, and some that must be spelt out. */
const grapheme = fc.constantFrom(
  ...'aZ<"谈，あ가ｱ',
  "👍",
  "👩‍👩‍👧",
  "🇩🇪",
  "👋🏽",
  "1️⃣",
  "e\u0301",
  "क\u094d",
  "\t",
  "\u001b",
  "\u200b",
  "\u202e",
  "\u00a0",
);
const clusters = fc.array(grapheme, { maxLength: 12 }).map((parts) => {
  // Regional indicators and Indic conjuncts would join with their neighbours.
  return parts.map((part) => `${part}.`).join("");
});

describe("windowOf", () => {
  it("puts the mark right under wide characters", () => {
    expect(show("俄罗斯 said 谈判 x", "谈判", 40)).toEqual([
      "俄罗斯 said 谈判 x",
      "            ^^^^",
    ]);
  });

  it("counts emoji sequences, combining marks and tabs as they are shown", () => {
    expect(show("👩‍👩‍👧\te\u0301x", "x", 40)).toEqual(["👩‍👩‍👧  e\u0301x", "     ^"]);
  });

  it("spells out what cannot be seen", () => {
    expect(show("a\u200bb\u202ec", "\u202e", 40)).toEqual([
      "a\\u{200b}b\\u{202e}c",
      "          ^^^^^^^^",
    ]);
  });

  it("breaks up build server commands and still marks the right place", () => {
    expect(show("##[error]bad", "bad", 40)).toEqual(["#\\u{23}[error]bad", "              ^^^"]);
  });

  it("starts at the beginning of a long line while the mark fits", () => {
    expect(show("0123456789abcdefghij", "345", 10)).toEqual(["012345678…", "   ^^^"]);
  });

  it("cuts a long line on both sides of a mark further on", () => {
    expect(show("0123456789abcdefghijklmnop", "cde", 11)).toEqual(["…9abcdefgh…", "    ^^^"]);
  });

  it("shows the end of a line when the mark is there", () => {
    expect(show("0123456789abcdefghij", "ij", 10)).toEqual(["…bcdefghij", "        ^^"]);
  });

  it("marks the column after the text for an empty range at the end of a line", () => {
    const window = windowOf("谈判", { start: 0, end: 2 }, { start: 2, end: 2 }, 40);
    expect(window).toEqual({ text: "谈判", markColumn: 4, markWidth: 1 });
  });

  it.each([9, 10, 11, 12])("keeps such a mark within the width of 10, line of %i", (length) => {
    const line = "x".repeat(length);
    const window = windowOf(line, { start: 0, end: length }, { start: length, end: length }, 10);
    expect(window.markColumn).toBe(stringWidth(window.text));
    expect(window.markColumn + window.markWidth).toBeLessThanOrEqual(10);
  });

  it("has the mark at the width of what stands before it, for any mix of characters", () => {
    fc.assert(
      fc.property(clusters, clusters, clusters, (before, marked, after) => {
        const line = before + marked + after;
        const mark = { start: before.length, end: before.length + marked.length };
        const { text, markColumn, markWidth } = windowOf(
          line,
          { start: 0, end: line.length },
          mark,
          1000,
        );
        const prefix = windowOf(before, { start: 0, end: before.length }, mark, 1000);
        expect(markColumn).toBe(stringWidth(prefix.text));
        expect(text.startsWith(prefix.text)).toBe(true);
        if (marked !== "") {
          const through = windowOf(before + marked, { start: 0, end: mark.end }, mark, 1000);
          expect(markColumn + markWidth).toBe(stringWidth(through.text));
        }
        expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
      { numRuns: runs(300) },
    );
  });

  it("stays within the width and marks the same text, however narrow the window", () => {
    const part = fc.array(fc.constantFrom("a", "谈", "👍", "é"), { maxLength: 60 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 12, max: 60 }), (before, after, width) => {
        const line = `${before.join("")}XYZ${after.join("")}`;
        const [text, marks] = show(line, "XYZ", width);
        expect(stringWidth(text)).toBeLessThanOrEqual(width);
        const [prefix = ""] = text.split("XYZ");
        expect(marks).toBe(`${" ".repeat(stringWidth(prefix))}^^^`);
      }),
      { numRuns: runs(300) },
    );
  });

  it("takes no longer for a line of five megabytes", () => {
    const line = "谈".repeat(2_500_000);
    const started = performance.now();
    const window = windowOf(
      `${line}X${line}`,
      { start: 0, end: 5_000_001 },
      { start: 2_500_000, end: 2_500_001 },
      80,
    );
    expect(window.text).toContain("X");
    expect(performance.now() - started).toBeLessThan(500);
  });
});
