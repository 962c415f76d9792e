import { indexLines } from "../../src/article/lines.js";
import type { Range } from "../../src/article/range.js";
import type { ArticleResult, SuppressedFinding } from "../../src/lint/contract.js";
import { buildReport, type ReportInput } from "../../src/report/build-report.js";
import type { FormatContext } from "../../src/report/format.js";
import type { Report } from "../../src/report/model.js";
import { rulePageUrl } from "../../src/report/rule-page.js";
import type { Finding } from "../../src/rule/finding.js";
import { judge } from "../../src/run/gate.js";
import { factsOf } from "../site/facts.js";

/** An article with what was found in it, made up for tests of reports. */
export interface Sample {
  readonly path?: string;
  readonly source: string;
  readonly title?: string | null | undefined;
  readonly findings?: readonly Partial<Finding>[];
  readonly suppressed?: readonly (Omit<SuppressedFinding, "finding"> & {
    readonly finding: Partial<Finding>;
  })[];
  readonly references?: number;
  /** How many references a template keeps from being judged. */
  readonly unknown?: number;
  /** How many addresses other sites gave no answer for. */
  readonly unanswered?: number;
}

/** The range of the nth occurrence (from 0) of a text. */
export function rangeOf(source: string, text: string, nth = 0): Range {
  let start = -1;
  for (let left = nth; left >= 0; left -= 1) start = source.indexOf(text, start + 1);
  return { start, end: start + text.length };
}

export function finding(members: Partial<Finding>): Finding {
  return {
    rule: "image/alt-missing",
    messageId: "missing",
    severity: "error",
    certainty: "certain",
    message: "Image has no text alternative.",
    why: "",
    help: "Describe it in alt.",
    path: "a.md",
    range: { start: 0, end: 1 },
    related: [],
    fix: undefined,
    suggestions: [],
    ...members,
  };
}

export function resultOf(sample: Sample): ArticleResult {
  const path = sample.path ?? "a.md";
  return {
    facts: factsOf(path, {
      lineStarts: [],
      hasFrontMatter: true,
      metadata: {
        title: sample.title ?? null,
        date: null,
        updated: null,
        authors: [],
        categories: [],
        tags: [],
        words: 0,
      },
    }),
    findings: (sample.findings ?? []).map((members) => finding({ path, ...members })),
    suppressed: (sample.suppressed ?? []).map((entry) => ({
      ...entry,
      finding: finding({ path, ...entry.finding }),
    })),
    unknown: [
      ...unknownOf(path, "template", sample.unknown),
      ...unknownOf(path, "unanswered", sample.unanswered),
    ],
    references: sample.references ?? sample.unknown ?? 0,
  };
}

function unknownOf(path: string, reason: "template" | "unanswered", count = 0) {
  const range = { start: 0, end: 0 };
  return Array.from({ length: count }, () => ({ path, range, url: "{{ url }}", reason }));
}

export function reportOf(samples: readonly Sample[], more: Partial<ReportInput> = {}): Report {
  const { sourceOf } = contextOf(samples);
  const report = buildReport({
    version: "0.1.0",
    run: { startedAt: "2026-01-01T00:00:00.000Z", durationMs: 5, sites: [] },
    results: samples.map(resultOf),
    crashes: [],
    notChecked: [],
    sourceOf,
    linesOf: (path) => {
      const source = sourceOf(path);
      return source === undefined ? undefined : indexLines(source);
    },
    failOnOf: () => "error",
    urlOf: rulePageUrl,
    ...more,
    settings: more.settings ?? [],
  });
  const gated = report.files.map((file) => ({ file, maxWarnings: undefined }));
  return { ...report, gate: judge(gated, report.notChecked.length) };
}

export function contextOf(
  samples: readonly Sample[],
  more: Partial<FormatContext> = {},
): FormatContext {
  const sources = new Map(samples.map(({ path = "a.md", source }) => [path, source]));
  return { color: false, width: 80, sourceOf: (path) => sources.get(path), ...more };
}
