import { describe, expect, it } from "vitest";
import { finding, rangeOf, reportOf } from "./sample.js";

describe("buildReport", () => {
  it("sorts files by path, and findings by start and then rule", () => {
    const source = "one two three";
    const report = reportOf([
      {
        path: "b.md",
        source,
        findings: [
          { rule: "text/b", range: rangeOf(source, "two") },
          { rule: "text/a", range: rangeOf(source, "two") },
          { rule: "text/z", range: rangeOf(source, "one") },
        ],
      },
      { path: "B.md", source },
      { path: "a.md", source },
    ]);
    expect(report.files.map((file) => file.path)).toEqual(["B.md", "a.md", "b.md"]);
    expect(report.files[2]?.findings.map(({ rule }) => rule)).toEqual([
      "text/z",
      "text/a",
      "text/b",
    ]);
  });

  it("gives the same report whatever order results and findings come in", () => {
    const source = "one two one";
    const findings = [
      { range: rangeOf(source, "one") },
      { range: rangeOf(source, "one", 1) },
      { range: rangeOf(source, "two"), message: "b" },
      { range: rangeOf(source, "two"), message: "a" },
    ];
    const samples = [
      { path: "a.md", source, findings },
      { path: "b.md", source },
    ];
    const reversed = [
      { path: "b.md", source },
      { path: "a.md", source, findings: findings.toReversed() },
    ];
    expect(reportOf(reversed)).toEqual(reportOf(samples));
  });

  it("turns offsets into lines and columns, end exclusive", () => {
    const source = "---\r\n谈判👍 text\r\n";
    const report = reportOf([{ source, findings: [{ range: rangeOf(source, "text") }] }]);
    expect(report.files[0]?.findings[0]).toMatchObject({
      start: { line: 2, column: 6, offset: 10 },
      end: { line: 2, column: 10, offset: 14 },
    });
  });

  it("leaves out optional members that are empty", () => {
    const report = reportOf([{ source: "x", findings: [{ fix: [] }] }], {
      urlOf: () => undefined,
    });
    const file = report.files[0];
    expect(Object.keys(file ?? {})).not.toContain("suppressed");
    for (const member of ["url", "related", "fix", "suggestions"]) {
      expect(file?.findings[0]).not.toHaveProperty(member);
    }
  });

  it("counts by severity and rule, and what can be fixed safely", () => {
    const edits = [{ start: 0, end: 1, text: "" }];
    const { summary } = reportOf([
      {
        path: "a.md",
        source: "text",
        unknown: 2,
        findings: [
          { rule: "z/z", severity: "warning", fix: edits },
          { rule: "a/a", severity: "info", suggestions: [{ message: "Delete", edits }] },
        ],
        suppressed: [
          { finding: {}, directive: { start: 0, end: 1 }, reason: undefined },
          { finding: {}, directive: { start: 0, end: 1 }, reason: "why" },
        ],
      },
      { path: "b.md", source: "text", unknown: 1, findings: [{ rule: "z/z" }] },
    ]);
    expect(summary).toEqual({
      files: 2,
      errors: 1,
      warnings: 1,
      infos: 1,
      places: 3,
      suppressed: 2,
      known: 0,
      fixable: 1,
      references: 3,
      unknown: { template: 3 },
      byRule: {
        "a/a": { errors: 0, warnings: 0, infos: 1 },
        "z/z": { errors: 1, warnings: 1, infos: 0 },
      },
      byFamily: {
        a: { errors: 0, warnings: 0, infos: 1 },
        z: { errors: 1, warnings: 1, infos: 0 },
      },
    });
    expect(Object.keys(summary.byRule)).toEqual(["a/a", "z/z"]);
  });

  it("keeps suppressed findings with the directive and its reason", () => {
    const source = "<!-- directive -->\n<img>\n";
    const [file] = reportOf([
      {
        source,
        suppressed: [
          {
            finding: { range: rangeOf(source, "<img>") },
            directive: rangeOf(source, "<!-- directive -->"),
            reason: "decoration",
          },
        ],
      },
    ]).files;
    expect(file?.findings).toEqual([]);
    expect(file?.suppressed).toMatchObject([
      {
        start: { line: 2, column: 1 },
        directive: { start: { line: 1, column: 1 }, end: { line: 1, column: 19 } },
        reason: "decoration",
      },
    ]);
  });

  it("keeps a finding's fingerprint when an equal before it is suppressed", () => {
    const source = "same same";
    const second = finding({ range: rangeOf(source, "same", 1) });
    const first = finding({ range: rangeOf(source, "same") });
    const open = reportOf([{ source, findings: [first, second] }]);
    const silenced = reportOf([
      {
        source,
        findings: [second],
        suppressed: [{ finding: first, directive: { start: 0, end: 1 }, reason: undefined }],
      },
    ]);
    expect(silenced.files[0]?.findings[0]?.fingerprint).toBe(
      open.files[0]?.findings[1]?.fingerprint,
    );
  });

  it("places related findings in other articles, and leaves out places without a text", () => {
    const report = reportOf([
      {
        path: "a.md",
        source: "copy",
        findings: [
          {
            related: [
              { path: "b.md", range: { start: 2, end: 6 }, message: "first" },
              { path: "gone.md", range: { start: 0, end: 1 }, message: "gone" },
              { range: { start: 0, end: 4 }, message: "here" },
            ],
          },
        ],
      },
      { path: "b.md", source: "\n\ncopy" },
    ]);
    expect(report.files[0]?.findings[0]?.related).toMatchObject([
      { path: "b.md", start: { line: 3, column: 1 }, message: "first" },
      { path: "a.md", start: { line: 1, column: 1 }, message: "here" },
    ]);
  });

  it("lists crashed rules with the files nobody could read", () => {
    const report = reportOf([], {
      crashes: [{ rule: "text/a", path: "b.md", reason: "boom" }],
      notChecked: [{ path: "a.md", reason: "permission denied" }],
    });
    expect(report.notChecked).toEqual([
      { path: "a.md", reason: "permission denied" },
      { path: "b.md", reason: "The rule text/a crashed: boom" },
    ]);
  });

  it("lists an article whose text is gone as not checked, and keeps the rest", () => {
    const report = reportOf(
      [
        { path: "a.md", source: "x", findings: [{}], unknown: 1 },
        { path: "b.md", source: "x" },
      ],
      { sourceOf: () => undefined },
    );
    expect(report.files.map((file) => file.path)).toEqual(["b.md"]);
    expect(report.notChecked).toEqual([
      {
        path: "a.md",
        reason: "The file was deleted during the run, so its findings have no text.",
      },
    ]);
    expect(report.summary).toMatchObject({ files: 1, errors: 0, unknown: {} });
  });
});
