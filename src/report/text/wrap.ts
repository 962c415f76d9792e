import { clusterWidth, segmentsOf, widthOf } from "./cells.js";

const SPACE = /^\s+$/u;
/** Marks that may not begin a line, as in JIS X 4051 and GB/T 15834: closing brackets, stops, commas. */
const NEVER_FIRST = /^[\p{Pe}\p{Pf}、。，．：；？！…·]/u;
/** Marks that may not end a line: opening brackets and quotes. */
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

/**
 * Breaks a safe text into lines of at most `width` columns: at spaces, and between wide characters (CJK) where
 * their punctuation allows. A word longer than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let lineWidth = 0;
  for (const piece of piecesOf(text, Math.max(1, width))) {
    const pieceWidth = widthOf(piece.trimEnd());
    if (line !== "" && lineWidth + pieceWidth > width) {
      lines.push(line.trimEnd());
      line = "";
      lineWidth = 0;
    }
    line += piece;
    lineWidth += widthOf(piece);
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The unbreakable pieces of a text, each with the space after it. */
function* piecesOf(text: string, width: number): Iterable<string> {
  let piece = "";
  let pieceWidth = 0;
  let previous = "";
  for (const { segment } of segmentsOf(text)) {
    const segmentWidth = clusterWidth(segment);
    const space = SPACE.test(segment);
    const tooLong = !space && pieceWidth + segmentWidth > width;
    if (piece !== "" && (tooLong || mayBreak(previous, segment, space))) {
      yield piece;
      piece = "";
      pieceWidth = 0;
    }
    piece += segment;
    pieceWidth += segmentWidth;
    previous = segment;
  }
  if (piece !== "") yield piece;
}

function mayBreak(previous: string, next: string, nextIsSpace: boolean): boolean {
  if (nextIsSpace) return false;
  if (SPACE.test(previous)) return true;
  const wide = clusterWidth(previous) === 2 || clusterWidth(next) === 2;
  return wide && !NEVER_FIRST.test(next) && !NEVER_LAST.test(previous);
}

/** Cuts a safe text to `width` columns; `…` stands for what is missing. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = "";
  let columns = 0;
  for (const { segment } of segmentsOf(text)) {
    columns += clusterWidth(segment);
    if (columns > width - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
