import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexLines } from "../../src/article/lines.js";
import { fnv1a64 } from "../../src/knowledge/text/hashes.js";
import { fingerprintsOf, type Identifiable } from "../../src/report/fingerprint.js";
import { runs } from "../runs.js";
import { rangeOf } from "./sample.js";

function fingerprints(source: string, places: readonly Partial<Identifiable>[]): readonly string[] {
  const findings = places.map((place) => ({
    rule: "family/name",
    messageId: "message",
    range: { start: 0, end: 0 },
    ...place,
  }));
  return fingerprintsOf(findings, source, indexLines(source));
}

describe("fingerprintsOf", () => {
  const snippet = "<img src='a.png'\n  width='9px'>";

  it("stays the same when lines are inserted before, between and after", () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("<img"));
    fc.assert(
      fc.property(line, line, line, (before, between, after) => {
        const plain = `${snippet}\n${snippet}\n`;
        const moved = `${before}\n${snippet}\n${between}\n${snippet}\n${after}`;
        const both = (source: string) =>
          fingerprints(source, [
            { range: rangeOf(source, snippet) },
            { range: rangeOf(source, snippet, 1) },
          ]);
        expect(both(moved)).toEqual(both(plain));
      }),
      { numRuns: runs(50) },
    );
  });

  it("does not depend on line endings, indentation or Unicode normal form", () => {
    const [lf] = fingerprints(`${snippet} caf\u00e9`, [{ range: { start: 0, end: 99 } }]);
    const crlf = `${snippet} cafe\u0301`.replace("\n  ", "\r\n\t");
    expect(fingerprints(crlf, [{ range: { start: 0, end: 99 } }])).toEqual([lf]);
  });

  it("tells equals in one file, rules, messages and texts apart", () => {
    const source = "same\nsame\nother\n";
    const all = fingerprints(source, [
      { range: rangeOf(source, "same") },
      { range: rangeOf(source, "same", 1) },
      { range: rangeOf(source, "other") },
      { range: rangeOf(source, "same"), messageId: "second" },
      { range: rangeOf(source, "same"), rule: "family/other" },
    ]);
    expect(new Set(all).size).toBe(5);
  });

  it("names an empty range by the line it points into", () => {
    const source = "title: a\ndate: b\n";
    const [first] = fingerprints(source, [{ range: { start: 9, end: 9 } }]);
    expect(fingerprints(`x\n${source}`, [{ range: { start: 11, end: 11 } }])).toEqual([first]);
    expect(fingerprints(source, [{ range: { start: 0, end: 0 } }])).not.toEqual([first]);
  });

  it("hashes the text in NFC with white space collapsed, whatever it is made of", () => {
    const unit = fc.oneof(
      fc.constantFrom(
        "e\u0301",
        "\u0301",
        "か\u3099",
        "\u1100\u1161",
        "가\u11a8",
        "\u0374",
        "豈",
        "👍",
      ),
      fc.constantFrom(" ", "  ", "\u3000", "\u00a0", "\n", "\t", "\ufeff", "谈", "a", "é", "Я"),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 400 }), (units) => {
        const source = `x${units.join("")}`;
        const text = source
          .slice(0, 1024)
          .normalize("NFC")
          .replace(/\s+/g, " ")
          .trim()
          .slice(0, 256);
        const identity = JSON.stringify(["family/name", "message", text]);
        const [found] = fingerprints(source, [{ range: { start: 0, end: source.length } }]);
        expect(found).toBe(fnv1a64(`${identity}0`));
      }),
      { numRuns: runs(300) },
    );
  });
});
