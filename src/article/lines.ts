import type { Point } from "./range.js";

/** Line starts of a text; the only place where offsets become lines and columns. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
  /** The point of an offset. Offsets outside the text are clamped to it. */
  pointAt(offset: number): Point;
  /** Offset of the first character of a line (from 1). */
  startOf(line: number): number;
  /** Offset after the last character of a line, its line ending not included. */
  endOf(line: number): number;
}

/** Indexes the lines of a text. `\n`, `\r\n` and a lone `\r` end a line, as in CommonMark. */
export function indexLines(text: string): LineIndex {
  const starts: number[] = [0];
  const ends: number[] = [];
  const mixed = text.includes("\r");
  for (let at = nextEnding(text, 0, mixed); at !== -1; ) {
    ends.push(at);
    const start = at + (text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1);
    starts.push(start);
    at = nextEnding(text, start, mixed);
  }
  // The index outlives the text, which is many times larger.
  const { length } = text;
  ends.push(length);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    lineCount: starts.length,
    starts,
    pointAt(offset) {
      const clamped = Math.max(0, Math.min(offset, length));
      const line = lineOf(clamped);
      return { line: line + 1, column: clamped - (starts[line] ?? 0) + 1, offset: clamped };
    },
    startOf: (line) => starts[line - 1] ?? length,
    endOf: (line) => ends[line - 1] ?? length,
  };
}

/** Offset of the next line ending, or -1. Texts without `\r` (nearly all) are searched for one character. */
function nextEnding(text: string, from: number, mixed: boolean): number {
  if (!mixed) return text.indexOf("\n", from);
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === "\n" || character === "\r") return at;
  }
  return -1;
}
