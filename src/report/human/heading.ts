import { severityCounts } from "../count.js";
import type { ReportFinding } from "../model.js";
import { widthOf } from "../text/clusters.js";
import { truncate } from "../text/wrap.js";
import type { Page } from "./page.js";

/** A line across the page: a safe title, and how many findings follow it. */
export function heading(
  { colors, width }: Page,
  title: string,
  findings: readonly Pick<ReportFinding, "severity">[],
): string {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity } of findings) counts[`${severity}s`] += 1;
  const right = severityCounts(counts).join(", ");
  const left = truncate(title, width - right.length - 8);
  const rule = "─".repeat(Math.max(0, width - widthOf(left) - right.length - 6));
  return `${colors.dim("─")} ${colors.bold(left)} ${colors.dim(rule)} ${right} ${colors.dim("─")}`;
}
