import type { ConfigFlags } from "../config/resolve/flags.js";
import { fails } from "../report/fails.js";
import type { ReportFile, ReportGate, UngatedReport } from "../report/model.js";
import type { ReadArticle } from "./read.js";

/** What the gate needs to know of one checked file. */
export interface GatedFile {
  readonly file: ReportFile;
  /** Warnings allowed, and which files they are counted over. */
  readonly maxWarnings: { readonly group: string; readonly limit: number } | undefined;
}

/** Judges a run. Findings whose certainty is `unknown` fail nothing. */
export function judge(files: readonly GatedFile[], unchecked: number): ReportGate {
  const byRule = failingRules(files);
  const failing = Object.values(byRule).reduce((sum, count) => sum + count, 0);
  const counts = { failing, byRule };
  if (unchecked > 0) return { passed: false, verdict: "unchecked", exitCode: 3, ...counts };
  if (failing > 0) return { passed: false, verdict: "findings", exitCode: 1, ...counts };
  const warnings = excessOf(files);
  return warnings === undefined
    ? { passed: true, verdict: "passed", exitCode: 0, ...counts }
    : { passed: false, verdict: "too-many-warnings", exitCode: 1, ...counts, warnings };
}

function failingRules(files: readonly GatedFile[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of files) {
    for (const finding of file.findings)
      if (fails(finding, file)) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first group of files with more warnings than are allowed. */
function excessOf(files: readonly GatedFile[]): ReportGate["warnings"] {
  const warnings = new Map<string, number>();
  for (const { file, maxWarnings } of files) {
    if (maxWarnings === undefined) continue;
    const found = file.findings.filter(
      ({ severity, certainty }) => severity === "warning" && certainty !== "unknown",
    );
    const count = (warnings.get(maxWarnings.group) ?? 0) + found.length;
    warnings.set(maxWarnings.group, count);
  }
  for (const { maxWarnings } of files) {
    const count = maxWarnings === undefined ? 0 : (warnings.get(maxWarnings.group) ?? 0);
    if (maxWarnings !== undefined && count > maxWarnings.limit)
      return { count, limit: maxWarnings.limit };
  }
  return undefined;
}

/**
 * Judges a report by the configs of its articles, and by the flags over them. Files that are no articles are judged
 * by the config of the first article.
 *
 * @param articles the articles that were read, by their path in the report
 */
export function gate(
  { files, notChecked }: UngatedReport,
  articles: ReadonlyMap<string, ReadArticle>,
  { maxWarnings }: ConfigFlags,
): ReportGate {
  const [first] = articles.values();
  const gated = files.map((file): GatedFile => {
    const config = (articles.get(file.path) ?? first)?.found.config;
    const limit = maxWarnings ?? config?.maxWarnings;
    const group = maxWarnings === undefined ? (config?.file ?? "") : "";
    return { file, maxWarnings: limit === undefined ? undefined : { group, limit } };
  });
  return judge(gated, notChecked.length);
}
