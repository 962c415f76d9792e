import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { formatStats } from "../../../src/report/human/stats.js";

const stats = {
  totalMs: 2000,
  filesPerSecond: 1.5,
  phases: [
    { name: "read", ms: 200 },
    { name: "body", ms: 1200 },
  ],
  rules: [
    { rule: "text/slow", checkMs: 400, siteMs: 100 },
    { rule: "link/site-only", checkMs: 0, siteMs: 100.04 },
  ],
};

describe("formatStats", () => {
  it("lists phases and rules with their share, the slowest first", () => {
    expect(
      formatStats(stats, { files: 3, color: false }),
    ).toBe(`2.00 s for 3 files, 1.5 files per second

phase       ms    share
body    1200.0   60.0 %
rules    600.0   30.0 %
read     200.0   10.0 %

rule                ms    share   articles    site
text/slow        500.0   25.0 %      400.0   100.0
link/site-only   100.0    5.0 %              100.0

Data that several rules need is computed once; its time counts for the first of them.
`);
  });

  it("says the same in colour", () => {
    const colored = formatStats(stats, { files: 3, color: true });
    expect(colored).not.toBe(stripVTControlCharacters(colored));
    expect(stripVTControlCharacters(colored)).toBe(formatStats(stats, { files: 3, color: false }));
  });

  it("has no share of nothing, and lets no name of a rule steer the terminal", () => {
    const empty = { totalMs: 0, filesPerSecond: 0, phases: [], rules: [] };
    expect(formatStats(empty, { files: 1, color: false })).toMatch(
      /^0 ms for 1 file, .*\n\n.*\nrules +0\.0 +0\.0 %/s,
    );
    const hostile = { ...empty, rules: [{ rule: "x\u001b[2J", checkMs: 1, siteMs: 0 }] };
    expect(formatStats(hostile, { files: 1, color: false })).not.toContain("\u001b");
  });
});
