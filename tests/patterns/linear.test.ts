import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literally, patternAround } from "../../src/patterns/around.js";
import { UnsupportedPattern } from "../../src/patterns/javascript-syntax.js";
import { goPattern, linearPattern, trustedPattern } from "../../src/patterns/linear.js";
import { runs } from "../runs.js";

const PIECES =
  "a b é 漢 . \\s \\S \\d \\D \\w \\W \\b ^ $ [a-c] [^a] [\\s\\d] [^\\S] [\\S] [] [^] (?:a|b) (a) (?<n>b) \\u0061 \\x62 \\t \\n \\. \\/ - \\cJ \\0 \\p{L} \\P{Lu} \\p{Script=Han} \\p{sc=Latin} [\\p{L}.] [\\b] [[]".split(
    " ",
  );
const pattern = fc
  .array(
    fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", "", "*", "+", "?", "{2}", "+?")),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) =>
    parts.map(([piece, times]) => (/^(?:\^|\$|\\b)$/.test(piece) ? piece : piece + times)).join(""),
  );
const text = fc
  .array(
    fc.constantFrom(
      "a",
      "b",
      "A",
      "é",
      "漢",
      " ",
      "\u00a0",
      "\u2028",
      "\n",
      "1",
      "_",
      "-",
      ".",
      "😀",
      "\b",
      "[",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe("a linear pattern", () => {
  it.each(["u", "", "i", "iu", "su", "mu"])(
    "matches what JavaScript matches, with flags %j",
    (flags) => {
      fc.assert(
        fc.property(pattern, text, (source, asked) => {
          let native: RegExp;
          try {
            native = new RegExp(source, flags);
          } catch {
            return;
          }
          // Two lines end in one place for JavaScript; a pair of surrogates is two characters without `u`.
          if (flags.includes("m") && /[\u2028\r]/.test(asked)) return;
          // For JavaScript, `\P{Lu}` has small letters only in part when letter case does not count.
          if (flags.includes("i") && source.includes("\\P")) return;
          if (!flags.includes("u") && /[\ud800-\udfff]/.test(asked)) return;
          const own = linearPattern(source, flags);
          const expected = native.exec(asked);
          expect(own.test(asked)).toBe(expected !== null);
          const found = own.exec(asked);
          expect(found?.index).toBe(expected?.index);
          expect(found?.groups[0]).toBe(expected?.[0]);
        }),
        { numRuns: runs(500) },
      );
    },
  );

  it.each(["^(a+)+$", "(a|a)*b", "(a*)*b", "(.*a){20}b", "^(?:a?){30}a{30}$", "(?:\\w+\\s?)*\\."])(
    "takes linear time: %s",
    (source) => {
      const start = performance.now();
      linearPattern(source).test(`${"a".repeat(50_000)}!`);
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );

  it.each([
    ["(?=a)b", "looks around with (?="],
    ["(?<!a)b", "looks around with (?<!"],
    ["(a)\\1", "refers back to a group"],
    ["(?<n>a)\\k<n>", "refers back to a group"],
    ["\\p{Script_Extensions=Han}", "asks for Script_Extensions"],
    ["a{1001}", 'has "{1001}"'],
    ["a{1000}".repeat(3), "repeats too much"],
    ["a".repeat(1_001), "is longer than 1000 characters"],
    [`${"(".repeat(400)}a${")".repeat(400)}`, undefined],
  ])("is refused where it cannot be: %s", (source, reason) => {
    if (reason === undefined) expect(linearPattern(source).test("a")).toBe(true);
    else expect(() => linearPattern(source)).toThrow(new UnsupportedPattern(reason));
  });

  it("is no pattern at all where JavaScript says so", () => {
    for (const source of ["(", "[b-a]", "\\A", "(?P<n>a)", "a{2,1}", "\\p{Nothing}"])
      expect(() => linearPattern(source)).toThrow(SyntaxError);
  });

  it("runs on the engine of JavaScript where the one who wrote it may run code", () => {
    expect(trustedPattern("(?<!a)b").exec("ab b", 0)).toEqual({ index: 3, end: 4, groups: ["b"] });
    expect(trustedPattern("(?<!a)b").test("ab")).toBe(false);
  });

  it("finds the next match from a place", () => {
    expect(linearPattern("(b)(c)?").exec("abab", 2)).toEqual({
      index: 3,
      end: 4,
      groups: ["b", "b", undefined],
    });
    expect(linearPattern("b").exec("ab", 5)).toBeUndefined();
  });

  it("of Go is read as Go does", () => {
    expect(goPattern("(?i)\\.foo\\z").test("a.FOO")).toBe(true);
    expect(goPattern("(?=a)").test("a")).toBe(false);
  });
});

describe("a pattern around texts", () => {
  it("takes them for what they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (written) => {
        for (const flags of ["", "u", "i", "iu"]) {
          expect(patternAround(flags)`^<${written}>$`.test(`<${written}>`)).toBe(true);
        }
        expect(new RegExp(`[${literally(written)}x]`, "u").test("x")).toBe(true);
      }),
    );
  });
});
