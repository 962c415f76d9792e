import stringWidth from "string-width";
import { CI_COMMAND, escapeCharacter, showControls } from "./neutralise.js";

/** One user-perceived character of a source line, as it is printed. */
export interface Cell {
  /** Offset of its first UTF-16 unit. */
  readonly start: number;
  readonly end: number;
  /** What is printed: itself, spaces for a tab, `\u{…}` for what cannot be seen or must not be sent. */
  readonly text: string;
  /** Columns it takes. */
  readonly width: number;
}

const TAB_WIDTH = 4;
const PRINTABLE_ASCII = /^[ -~]*$/;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cuts a stretch of one line into cells.
 *
 * @param text a stretch of the source without line endings
 * @param offset where it begins in the source
 */
export function cellsOf(text: string, offset: number): readonly Cell[] {
  const broken = new Set([...text.matchAll(CI_COMMAND)].map((match) => match.index + 1));
  const cells: Cell[] = [];
  let column = 0;
  for (const { index, segment } of segmentsOf(text)) {
    const shown = broken.has(index) ? escapeCharacter(segment) : shownAs(segment, column);
    const width = stringWidth(shown);
    cells.push({ start: offset + index, end: offset + index + segment.length, text: shown, width });
    column += width;
  }
  return cells;
}

/** Columns a safe text takes in a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The grapheme clusters of a text. */
export function* segmentsOf(text: string): Iterable<{ index: number; segment: string }> {
  if (PRINTABLE_ASCII.test(text)) {
    for (let index = 0; index < text.length; index += 1)
      yield { index, segment: text.charAt(index) };
  } else {
    yield* segmenter.segment(text);
  }
}

function shownAs(segment: string, column: number): string {
  if (segment === "\t") return " ".repeat(TAB_WIDTH - (column % TAB_WIDTH));
  const shown = showControls(segment);
  if (shown !== segment || stringWidth(segment) > 0) return shown;
  return [...segment].map(escapeCharacter).join("");
}
