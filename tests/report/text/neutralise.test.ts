import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardLines, neutralise } from "../../../src/report/text/neutralise.js";
import { runs } from "../../runs.js";

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("::", "##[", "##vso[", "\n", "\r\n", " ", "\u3000", "\u001b", "\u202e"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(""));

describe("neutralise", () => {
  it.each([
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["a\u009b2Jb\u007f", "a\\u{9b}2Jb\\u{7f}"],
    ["user\u202e txt\u2066", "user\\u{202e} txt\\u{2066}"],
    ["lone \ud800 half", "lone \\u{d800} half"],
    ["zero\u200bwidth", "zero\\u{200b}width"],
    ["two\r\n  lines\tand tab", "two lines and tab"],
    ["##[error]x ##vso[task", "#\\u{23}[error]x #\\u{23}vso[task"],
  ])("shows %j as %s", (text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it.each(["谈判，结果", "👩‍👩‍👧 family", "می‌خواهم", "## heading [link]", "std::vector"])(
    "leaves %s alone",
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );

  it("leaves no control, no line break and no command for any text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(neutralise(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]|##[a-z]*\[/iu);
        const lines = guardLines(`${neutralise(text)}\n${neutralise(text)}`);
        expect(lines).not.toMatch(/^\s*::/mu);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("guardLines", () => {
  it.each([
    ["text\n ::error::x", "text\n \\u{3a}:error::x"],
    ["a ##vso[task", "a #\\u{23}vso[task"],
    ["std::vector ## heading", "std::vector ## heading"],
  ])("turns %j into %j", (output, guarded) => {
    expect(guardLines(output)).toBe(guarded);
  });
});
