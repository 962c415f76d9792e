import type { Severity } from "../rule/finding.js";
import type { Report, ReportCause, ReportFile, ReportSummary } from "./model.js";

const COUNTER: Readonly<Record<Severity, "errors" | "warnings" | "infos">> = {
  error: "errors",
  warning: "warnings",
  info: "infos",
};

/** What a report's summary is counted from. */
export interface Countable {
  readonly files: readonly ReportFile[];
  readonly causes: readonly ReportCause[];
  readonly references: number;
  readonly unknown: ReportSummary["unknown"];
  /** The rules that ran; those that found nothing are counted as zero. */
  readonly rules: Iterable<string>;
}

/** Counts the findings of a report's files; those of one cause count once. */
export function summarise({ files, causes, references, unknown, rules }: Countable): ReportSummary {
  const summary: ReportSummary = {
    files: files.length,
    errors: 0,
    warnings: 0,
    infos: 0,
    places: 0,
    suppressed: 0,
    known: 0,
    fixable: 0,
    references,
    unknown,
    byRule: {},
    byFamily: {},
  };
  const byRule = new Map<string, SeverityCounts>();
  for (const rule of rules) byRule.set(rule, { errors: 0, warnings: 0, infos: 0 });
  const count = (rule: string, severity: Severity): void => {
    const counter = COUNTER[severity];
    summary[counter] += 1;
    const counts = byRule.get(rule) ?? { errors: 0, warnings: 0, infos: 0 };
    counts[counter] += 1;
    byRule.set(rule, counts);
  };
  for (const file of files) {
    summary.suppressed += file.suppressed?.length ?? 0;
    summary.known += file.known?.length ?? 0;
    summary.places += file.findings.length;
    for (const { rule, severity, fix, cause } of file.findings) {
      if (fix !== undefined) summary.fixable += 1;
      if (cause === undefined) count(rule, severity);
    }
  }
  for (const { rule, severity } of causes) count(rule, severity);
  const sorted = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...summary, byRule: Object.fromEntries(sorted), byFamily: familiesOf(sorted) };
}

interface SeverityCounts {
  errors: number;
  warnings: number;
  infos: number;
}

/** The counts of the rules of each family: what stands before the slash. */
function familiesOf(
  byRule: readonly (readonly [string, SeverityCounts])[],
): Record<string, SeverityCounts> {
  const families: Record<string, SeverityCounts> = {};
  for (const [rule, counts] of byRule) {
    const family = rule.split("/")[0] ?? rule;
    const sum = families[family] ?? { errors: 0, warnings: 0, infos: 0 };
    sum.errors += counts.errors;
    sum.warnings += counts.warnings;
    sum.infos += counts.infos;
    families[family] = sum;
  }
  return families;
}

/** The same report with nothing but errors (`--quiet`). Fingerprints stay as they were. */
export function errorsOnly(report: Report): Report {
  const files = report.files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => finding.severity === "error"),
  }));
  const causes = report.causes.filter(({ severity }) => severity === "error");
  const { references, unknown, byRule } = report.summary;
  const rules = Object.keys(byRule);
  const summary = summarise({ files, causes, references, unknown, rules });
  return { ...report, files, causes, summary };
}
