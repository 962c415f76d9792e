import { clusterEnds, clusterWidth, columnsOfSimple } from "./clusters.js";
import { CI_COMMAND, escapeCharacter, hasControls, showControls } from "./neutralise.js";

/** A stretch of one line, cut into user-perceived characters as they are printed. */
export interface Cells {
  readonly length: number;
  /** Columns before a cell; of `length`, columns of the stretch. */
  columnOf(index: number): number;
  /** The first cell that reaches beyond an offset. */
  reaching(offset: number): number;
  /** The first cell that begins at or after an offset. */
  beginningFrom(offset: number): number;
  /** What is printed: itself, spaces for a tab, `\u{…}` for what cannot be seen or must not be sent. */
  textOf(first: number, afterLast: number): string;
}

const TAB_WIDTH = 4;

/**
 * Cuts a stretch of one line into cells, where each UTF-16 unit of it is one and printed as it is: nearly always.
 *
 * @param text a stretch of the source without line endings
 * @param offset where it begins in the source
 */
export function simpleCells(text: string, offset: number): Cells | undefined {
  const columnOf = text.includes("##") ? undefined : columnsOfSimple(text);
  if (columnOf === undefined) return undefined;
  const at = (place: number) => Math.max(0, Math.min(place - offset, text.length));
  return {
    length: text.length,
    columnOf,
    reaching: at,
    beginningFrom: at,
    textOf: (first, afterLast) => text.slice(first, afterLast),
  };
}

/** Cuts any stretch of one line into cells. */
export function segmentedCells(text: string, offset: number): Cells {
  const ends = clusterEnds(text) ?? Array.from(text, (_, index) => index + 1);
  const broken = new Set([...text.matchAll(CI_COMMAND)].map((match) => match.index + 1));
  const harmless = !hasControls(text);
  const shown: string[] = [];
  const columns = [0];
  let column = 0;
  let start = 0;
  for (const end of ends) {
    const segment = text.slice(start, end);
    const width = clusterWidth(text, start, end);
    const cell = broken.has(start)
      ? escapeCharacter(segment)
      : shownAs(segment, width, column, harmless);
    shown.push(cell);
    // Spaces and escapes: a column for each character.
    column += cell === segment ? width : cell.length;
    columns.push(column);
    start = end;
  }
  const startOf = (index: number): number => (index === 0 ? 0 : (ends[index - 1] ?? 0)) + offset;
  return {
    length: shown.length,
    columnOf: (index) => columns[index] ?? column,
    reaching(place) {
      let index = 0;
      while (index < shown.length && startOf(index + 1) <= place) index += 1;
      return index;
    },
    beginningFrom(place) {
      let index = 0;
      while (index < shown.length && startOf(index) < place) index += 1;
      return index;
    },
    textOf: (first, afterLast) => shown.slice(first, afterLast).join(""),
  };
}

function shownAs(segment: string, width: number, column: number, harmless: boolean): string {
  if (segment === "\t") return " ".repeat(TAB_WIDTH - (column % TAB_WIDTH));
  const safe = harmless ? segment : showControls(segment);
  if (safe !== segment) return safe;
  return width > 0 ? segment : [...segment].map(escapeCharacter).join("");
}
