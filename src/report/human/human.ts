import { largest } from "../../article/largest.js";
import type { Format, FormatContext } from "../format.js";
import type { Report } from "../model.js";
import { type FileFindings, ownFindings, selected } from "../order.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { causeBlocks } from "./cause.js";
import { addFinding, type Columns } from "./finding.js";
import { headLines } from "./head.js";
import { heading } from "./heading.js";
import { gutterOf, openPage, type Page, pointOf } from "./page.js";
import { restLines } from "./rest.js";
import { ruleTable } from "./rule-table.js";
import { headline, notCheckedLines, noteLines, totalOf } from "./summary.js";
import { unknownLines } from "./unknown.js";

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
  const isVerbose = context.verbose ?? report.summary.files <= 1;
  const limit = context.maxFindings ?? MOST_FINDINGS;
  const shown = selected(report, report.causes, { limit, infos: isVerbose });
  const blocks = [
    ...causeBlocks(page, shown.causes, true),
    ...shown.files.map((one) => fileBlock(page, one, report)),
    ...causeBlocks(page, shown.causes, false),
  ].map(guardLines);
  const count =
    shown.causes.length + shown.files.reduce((sum, { findings }) => sum + findings.length, 0);
  const areInfosHidden = !isVerbose && report.summary.infos > 0;
  const isLong = blocks.reduce((sum, block) => sum + block.split("\n").length, 0) > SCREEN;
  const parts = [
    topLines(page, report),
    unknownLines(page, report),
    notCheckedLines(page, report),
    ...(count < totalOf(report)
      ? [ruleTable(page, report), restLines(page, report, { shown: count, areInfosHidden })]
      : []),
    isLong ? [headline(page, report)] : [],
  ];
  const [top = "", ...rest] = joined(parts);
  return [top, ...blocks, ...rest].join("\n");
};

/** The totals and the table of rules alone. */
export const formatSummary: Format = (report, context: FormatContext) => {
  const page = openPage(context);
  return joined([
    topLines(page, report),
    unknownLines(page, report),
    notCheckedLines(page, report),
    ruleTable(page, report),
    totalOf(report) === 0
      ? []
      : restLines(page, report, { shown: undefined, areInfosHidden: false }),
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

function fileBlock(
  page: Page,
  { file, findings, omitted }: FileFindings,
  { causes }: Report,
): string {
  const columns: Columns = {
    pointWidth: largest(findings.map(({ start }) => pointOf(start).length)),
    severityWidth: largest(findings.map(({ severity }) => severity.length)),
    gutter: gutterOf(findings),
  };
  const title = neutralise(file.metadata.title ?? "") || page.pathOf(file.path);
  const lines = [heading(page, title, ownFindings(file, causes)), ""];
  for (const finding of findings) {
    addFinding(lines, page, file, finding, columns);
    lines.push("");
  }
  if (omitted > 0) lines.push(page.colors.dim(`… and ${omitted} more in this file`), "");
  return lines.join("\n");
}
