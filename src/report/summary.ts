import type { Severity } from "../rule/finding.js";
import type { Report, ReportFile, ReportSummary } from "./model.js";

const COUNTER: Readonly<Record<Severity, "errors" | "warnings" | "infos">> = {
  error: "errors",
  warning: "warnings",
  info: "infos",
};

/** Counts the findings of a report's files; references are counted before. */
export function summarise(
  files: readonly ReportFile[],
  { references, unknown }: Pick<ReportSummary, "references" | "unknown">,
): ReportSummary {
  const summary: ReportSummary = {
    files: files.length,
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    fixable: 0,
    references,
    unknown,
    byRule: {},
  };
  const byRule = new Map<string, { errors: number; warnings: number; infos: number }>();
  for (const file of files) {
    summary.suppressed += file.suppressed?.length ?? 0;
    for (const { rule, severity, fix } of file.findings) {
      const counter = COUNTER[severity];
      summary[counter] += 1;
      if (fix !== undefined) summary.fixable += 1;
      const counts = byRule.get(rule) ?? { errors: 0, warnings: 0, infos: 0 };
      counts[counter] += 1;
      byRule.set(rule, counts);
    }
  }
  const sorted = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...summary, byRule: Object.fromEntries(sorted) };
}

/** The same report with nothing but errors (`--quiet`). Fingerprints stay as they were. */
export function errorsOnly(report: Report): Report {
  const files = report.files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => finding.severity === "error"),
  }));
  return { ...report, files, summary: summarise(files, report.summary) };
}
