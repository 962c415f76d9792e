import { severityCounts } from "../count.js";
import type { Format } from "../format.js";
import type { ReportFile } from "../model.js";
import { widthOf } from "../text/clusters.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { truncate } from "../text/wrap.js";
import { type Columns, findingLines } from "./finding.js";
import { gutterOf, openPage, type Page, placeOf } from "./page.js";
import { notCheckedLines, summaryLines } from "./summary.js";

/** The report for people: findings by file, each with the text it stands in, and a summary. */
export const formatHuman: Format = (report, context) => {
  const page = openPage(context);
  const files = report.files
    .filter((file) => file.findings.length > 0)
    .map((file) => fileLines(page, file).join("\n"));
  const lines = [...files, ...notCheckedLines(page, report), ...summaryLines(page, report)];
  return guardLines(`${lines.join("\n")}\n`);
};

function fileLines(page: Page, file: ReportFile): readonly string[] {
  const columns: Columns = {
    place: most(file.findings.map((finding) => widthOf(placeOf(page, file.path, finding)))),
    severity: most(file.findings.map((finding) => finding.severity.length)),
    gutter: gutterOf(file),
  };
  const lines = [...heading(page, file), ""];
  for (const finding of file.findings) {
    lines.push(...findingLines(page, file, finding, columns), "");
  }
  return lines;
}

/** The article as its writer knows it, by title, between what it is called on disk and its counts. */
function heading(page: Page, file: ReportFile): readonly string[] {
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
  return [
    `${colors.dim("─")} ${colors.bold(left)} ${colors.dim(rule)} ${right} ${colors.dim("─")}`,
  ];
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, number) => Math.max(largest, number), 0);
}
