import { perUnit } from "../../article/per-unit.js";
import { remembered } from "../../article/remembered.js";
import { clusterEnds, clusterWidth, simpleColumns, widthOf } from "./clusters.js";

const SPACE = /^\s+$/u;
/** Marks that may not begin a line, as in JIS X 4051 and GB/T 15834: closing brackets, stops, commas. */
const NEVER_FIRST = /^[\p{Pe}\p{Pf}、。，．：；？！…·]/u;
/** Marks that may not end a line: opening brackets and quotes. */
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

/** What line breaking knows of a cluster, beside its width: bits. */
const SPACE_BIT = 1;
const NOT_FIRST_BIT = 2;
const NOT_LAST_BIT = 4;

function traitsOf(cluster: string): number {
  return (
    (SPACE.test(cluster) ? SPACE_BIT : 0) |
    (NEVER_FIRST.test(cluster) ? NOT_FIRST_BIT : 0) |
    (NEVER_LAST.test(cluster) ? NOT_LAST_BIT : 0)
  );
}

const unitTraits = perUnit((unit) => traitsOf(String.fromCharCode(unit)));
const longTraits = remembered(traitsOf);

/**
 * Breaks a safe text into lines of at most `width` columns: at spaces, and between wide characters (CJK) where
 * their punctuation allows. A word longer than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const whole = simpleColumns(text);
  if (whole >= 0 && whole <= width) return [text.trimEnd()];
  const ends = whole >= 0 ? undefined : clusterEnds(text);
  const lines = new Lines(text, width);
  const most = Math.max(1, width);
  let previousWidth = 0;
  let previousTraits = 0;
  for (let start = 0, index = 0; start < text.length; index++) {
    const end = ends?.[index] ?? start + 1;
    const columns = clusterWidth(text, start, end);
    const traits =
      end - start === 1 ? unitTraits(text.charCodeAt(start)) : longTraits(text.slice(start, end));
    if ((traits & SPACE_BIT) === 0 && start > 0) {
      const mayBreak =
        (previousTraits & SPACE_BIT) !== 0 ||
        ((previousWidth === 2 || columns === 2) &&
          (traits & NOT_FIRST_BIT) === 0 &&
          (previousTraits & NOT_LAST_BIT) === 0);
      if (mayBreak || lines.pieceWidth + columns > most) lines.endPiece(start);
    }
    lines.add(columns, (traits & SPACE_BIT) === 0);
    previousWidth = columns;
    previousTraits = traits;
    start = end;
  }
  return lines.end();
}

/** Lines made of unbreakable pieces of a text. */
class Lines {
  /** Columns of the piece that is being read. */
  pieceWidth = 0;
  /** The same without the space at its end. */
  #bareWidth = 0;
  #pieceStart = 0;
  #lineStart = 0;
  #lineWidth = 0;
  readonly #lines: string[] = [];
  readonly #text: string;
  readonly #width: number;

  constructor(text: string, width: number) {
    this.#text = text;
    this.#width = width;
  }

  add(columns: number, visible: boolean): void {
    this.pieceWidth += columns;
    if (visible) this.#bareWidth = this.pieceWidth;
  }

  /** Puts the piece on the line, or on the next one where it does not fit. */
  endPiece(end: number): void {
    if (this.#pieceStart > this.#lineStart && this.#lineWidth + this.#bareWidth > this.#width) {
      this.#lines.push(this.#text.slice(this.#lineStart, this.#pieceStart).trimEnd());
      this.#lineStart = this.#pieceStart;
      this.#lineWidth = 0;
    }
    this.#lineWidth += this.pieceWidth;
    this.#pieceStart = end;
    this.pieceWidth = 0;
    this.#bareWidth = 0;
  }

  end(): readonly string[] {
    this.endPiece(this.#text.length);
    const last = this.#text.slice(this.#lineStart).trimEnd();
    if (last !== "" || this.#lines.length === 0) this.#lines.push(last);
    return this.#lines;
  }
}

/** Cuts a safe text to `width` columns; `…` stands for what is missing. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const ends = clusterEnds(text);
  let columns = 0;
  let cut = 0;
  for (let index = 0; cut < text.length; index++) {
    const end = ends?.[index] ?? cut + 1;
    columns += clusterWidth(text, cut, end);
    if (columns > width - 1) break;
    cut = end;
  }
  return `${text.slice(0, cut).trimEnd()}…`;
}
