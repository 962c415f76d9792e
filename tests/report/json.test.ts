import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/report/formats.js";
import { formatJson, formatNdjson, formatPrettyJson } from "../../src/report/json.js";
import { reportJsonSchema } from "../../src/report/json-schema.js";
import { reportSchema } from "../../src/report/model.js";
import { safeJson, safeJsonParts } from "../../src/report/safe-json.js";
import type { Finding } from "../../src/rule/finding.js";
import { runs } from "../runs.js";
import { contextOf, reportOf, type Sample } from "./sample.js";

const validate = new Ajv2020({ strict: true, formats: { "date-time": true } }).compile(
  reportJsonSchema(),
);

const text = fc.string({ unit: "binary" });
const offset = fc.nat({ max: 40 });
const range = fc.record({ start: offset, end: offset }).map(({ start, end }) => ({
  start: Math.min(start, end),
  end: Math.max(start, end),
}));
const edits = fc.array(
  range.chain((place) => text.map((replacement) => ({ ...place, text: replacement }))),
  { minLength: 1, maxLength: 2 },
);
const someFinding: fc.Arbitrary<Partial<Finding>> = fc.record({
  severity: fc.constantFrom("error", "warning", "info"),
  certainty: fc.constantFrom("certain", "likely", "unknown"),
  message: text,
  help: text,
  range,
  related: fc.array(fc.record({ range, message: text }), { maxLength: 2 }),
  fix: fc.option(edits, { nil: undefined }),
  suggestions: fc.array(fc.record({ message: text, edits }), { maxLength: 2 }),
});
const sample: fc.Arbitrary<Sample> = fc.record({
  path: text,
  source: text,
  title: fc.option(text, { nil: null }),
  findings: fc.array(someFinding, { maxLength: 3 }),
  suppressed: fc.array(
    fc.record({
      finding: someFinding,
      directive: range,
      reason: fc.option(text, { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  unknown: fc.nat({ max: 9 }),
});
const samples = fc.uniqueArray(sample, { maxLength: 3, selector: ({ path }) => path });

describe("formatJson", () => {
  it("writes reports that the published JSON Schema accepts and that read back unchanged", () => {
    fc.assert(
      fc.property(samples, (articles) => {
        const report = reportOf(articles);
        const read = JSON.parse(formatJson(report, contextOf(articles)));
        validate(read);
        expect(validate.errors ?? []).toEqual([]);
        expect(read).toEqual(report);
        expect(reportSchema.parse(read)).toEqual(report);
      }),
      { numRuns: runs(60) },
    );
  });

  it("sends no terminal controls and no build server commands", () => {
    const hostile = "\u001b[31m \u009b2J \u202e ##[error]x ##vso[task] \n::error::x \u2028";
    const report = reportOf([{ source: "x", title: hostile, findings: [{ message: hostile }] }]);
    const json = formatJson(report, contextOf([]));
    expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}]/u);
    expect(json).not.toMatch(/##[a-z]*\[|^\s*::/im);
    expect(JSON.parse(json).files[0].metadata.title).toBe(hostile);
  });

  it("is in parts what it is at once, so that a large report is never one text", async () => {
    const report = reportOf([
      { source: "x", findings: [{}, {}] },
      { source: "y", findings: [] },
    ]);
    const parts = [...(await formats.json.loadParts())(report)];
    expect(parts.join("")).toBe(safeJson(report));
    expect(parts.length).toBeGreaterThan(report.files.length);
    const lines = [...(await formats.ndjson.loadParts())(report)];
    expect(lines.join("")).toBe(formatNdjson(report, contextOf([])));
    expect([...safeJsonParts({ a: [], b: undefined })].join("")).toBe(safeJson({ a: [] }));
    expect([...safeJsonParts({})].join("")).toBe(safeJson({}));
  });

  it("is one line, and as json-pretty the same in many", () => {
    const report = reportOf([{ source: "x", findings: [{}] }]);
    const [line, ...others] = formatJson(report, contextOf([])).split("\n");
    expect(others).toEqual([""]);
    const pretty = formatPrettyJson(report, contextOf([]));
    expect(pretty.split("\n").length).toBeGreaterThan(20);
    expect(JSON.parse(pretty)).toEqual(JSON.parse(line ?? ""));
  });

  it("has a schema that refuses unknown members and other versions", () => {
    const report = reportOf([{ source: "x" }]);
    expect(validate({ ...report, more: 1 })).toBe(false);
    expect(validate({ ...report, version: 2 })).toBe(false);
    expect(validate({ ...report, files: [{ ...report.files[0], findings: [{}] }] })).toBe(false);
  });

  it("describes every member that is not plain by its name", () => {
    expect(reportJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $defs: { Finding: { required: expect.arrayContaining(["rule", "help", "fingerprint"]) } },
    });
  });
});

describe("formatNdjson", () => {
  it("has the run, then each file with its findings after it, and loses nothing", () => {
    fc.assert(
      fc.property(samples, (articles) => {
        const report = reportOf(articles);
        const lines = formatNdjson(report, contextOf(articles)).trimEnd().split("\n");
        const [{ type, ...run }, ...rest] = lines.map((line) => JSON.parse(line));
        expect(type).toBe("run");
        const files: { path: string; findings: unknown[] }[] = [];
        for (const { type: kind, ...entry } of rest) {
          if (kind === "file") {
            expect(entry.findings).toBe(report.files[files.length]?.findings.length);
            files.push({ ...entry, findings: [] });
          } else {
            const { path, ...finding } = entry;
            expect(path).toBe(files.at(-1)?.path);
            files.at(-1)?.findings.push(finding);
          }
        }
        expect({ ...run, files }).toEqual(report);
      }),
      { numRuns: runs(40) },
    );
  });
});
