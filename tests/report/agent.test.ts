import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAgent } from "../../src/report/agent.js";
import { runs } from "../runs.js";
import { hostileSample, hostileText } from "./platforms/hostile.js";
import { contextOf, rangeOf, reportOf } from "./sample.js";

const source = "one\ntwo\n";

describe("formatAgent", () => {
  it("says verdict, place, reason once, what to do, and what a fix does", () => {
    const range = rangeOf(source, "two");
    const samples = [
      {
        source,
        findings: [
          { why: "It matters.", range, fix: [{ ...range, text: "2" }] },
          {
            why: "It matters.",
            suggestions: [{ message: "Drop it", edits: [{ ...range, text: "" }] }],
          },
        ],
      },
    ];
    expect(formatAgent(reportOf(samples), contextOf(samples)).split("\n")).toEqual([
      "copydesk 0.1.0: failed (exit 1), 2 errors in 1 files, 1 with a safe fix",
      "a.md:1:1 error image/alt-missing: Image has no text alternative.",
      "  why: It matters.",
      "  do: Describe it in alt.",
      "  try: Drop it (delete “two”)",
      "a.md:2:1 error image/alt-missing: Image has no text alternative.",
      "  do: Describe it in alt.",
      "  fix: replace “two” with “2”",
      "",
    ]);
  });

  it("says how much it leaves out", () => {
    const samples = [{ source, findings: Array.from({ length: 5 }, () => ({})) }];
    expect(formatAgent(reportOf(samples), contextOf(samples, { maxFindings: 2 }))).toContain(
      "\nleft-out 3 findings; to see all: --max-findings all --verbose\n",
    );
  });

  it("begins each line with a word of its own, whatever an article says", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const samples = [hostileSample(text)];
        const lines = formatAgent(reportOf(samples), contextOf(samples)).trimEnd().split("\n");
        for (const line of lines)
          expect(line).toMatch(/^(?:copydesk |posts\/| {2}(?:why|do|also|fix|try): )/);
      }),
      { numRuns: runs(50) },
    );
  });
});
