import stringWidth from "fast-string-width";
import { perUnit } from "../../article/per-unit.js";
import { remembered } from "../../article/remembered.js";
import { CI_COMMAND, escapeCharacter, hasControls, showControls } from "./neutralise.js";

/** A stretch of one line, cut into user-perceived characters as they are printed. */
export interface Cells {
  readonly length: number;
  /** Offset of a cell's first UTF-16 unit; of `length`, where the stretch ends. */
  startOf(index: number): number;
  /** Columns a cell takes. */
  widthOf(index: number): number;
  /** What is printed: itself, spaces for a tab, `\u{…}` for what cannot be seen or must not be sent. */
  textOf(first: number, afterLast: number): string;
}

interface Shown {
  readonly text: string;
  readonly width: number;
}

const TAB_WIDTH = 4;
const PRINTABLE_ASCII = /^[ -~]*$/;
/** Characters that are one cluster each whatever stands beside them: Latin, Han, kana and their punctuation. */
const SIMPLE =
  /^[ -~\u{a0}-\u{ac}\u{ae}-\u{2ff}\u{2010}-\u{2027}\u{3000}-\u{3029}\u{3041}-\u{3096}\u{30a0}-\u{30ff}\u{4e00}-\u{9fff}\u{ff01}-\u{ff9d}]*$/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cuts a stretch of one line into cells.
 *
 * @param text a stretch of the source without line endings
 * @param offset where it begins in the source
 */
export function cellsOf(text: string, offset: number): Cells {
  return isSimple(text) && !text.includes("##")
    ? simpleCells(text, offset)
    : segmentedCells(text, offset);
}

/** Each UTF-16 unit is a cell and printed as it is. */
function simpleCells(text: string, offset: number): Cells {
  return {
    length: text.length,
    startOf: (index) => offset + index,
    widthOf: (index) => unitWidth(text.charCodeAt(index)),
    textOf: (first, afterLast) => text.slice(first, afterLast),
  };
}

function segmentedCells(text: string, offset: number): Cells {
  const broken = new Set([...text.matchAll(CI_COMMAND)].map((match) => match.index + 1));
  const harmless = !hasControls(text);
  const starts: number[] = [];
  const shown: Shown[] = [];
  let column = 0;
  for (const { index, segment } of segmentsOf(text)) {
    const cell = broken.has(index)
      ? measured(escapeCharacter(segment))
      : shownAs(segment, column, harmless);
    starts.push(offset + index);
    shown.push(cell);
    column += cell.width;
  }
  return {
    length: shown.length,
    startOf: (index) => starts[index] ?? offset + text.length,
    widthOf: (index) => shown[index]?.width ?? 0,
    textOf: (first, afterLast) =>
      shown
        .slice(first, afterLast)
        .map((cell) => cell.text)
        .join(""),
  };
}

/** Columns a safe text takes in a terminal. */
export function widthOf(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmentsOf(text)) width += clusterWidth(segment);
  return width;
}

/** Columns of clusters of several units; measuring is slow. */
const longWidth = remembered(stringWidth, 10_000);
const unitWidth = perUnit((unit) => stringWidth(String.fromCharCode(unit)));

/** Columns of one grapheme cluster. */
export function clusterWidth(cluster: string): number {
  return cluster.length === 1 ? unitWidth(cluster.charCodeAt(0)) : longWidth(cluster);
}

/** The grapheme clusters of a text. */
export function segmentsOf(text: string): Iterable<{ index: number; segment: string }> {
  if (!isSimple(text)) return segmenter.segment(text);
  return Array.from(text, (segment, index) => ({ index, segment }));
}

function shownAs(segment: string, column: number, harmless: boolean): Shown {
  if (segment === "\t") return measured(" ".repeat(TAB_WIDTH - (column % TAB_WIDTH)));
  const width = clusterWidth(segment);
  const safe = harmless ? segment : showControls(segment);
  if (safe !== segment) return measured(safe);
  if (width > 0) return { text: segment, width };
  return measured([...segment].map(escapeCharacter).join(""));
}

/** Spaces and escapes: a column for each character. */
function measured(ascii: string): Shown {
  return { text: ascii, width: ascii.length };
}

/** True when every UTF-16 unit of a text is a cluster of its own. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}
