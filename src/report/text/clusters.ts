import stringWidth from "fast-string-width";
import { lazily } from "../../article/lazily.js";
import { perUnit } from "../../article/per-unit.js";
import { remembered } from "../../article/remembered.js";

/**
 * Characters that are one grapheme cluster each whatever stands beside them, in sight and harmless: Latin, Greek and
 * Cyrillic letters, Han, kana, Hangul syllables and their punctuation.
 */
const SIMPLE =
  /^[ -~\u{a0}-\u{ac}\u{ae}-\u{2ff}\u{370}-\u{482}\u{48a}-\u{52f}\u{2010}-\u{2027}\u{3000}-\u{3029}\u{3041}-\u{3096}\u{30a0}-\u{30ff}\u{4e00}-\u{9fff}\u{ac00}-\u{d7a3}\u{ff01}-\u{ff9d}]$/u;
const segmenter = lazily(() => new Intl.Segmenter("en", { granularity: "grapheme" }));

/** One more than the columns of a unit that is simple; 0 for others. */
const simpleWidth = perUnit((unit) => {
  const character = String.fromCharCode(unit);
  return SIMPLE.test(character) ? 1 + stringWidth(character) : 0;
});
/** Columns of a UTF-16 unit that stands alone. */
const unitWidth = perUnit((unit) => stringWidth(String.fromCharCode(unit)));
/** Columns of clusters of several units; measuring is slow. */
const longWidth = remembered(stringWidth, 10_000);

/** Columns of a text whose UTF-16 units are a cluster each, in sight and harmless; -1 for other texts. */
export function simpleColumns(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length; index++) {
    const known = simpleWidth(text.charCodeAt(index));
    if (known === 0) return -1;
    columns += known - 1;
  }
  return columns;
}

const ONE_COLUMN_EACH = /^[ -~]*$/;

/** Columns before each unit of such a text, and of the whole text; undefined for other texts. */
export function columnsOfSimple(text: string): ((index: number) => number) | undefined {
  if (ONE_COLUMN_EACH.test(text)) return (index) => index;
  const columns = [0];
  let column = 0;
  for (let index = 0; index < text.length; index++) {
    const known = simpleWidth(text.charCodeAt(index));
    if (known === 0) return undefined;
    column += known - 1;
    columns.push(column);
  }
  return (index) => columns[index] ?? 0;
}

/** Where each grapheme cluster of a text ends; undefined where every UTF-16 unit is one, as nearly always. */
export function clusterEnds(text: string): readonly number[] | undefined {
  if (simpleColumns(text) >= 0) return undefined;
  return Array.from(segmenter().segment(text), ({ index, segment }) => index + segment.length);
}

/** Columns of the cluster that a stretch of a text is. */
export function clusterWidth(text: string, start: number, end: number): number {
  return end - start === 1 ? unitWidth(text.charCodeAt(start)) : longWidth(text.slice(start, end));
}

/** Columns a safe text takes in a terminal. */
export function widthOf(text: string): number {
  const columns = simpleColumns(text);
  if (columns >= 0) return columns;
  let width = 0;
  for (const { segment } of segmenter().segment(text)) {
    width += clusterWidth(segment, 0, segment.length);
  }
  return width;
}
