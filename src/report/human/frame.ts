import type { LineIndex } from "../../article/lines.js";
import type { Range } from "../../article/range.js";
import { type Window, windowOf } from "./window.js";

/** A row of a code frame. */
export interface FrameRow {
  /** Line number in the gutter; undefined for rows that mark the one above. */
  readonly line: number | undefined;
  readonly kind: "source" | "marks" | "gap";
  readonly text: string;
}

export interface FrameText {
  readonly source: string;
  readonly lines: LineIndex;
}

/** Ranges of more lines than this are shown by their first two and their last. */
const MOST_LINES = 4;

/**
 * The rows that show a range: its lines, with carets under exactly the text it covers. A bracket holds several
 * lines together; carets are added there only where the range does not cover whole lines.
 *
 * @param width columns for the text, gutter not included
 */
export function frameRows(text: FrameText, range: Range, width: number): readonly FrameRow[] {
  const start = text.lines.pointAt(range.start);
  const end = text.lines.pointAt(range.end);
  // A range that takes in the line ending reaches the next line without covering anything of it.
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  if (lastLine === start.line) {
    const window = windowOnLine(text, start.line, range, width);
    return [
      { line: start.line, kind: "source", text: window.text },
      { line: undefined, kind: "marks", text: carets(window) },
    ];
  }
  return bracketRows(text, range, start.line, lastLine, width - 2);
}

function bracketRows(
  text: FrameText,
  range: Range,
  firstLine: number,
  lastLine: number,
  width: number,
): readonly FrameRow[] {
  const rows: FrameRow[] = [];
  for (const line of shownLines(firstLine, lastLine)) {
    if (line === undefined) {
      rows.push({ line: undefined, kind: "gap", text: "" });
      continue;
    }
    const window = windowOnLine(text, line, range, width);
    const bracket = line === firstLine ? "╭" : line === lastLine ? "╰" : "│";
    rows.push({ line, kind: "source", text: `${bracket} ${window.text}`.trimEnd() });
    if (!coversLine(text, line, range)) {
      const tail = line === lastLine ? " " : "│";
      rows.push({ line: undefined, kind: "marks", text: `${tail} ${carets(window)}` });
    }
  }
  return rows;
}

function shownLines(first: number, last: number): readonly (number | undefined)[] {
  const count = last - first + 1;
  if (count > MOST_LINES) return [first, first + 1, undefined, last];
  return Array.from({ length: count }, (_, index) => first + index);
}

/** True when the range covers everything of the line but white space around it. */
function coversLine({ source, lines }: FrameText, line: number, range: Range): boolean {
  const start = lines.startOf(line);
  const end = lines.endOf(line);
  const before = source.slice(start, Math.max(start, range.start));
  const after = source.slice(Math.min(end, range.end), end);
  return before.trim() === "" && after.trim() === "";
}

function windowOnLine(text: FrameText, line: number, mark: Range, width: number): Window {
  const range = { start: text.lines.startOf(line), end: text.lines.endOf(line) };
  return windowOf(text.source, range, mark, width);
}

function carets({ markColumn, markWidth }: Window): string {
  return " ".repeat(markColumn) + "^".repeat(markWidth);
}
