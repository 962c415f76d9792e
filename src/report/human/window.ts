import type { Range } from "../../article/range.js";
import { type Cell, cellsOf, isSimple } from "../text/cells.js";

/** A line as far as it is shown, and where the marked text stands in it. */
export interface Window {
  /** Safe to print. */
  readonly text: string;
  /** Columns before the mark. */
  readonly markColumn: number;
  /** Columns under the mark, at least 1. */
  readonly markWidth: number;
}

const ELLIPSIS = "…";

/**
 * Shows the part of a line around a mark in at most `width` columns; `…` stands for what was cut off.
 * The time it takes depends on the width, not on the length of the line.
 *
 * @param line the line's range, without its ending
 * @param mark what is marked; where it leaves the line it is clipped
 */
export function windowOf(source: string, line: Range, mark: Range, width: number): Window {
  const marked = {
    start: clamp(mark.start, line.start, line.end),
    end: clamp(mark.end, line.start, line.end),
  };
  const { from, to } = around(source, line, marked.start, width);
  const cells = cellsOf(source.slice(from, to), from);
  // A mark after the last character takes a column of its own.
  const room = marked.start >= line.end ? width - 1 : width;
  const [first, last] = visible(cells, marked, room, from > line.start, to < line.end);

  const cutBefore = from > line.start || first > 0;
  const cutAfter = to < line.end || last < cells.length;
  let text = cutBefore ? ELLIPSIS : "";
  let markColumn = cutBefore ? 1 : 0;
  let markWidth = 0;
  for (const cell of cells.slice(first, last)) {
    text += cell.text;
    if (cell.end <= marked.start) markColumn += cell.width;
    else if (cell.start < marked.end) markWidth += cell.width;
  }
  return {
    text: cutAfter ? text + ELLIPSIS : text,
    markColumn,
    markWidth: Math.max(1, markWidth),
  };
}

/** The stretch of a line that can come into view: most characters take at least a column for each UTF-16 unit. */
function around(source: string, line: Range, mark: number, width: number): Cut {
  const near = cut(source, line, mark, width);
  // Clusters of several units need more of them for the same columns.
  return isSimple(source.slice(near.from, near.to)) ? near : cut(source, line, mark, width * 2);
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

function cut(source: string, line: Range, mark: number, reach: number): Cut {
  return {
    from: wholeCharacter(source, Math.max(line.start, mark - reach), line.start),
    to: wholeCharacter(source, Math.min(line.end, mark + reach), line.end),
  };
}

/** Which cells are shown: `[first, afterLast]`. */
function visible(
  cells: readonly Cell[],
  mark: Range,
  width: number,
  cutBefore: boolean,
  cutAfter: boolean,
): readonly [number, number] {
  const total = widthOfAll(cells);
  if (!cutBefore && !cutAfter && total <= width) return [0, cells.length];

  const markFirst = indexOr(cells, (cell) => cell.end > mark.start);
  const markLast = indexOr(cells, (cell) => cell.start >= Math.max(mark.end, mark.start + 1));
  const prefix = widthOfAll(cells.slice(0, markFirst));
  const marked = widthOfAll(cells.slice(markFirst, markLast));
  // The beginning of a line says most about it: keep it while the mark fits beside it.
  if (!cutBefore && prefix + marked <= width - 1) return [0, fill(cells, 0, width - 1)];

  const budget = width - 2;
  const lead = Math.max(Math.floor((budget - marked) / 2), Math.floor(budget / 6));
  let first = retreat(cells, markFirst, lead);
  const last = fill(cells, first, budget);
  if (last === cells.length && !cutAfter) first = retreat(cells, last, width - 1);
  return [first, last];
}

/** The index after the last cell that fits in `budget` columns from `first` on. */
function fill(cells: readonly Cell[], first: number, budget: number): number {
  let left = budget;
  let index = first;
  for (let cell = cells[index]; cell !== undefined; cell = cells[index]) {
    left -= cell.width;
    if (left < 0) break;
    index += 1;
  }
  return index;
}

/** The index of the first of the cells before `index` that together fit in `budget` columns. */
function retreat(cells: readonly Cell[], index: number, budget: number): number {
  let left = budget;
  let first = index;
  for (let cell = cells[first - 1]; cell !== undefined; cell = cells[first - 1]) {
    left -= cell.width;
    if (left < 0) break;
    first -= 1;
  }
  return first;
}

function indexOr(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const index = cells.findIndex(test);
  return index < 0 ? cells.length : index;
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Moves a cut out of a surrogate pair, towards `limit`. */
function wholeCharacter(source: string, at: number, limit: number): number {
  if (at === limit) return at;
  const unit = source.charCodeAt(at);
  const inPair = unit >= 0xdc00 && unit <= 0xdfff;
  return inPair ? at + Math.sign(limit - at) : at;
}
