import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { formatGitlab } from "../../../src/report/platforms/gitlab.js";
import { formatRdjson } from "../../../src/report/platforms/rdjson.js";
import { runs } from "../../runs.js";
import { contextOf, rangeOf, reportOf, type Sample } from "../sample.js";
import { hostileSample, hostileText } from "./hostile.js";

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const gitlabSchema = z.array(
  z.object({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
    severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
    location: z.object({ path: z.string(), lines: z.object({ begin: z.int().min(1) }) }),
  }),
);

const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1).optional() });
const range = z.strictObject({ start: position, end: position });
const location = z.strictObject({ path: z.string(), range: range.optional() });

/** https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto */
const rdjsonSchema = z.strictObject({
  source: z.strictObject({ name: z.string(), url: z.url() }),
  diagnostics: z.array(
    z.strictObject({
      message: z.string().min(1),
      location,
      severity: z.enum(["ERROR", "WARNING", "INFO"]),
      code: z.strictObject({ value: z.string(), url: z.url().optional() }),
      suggestions: z.array(z.strictObject({ range, text: z.string() })).optional(),
      related_locations: z.array(z.strictObject({ message: z.string(), location })).optional(),
    }),
  ),
});

function gitlab(samples: readonly Sample[], notChecked: readonly string[] = []) {
  const report = reportOf(samples, {
    notChecked: notChecked.map((path) => ({ path, reason: "permission denied" })),
  });
  return gitlabSchema.parse(JSON.parse(formatGitlab(report, contextOf(samples))));
}

function rdjson(samples: readonly Sample[]) {
  return rdjsonSchema.parse(JSON.parse(formatRdjson(reportOf(samples), contextOf(samples))));
}

const source = "eins 谈😀 zwei\ndrei\n";

describe("formatGitlab", () => {
  it("names severities as GitLab does, the gravest first", () => {
    const issues = gitlab(
      [{ source, findings: [{ severity: "info" }, { severity: "warning" }, {}] }],
      ["x.md"],
    );
    expect(issues.map(({ severity }) => severity)).toEqual(["critical", "major", "minor", "info"]);
  });

  it("gives equal findings of different files different fingerprints, which lines do not change", () => {
    const one = { path: "a.md", source, findings: [{ range: rangeOf(source, "drei") }] };
    const [a, b] = gitlab([one, { ...one, path: "b.md" }]);
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
    const moved = `\n\n${source}`;
    const [later] = gitlab([
      { path: "a.md", source: moved, findings: [{ range: rangeOf(moved, "drei") }] },
    ]);
    expect(later?.fingerprint).toBe(a?.fingerprint);
    expect(later?.location.lines.begin).toBe(4);
  });
});

describe("formatRdjson", () => {
  it("counts columns in bytes of UTF-8", () => {
    const [found] = rdjson([
      { source, findings: [{ range: rangeOf(source, "zwei") }] },
    ]).diagnostics;
    expect(found?.location.range).toEqual({
      start: { line: 1, column: 14 },
      end: { line: 1, column: 18 },
    });
  });

  it("makes one suggestion of the edits of a fix", () => {
    const edits = [
      { ...rangeOf(source, "eins"), text: "1" },
      { ...rangeOf(source, "zwei"), text: "2" },
    ];
    const [found] = rdjson([{ source, findings: [{ fix: edits }] }]).diagnostics;
    expect(found?.suggestions).toEqual([
      {
        range: { start: { line: 1, column: 1 }, end: { line: 1, column: 18 } },
        text: "1 谈😀 2",
      },
    ]);
  });

  it("leaves out a suggestion that nobody could read in a comment", () => {
    const long = `${"a".repeat(3000)} b`;
    const edits = [
      { start: 0, end: 1, text: "x" },
      { start: 3001, end: 3002, text: "y" },
    ];
    const [found] = rdjson([{ source: long, findings: [{ fix: edits }] }]).diagnostics;
    expect(found?.suggestions).toBeUndefined();
  });
});

describe("reports for reviews", () => {
  it("stay what their platforms read, whatever an article says", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(gitlab([hostileSample(text)])).toHaveLength(2);
        expect(rdjson([hostileSample(text)]).diagnostics).toHaveLength(2);
      }),
      { numRuns: runs(50) },
    );
  });
});
