import { remembered } from "../../article/remembered.js";
import { clusterWidth, segmentsOf, widthOf } from "./cells.js";

const SPACE = /^\s+$/u;
/** Marks that may not begin a line, as in JIS X 4051 and GB/T 15834: closing brackets, stops, commas. */
const NEVER_FIRST = /^[\p{Pe}\p{Pf}、。，．：；？！…·]/u;
/** Marks that may not end a line: opening brackets and quotes. */
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

/** What line breaking knows of one grapheme cluster. */
interface Cluster {
  readonly width: number;
  readonly space: boolean;
  readonly mayBegin: boolean;
  readonly mayEnd: boolean;
}

const clusterOf = remembered(
  (text): Cluster => ({
    width: clusterWidth(text),
    space: SPACE.test(text),
    mayBegin: !NEVER_FIRST.test(text),
    mayEnd: !NEVER_LAST.test(text),
  }),
);

/** An unbreakable piece of a text with the space after it. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width without the space after it. */
  readonly bare: number;
}

/**
 * Breaks a safe text into lines of at most `width` columns: at spaces, and between wide characters (CJK) where
 * their punctuation allows. A word longer than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let lineWidth = 0;
  for (const piece of piecesOf(text, Math.max(1, width))) {
    if (line !== "" && lineWidth + piece.bare > width) {
      lines.push(line.trimEnd());
      line = "";
      lineWidth = 0;
    }
    line += piece.text;
    lineWidth += piece.width;
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function* piecesOf(text: string, most: number): Iterable<Piece> {
  let piece = "";
  let width = 0;
  let bare = 0;
  let previous: Cluster | undefined;
  for (const { segment } of segmentsOf(text)) {
    const cluster = clusterOf(segment);
    const tooLong = !cluster.space && width + cluster.width > most;
    if (previous !== undefined && (tooLong || mayBreak(previous, cluster))) {
      yield { text: piece, width, bare };
      piece = "";
      width = 0;
      bare = 0;
    }
    piece += segment;
    width += cluster.width;
    if (!cluster.space) bare = width;
    previous = cluster;
  }
  if (piece !== "") yield { text: piece, width, bare };
}

function mayBreak(previous: Cluster, next: Cluster): boolean {
  if (next.space) return false;
  if (previous.space) return true;
  const wide = previous.width === 2 || next.width === 2;
  return wide && next.mayBegin && previous.mayEnd;
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
