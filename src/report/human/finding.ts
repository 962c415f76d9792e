import type { Range } from "../../article/range.js";
import type { ReportFile, ReportFinding, ReportRelatedPlace } from "../model.js";
import { relatedGroups } from "../related.js";
import { neutralise } from "../text/neutralise.js";
import { describeEdits } from "./describe-edits.js";
import { type FrameRow, frameRows } from "./frame.js";
import { INDENT, type Page, placeOf, severityColor } from "./page.js";
import { titleLine } from "./title.js";

/** What is the same for all findings of a file, so that they line up. */
export interface Columns {
  /** Columns of the longest `:line:column`. */
  readonly pointWidth: number;
  readonly severityWidth: number;
  readonly gutter: number;
}

/** Adds the lines of one finding: where, what, the text itself, what to do. */
export function addFinding(
  lines: string[],
  page: Page,
  file: Pick<ReportFile, "path">,
  finding: ReportFinding,
  columns: Columns,
): void {
  const { colors } = page;
  const { path } = file;
  lines.push(titleLine(page, { ...finding, path, ...columns }), page.message(spoken(finding)));
  const paint = severityColor(colors, finding.severity);
  addFrame(lines, page, file.path, finding, paint, columns.gutter);
  if (finding.related !== undefined) addRelated(lines, page, file, finding.related, columns.gutter);
  addAdvice(lines, page, file, finding);
}

/** What is wrong and why, as one text. */
function spoken({ message, why }: ReportFinding): string {
  return why === "" ? message : `${message} ${why}`;
}

/** Adds the text that a place covers, with marks below it. */
export function addFrame(
  lines: string[],
  page: Page,
  path: string,
  { start, end }: Pick<ReportFinding, "start" | "end">,
  paint: (text: string) => string,
  gutter: number,
): void {
  const text = page.textOf(path);
  if (text === undefined) return;
  const range: Range = { start: start.offset, end: end.offset };
  for (const row of frameRows(text, range, page.width - INDENT.length - gutter - 3)) {
    lines.push(frameLine(page, row, paint, gutter));
  }
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

function addRelated(
  lines: string[],
  page: Page,
  file: Pick<ReportFile, "path">,
  related: readonly ReportRelatedPlace[],
  gutter: number,
): void {
  for (const group of relatedGroups(related)) {
    const [place] = group.places;
    if (group.framed && place !== undefined) {
      lines.push(
        page.labelled("see", `${placeOf(page, place.path, place)}  ${neutralise(group.message)}`),
      );
      addFrame(lines, page, place.path, place, page.colors.cyan, gutter);
      continue;
    }
    const places = group.places.map(({ path, start }) => {
      const point = `${start.line}:${start.column}`;
      return path === file.path ? point : `${page.pathOf(path)}:${point}`;
    });
    if (group.omitted > 0) places.push(`and ${group.omitted} more`);
    lines.push(page.labelled("see", `${neutralise(group.message)}: ${places.join(", ")}`));
  }
}

function addAdvice(
  lines: string[],
  page: Page,
  file: Pick<ReportFile, "path">,
  finding: ReportFinding,
): void {
  if (finding.help !== "") lines.push(page.oftenLabelled.help(finding.help));
  if (finding.fix !== undefined) {
    const edits = describeEdits(finding.fix.edits, page.textOf(file.path)?.source);
    lines.push(page.labelled("fix", edits));
  }
  for (const { message } of finding.suggestions ?? []) lines.push(page.oftenLabelled.try(message));
}
