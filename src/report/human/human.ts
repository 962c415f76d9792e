import { severityCounts } from "../count.js";
import type { Format } from "../format.js";
import type { ReportFile } from "../model.js";
import { widthOf } from "../text/clusters.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { truncate } from "../text/wrap.js";
import { addFinding, type Columns } from "./finding.js";
import { gutterOf, openPage, type Page, pointOf } from "./page.js";
import { notCheckedLines, summaryLines } from "./summary.js";
import { unknownLines } from "./unknown.js";

/** The report for people: findings by file, each with the text it stands in, and a summary. */
export const formatHuman: Format = (report, context) => {
  const page = openPage(context);
  const blocks: string[] = [];
  for (const file of report.files) {
    if (file.findings.length > 0) blocks.push(guardLines(fileBlock(page, file)));
  }
  const rest = [
    ...unknownLines(page, report),
    ...notCheckedLines(page, report),
    ...summaryLines(page, report),
    "",
  ];
  return [...blocks, guardLines(rest.join("\n"))].join("\n");
};

function fileBlock(page: Page, file: ReportFile): string {
  let point = 0;
  let severity = 0;
  for (const finding of file.findings) {
    point = Math.max(point, pointOf(finding.start).length);
    severity = Math.max(severity, finding.severity.length);
  }
  const columns: Columns = {
    path: page.pathOf(file.path),
    point,
    severity,
    gutter: gutterOf(file),
  };
  const lines = [heading(page, file), ""];
  for (const finding of file.findings) {
    addFinding(lines, page, file, finding, columns);
    lines.push("");
  }
  return lines.join("\n");
}

/** The article as its writer knows it, by title, between what it is called on disk and its counts. */
function heading(page: Page, file: ReportFile): string {
  const { colors, width } = page;
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity } of file.findings) {
    counts[`${severity}s`] += 1;
  }
  const right = severityCounts(counts).join(", ");
  const left = truncate(
    neutralise(file.metadata.title ?? "") || page.pathOf(file.path),
    width - right.length - 8,
  );
  const rule = "─".repeat(Math.max(0, width - widthOf(left) - right.length - 6));
  return `${colors.dim("─")} ${colors.bold(left)} ${colors.dim(rule)} ${right} ${colors.dim("─")}`;
}
