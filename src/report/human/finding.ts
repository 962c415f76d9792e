import type { Range } from "../../article/range.js";
import type { ReportFile, ReportFinding } from "../model.js";
import { relatedGroups } from "../related.js";
import { widthOf } from "../text/clusters.js";
import { neutralise } from "../text/neutralise.js";
import { describeEdits } from "./describe-edits.js";
import { type FrameRow, frameRows } from "./frame.js";
import { INDENT, LABEL_WIDTH, type Page, placeOf, severityColor } from "./page.js";

const LINKABLE = /^https?:\/\/[!-~]+$/;

/** Columns that are the same for all findings of a file, so that they line up. */
export interface Columns {
  readonly place: number;
  readonly severity: number;
  readonly gutter: number;
}

/** The lines of one finding: where, what, the text itself, what to do. */
export function findingLines(
  page: Page,
  file: ReportFile,
  finding: ReportFinding,
  columns: Columns,
): readonly string[] {
  const { colors } = page;
  return [
    header(page, file, finding, columns),
    ...page.message(finding.message).map((line) => INDENT + colors.bold(line)),
    ...frame(page, file.path, finding, severityColor(colors, finding.severity), columns.gutter),
    ...related(page, file, finding, columns.gutter),
    ...advice(page, file, finding),
  ];
}

function header(page: Page, file: ReportFile, finding: ReportFinding, columns: Columns): string {
  const { colors } = page;
  const place = placeOf(page, file.path, finding);
  const { severity, certainty } = finding;
  const rule = linked(page, neutralise(finding.rule), finding.url);
  return [
    colors.cyan(place) + " ".repeat(columns.place - widthOf(place)),
    severityColor(colors, severity)(severity) + " ".repeat(columns.severity - severity.length),
    colors.dim(certainty === "certain" ? rule : `${rule} (${certainty})`),
  ].join("  ");
}

/** An OSC 8 hyperlink, for terminals that have them. */
function linked(page: Page, text: string, url: string | undefined): string {
  if (!page.hyperlinks || url === undefined || !LINKABLE.test(url)) return text;
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function frame(
  page: Page,
  path: string,
  { start, end }: Pick<ReportFinding, "start" | "end">,
  paint: (text: string) => string,
  gutter: number,
): readonly string[] {
  const text = page.textOf(path);
  if (text === undefined) return [];
  const range: Range = { start: start.offset, end: end.offset };
  const rows = frameRows(text, range, page.width - INDENT.length - gutter - 3);
  return rows.map((row) => frameLine(page, row, paint, gutter));
}

function frameLine(
  { colors }: Page,
  row: FrameRow,
  paint: (text: string) => string,
  gutter: number,
): string {
  const number = row.kind === "gap" ? "⋮" : (row.line ?? "").toString();
  const left = INDENT + colors.dim(`${number.padStart(gutter)} │`);
  if (row.text === "") return left;
  return `${left} ${row.kind === "marks" ? paint(row.text) : row.text}`;
}

function related(
  page: Page,
  file: ReportFile,
  finding: ReportFinding,
  gutter: number,
): readonly string[] {
  const { colors } = page;
  return relatedGroups(finding.related ?? []).flatMap((group) => {
    const message = neutralise(group.message);
    const [place] = group.places;
    if (group.framed && place !== undefined) {
      const text = `${placeOf(page, place.path, place)}  ${message}`;
      return [
        ...labelled(page, "see", text),
        ...frame(page, place.path, place, colors.cyan, gutter),
      ];
    }
    const places = group.places.map(({ path, start }) => {
      const point = `${start.line}:${start.column}`;
      return path === file.path ? point : `${page.pathOf(path)}:${point}`;
    });
    if (group.omitted > 0) places.push(`and ${group.omitted} more`);
    return labelled(page, "see", `${message}: ${places.join(", ")}`);
  });
}

function advice(page: Page, file: ReportFile, finding: ReportFinding): readonly string[] {
  const source = page.textOf(file.path)?.source;
  const lines: string[] = [];
  if (finding.help !== "") lines.push(...labelled(page, "help", finding.help));
  if (finding.fix !== undefined) {
    lines.push(...labelled(page, "fix", describeEdits(finding.fix.edits, source)));
  }
  for (const { message } of finding.suggestions ?? []) {
    lines.push(...labelled(page, "try", message));
  }
  return lines;
}

/** A label and a text, made safe, that hangs beside it. */
function labelled(page: Page, label: string, text: string): readonly string[] {
  return page.beside(text).map((line, index) => {
    const start = index === 0 ? label : "";
    return INDENT + page.colors.green(start) + " ".repeat(LABEL_WIDTH - start.length) + line;
  });
}
