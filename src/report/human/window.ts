import type { Range } from "../../article/range.js";
import { type Cells, segmentedCells, simpleCells } from "../text/cells.js";

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
  const { from, to, cells } = around(source, line, marked.start, width);
  // A mark after the last character takes a column of its own.
  const room = marked.start >= line.end ? width - 1 : width;
  const [first, last] = visible(cells, marked, room, from > line.start, to < line.end);

  const cutBefore = from > line.start || first > 0;
  const cutAfter = to < line.end || last < cells.length;
  const markFirst = clamp(cells.reaching(marked.start), first, last);
  const markLast = clamp(cells.beginningFrom(marked.end), markFirst, last);
  return {
    text: (cutBefore ? ELLIPSIS : "") + cells.textOf(first, last) + (cutAfter ? ELLIPSIS : ""),
    markColumn: (cutBefore ? 1 : 0) + widthBetween(cells, first, markFirst),
    markWidth: Math.max(1, widthBetween(cells, markFirst, markLast)),
  };
}

/** The stretch of a line that can come into view: most characters take at least a column for each UTF-16 unit. */
function around(
  source: string,
  line: Range,
  mark: number,
  width: number,
): Cut & { readonly cells: Cells } {
  const { from, to } = cut(source, line, mark, width);
  const cells = simpleCells(source.slice(from, to), from);
  if (cells !== undefined) return { from, to, cells };
  // Clusters of several units need more of them for the same columns.
  const far = cut(source, line, mark, width * 2);
  return { ...far, cells: segmentedCells(source.slice(far.from, far.to), far.from) };
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
  cells: Cells,
  mark: Range,
  width: number,
  cutBefore: boolean,
  cutAfter: boolean,
): readonly [number, number] {
  if (!cutBefore && !cutAfter && cells.columnOf(cells.length) <= width) {
    return [0, cells.length];
  }
  const markFirst = cells.reaching(mark.start);
  const markLast = cells.beginningFrom(Math.max(mark.end, mark.start + 1));
  const prefix = cells.columnOf(markFirst);
  const marked = widthBetween(cells, markFirst, markLast);
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
function fill(cells: Cells, first: number, budget: number): number {
  const most = cells.columnOf(first) + budget;
  let index = first;
  while (index < cells.length && cells.columnOf(index + 1) <= most) index += 1;
  return index;
}

/** The index of the first of the cells before `index` that together fit in `budget` columns. */
function retreat(cells: Cells, index: number, budget: number): number {
  const least = cells.columnOf(index) - budget;
  let first = index;
  while (first > 0 && cells.columnOf(first - 1) >= least) first -= 1;
  return first;
}

function widthBetween(cells: Cells, first: number, afterLast: number): number {
  return Math.max(0, cells.columnOf(afterLast) - cells.columnOf(first));
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
