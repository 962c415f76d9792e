import { describe, expect, it } from "vitest";
import { formatConcise } from "../../src/report/concise.js";
import { contextOf, reportOf, type Sample } from "./sample.js";

const SITE: readonly Sample[] = [
  { path: "a.md", source: "x", findings: [{ severity: "info", rule: "seo/b", message: "Hm." }] },
  {
    path: "深い/b.md",
    source: "x\ny",
    findings: [
      { severity: "warning", rule: "text/a", message: "Odd\n::error::x" },
      { range: { start: 2, end: 3 }, message: "No alt text." },
    ],
  },
];

describe("formatConcise", () => {
  it("prints one line for each finding, errors first, and one for the totals", () => {
    expect(
      formatConcise(reportOf(SITE), contextOf(SITE)),
    ).toBe(`深い/b.md:2:1 error image/alt-missing No alt text.
深い/b.md:1:1 warning text/a Odd ::error::x
a.md:1:1 info seo/b Hm.
✖ 1 error, 1 warning, 1 info in 2 of 2 files
`);
  });

  it("has no limit of its own", () => {
    const findings = Array.from({ length: 200 }, (_, at) => ({ message: `${at}.` }));
    const report = reportOf([{ source: "x", findings }]);
    expect(formatConcise(report, contextOf([])).split("\n").length).toBe(202);
    expect(formatConcise(report, contextOf([], { maxFindings: 7 })).split("\n").length).toBe(9);
  });

  it("says what went unchecked, and that nothing was found", () => {
    const report = reportOf([{ source: "x" }], {
      notChecked: [{ path: "b.md", reason: "permission\ndenied" }],
    });
    expect(formatConcise(report, contextOf([]))).toBe(
      "b.md not checked: permission denied\n✖ No problems in 1 file, but not everything was checked\n",
    );
    expect(formatConcise(reportOf([]), contextOf([]))).toBe("No files to check\n");
  });
});
