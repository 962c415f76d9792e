import stringWidth from "fast-string-width";
import { perUnit } from "../../article/per-unit.js";
import { remembered } from "../../article/remembered.js";

/**
 * Characters that are one grapheme cluster each whatever stands beside them, in sight and harmless: Latin, Greek and
 * Cyrillic letters, Han, kana, Hangul syllables and their punctuation.
 */
const SIMPLE =
  /^[ -~\u{a0}-\u{ac}\u{ae}-\u{2ff}\u{370}-\u{482}\u{48a}-\u{52f}\u{2010}-\u{2027}\u{3000}-\u{3029}\u{3041}-\u{3096}\u{30a0}-\u{30ff}\u{4e00}-\u{9fff}\u{ac00}-\u{d7a3}\u{ff01}-\u{ff9d}]$/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

const isSimpleUnit = perUnit((unit) => (SIMPLE.test(String.fromCharCode(unit)) ? 1 : 0));
/** Columns of a UTF-16 unit that stands alone. */
export const unitWidth = perUnit((unit) => stringWidth(String.fromCharCode(unit)));
/** Columns of clusters of several units; measuring is slow. */
const longWidth = remembered(stringWidth, 10_000);

/** True when every UTF-16 unit of a text is a cluster of its own, in sight and harmless. */
export function isSimple(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (isSimpleUnit(text.charCodeAt(index)) === 0) return false;
  }
  return true;
}

/** Where each grapheme cluster of a text ends; undefined where every UTF-16 unit is one, as nearly always. */
export function clusterEnds(text: string): readonly number[] | undefined {
  if (isSimple(text)) return undefined;
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
}

/** Columns of the cluster that a stretch of a text is. */
export function clusterWidth(text: string, start: number, end: number): number {
  return end - start === 1 ? unitWidth(text.charCodeAt(start)) : longWidth(text.slice(start, end));
}

/** Columns a safe text takes in a terminal. */
export function widthOf(text: string): number {
  const ends = clusterEnds(text);
  let width = 0;
  if (ends === undefined) {
    for (let index = 0; index < text.length; index++) width += unitWidth(text.charCodeAt(index));
    return width;
  }
  let start = 0;
  for (const end of ends) {
    width += clusterWidth(text, start, end);
    start = end;
  }
  return width;
}
