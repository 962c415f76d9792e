import { severityCounts } from "../count.js";
import type { Format, FormatContext } from "../format.js";
import type { Report, ReportFile } from "../model.js";
import { type FileFindings, findingsByFile } from "../order.js";
import { widthOf } from "../text/clusters.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { truncate } from "../text/wrap.js";
import { addFinding, type Columns } from "./finding.js";
import { headLines } from "./head.js";
import { gutterOf, openPage, type Page, pointOf } from "./page.js";
import { restLines } from "./rest.js";
import { ruleTable } from "./rule-table.js";
import { headline, notCheckedLines, noteLines } from "./summary.js";

/** Most findings to show with their text, unless somebody says otherwise. */
const MOST_FINDINGS = 50;
/** After so many lines the totals have left the screen, and are told again. */
const SCREEN = 24;

/**
 * The report for people: what was recognized and the totals, then findings by file, each with the text it stands in. Where
 * some are left out, a table counts all of them by rule and the commands follow that show the rest.
 */
export const formatHuman: Format = (report, context) => {
  const page = openPage(context);
  const { files } = report;
  const isVerbose = context.verbose ?? report.summary.files <= 1;
  const limit = context.maxFindings ?? MOST_FINDINGS;
  const shown = findingsByFile(files, { limit, infos: isVerbose });
  const blocks = shown.map((one) => guardLines(fileBlock(page, one)));
  const count = shown.reduce((sum, { findings }) => sum + findings.length, 0);
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const areInfosHidden = !isVerbose && report.summary.infos > 0;
  const isLong = blocks.reduce((sum, block) => sum + block.split("\n").length, 0) > SCREEN;
  const parts = [
    topLines(page, report),
    notCheckedLines(page, report),
    ...(count < total
      ? [ruleTable(page, files), restLines(page, files, { shown: count, areInfosHidden })]
      : []),
    isLong ? [headline(page, report)] : [],
  ];
  const [top = "", ...rest] = joined(parts);
  return [top, ...blocks, ...rest].join("\n");
};

/** The totals and the table of rules alone. */
export const formatSummary: Format = (report, context: FormatContext) => {
  const page = openPage(context);
  const { files } = report;
  const isClean = files.every(({ findings }) => findings.length === 0);
  return joined([
    topLines(page, report),
    notCheckedLines(page, report),
    ruleTable(page, files),
    isClean ? [] : restLines(page, files, { shown: undefined, areInfosHidden: false }),
  ]).join("\n");
};

/** Parts that have lines, as text. */
function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => guardLines(`${lines.join("\n")}\n`));
}

function topLines(page: Page, report: Report): readonly string[] {
  return [...headLines(page, report), headline(page, report), ...noteLines(page, report)];
}

function fileBlock(page: Page, { file, findings, omitted }: FileFindings): string {
  let point = 0;
  let severity = 0;
  for (const finding of findings) {
    point = Math.max(point, pointOf(finding.start).length);
    severity = Math.max(severity, finding.severity.length);
  }
  const columns: Columns = {
    path: page.pathOf(file.path),
    point,
    severity,
    gutter: gutterOf(findings),
  };
  const lines = [heading(page, file), ""];
  for (const finding of findings) {
    addFinding(lines, page, file, finding, columns);
    lines.push("");
  }
  if (omitted > 0) lines.push(page.colors.dim(`… and ${omitted} more in this file`), "");
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
