import type { Severity } from "../rule/finding.js";
import type { ReportFile, ReportFinding } from "./model.js";

const WEIGHT: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Whether a finding fails the run: it is grave enough for its file, and copydesk is sure of it. */
export function fails(
  { severity, certainty }: Pick<ReportFinding, "severity" | "certainty">,
  { failOn }: Pick<ReportFile, "failOn">,
): boolean {
  return certainty !== "unknown" && WEIGHT[severity] >= WEIGHT[failOn];
}
