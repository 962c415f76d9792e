import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needlessWhiteSpace } from "../../../../rules/typography/lib/white-space.js";
import { parseArticle } from "../../../../src/article/parse-article.js";
import { overlapTest } from "../../../../src/knowledge/prose/verbatim.js";
import { runs } from "../../../runs.js";

const piece = fc.constantFrom(
  "a",
  "  ",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\n\n\n",
  "b c",
  "<p>",
  "</p>",
  "`",
  "    d",
  "---\n",
  "k: v\n",
);

function tidy(source: string, path: string): string {
  const edits = needlessWhiteSpace(parseArticle({ path, source }))
    .flatMap((place) => place.edits)
    .sort((left, right) => right.start - left.start);
  let text = source;
  let before = Number.MAX_SAFE_INTEGER;
  for (const { start, end, text: replacement } of edits) {
    expect(end, "edits overlap").toBeLessThanOrEqual(before);
    before = start;
    text = text.slice(0, start) + replacement + text.slice(end);
  }
  return text;
}

describe("needlessWhiteSpace", () => {
  it.each(["a.md", "a.html"])("edits nothing but white space, and is then content (%s)", (path) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join("");
        const fixed = tidy(source, path);
        expect(fixed.replace(/\s/g, "")).toBe(source.replace(/\s/g, ""));
        expect(tidy(fixed, path)).toBe(fixed);
      }),
      { numRuns: runs(200) },
    );
  });

  it("names places that hold white space only", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join("");
        for (const { range } of needlessWhiteSpace(parseArticle({ path: "a.md", source }))) {
          expect(source.slice(range.start, range.end)).toMatch(/^\s*$/);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it("takes a moment for a megabyte of blanks", () => {
    const source = `a${" ".repeat(1_000_000)}b${" \n".repeat(100_000)}`;
    expect(needlessWhiteSpace(parseArticle({ path: "a.html", source })).length).toBeGreaterThan(0);
  }, 5000);
});

describe("overlapTest", () => {
  it("answers as a plain search does", () => {
    const range = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, wanted) => {
        const sorted = [...ranges].sort((left, right) => left.start - right.start);
        const plain = ranges.some((one) => one.start < wanted.end && wanted.start < one.end);
        expect(overlapTest(sorted)(wanted)).toBe(plain);
      }),
      { numRuns: runs(200) },
    );
  });
});
