import type { CommentMark } from "./comment-marks.js";

/** A name and the one that ends what it begins. */
export interface MarkPair {
  readonly name: string;
  readonly end: string;
  /** How often the site has both. */
  readonly count: number;
}

/** A mark whose other half is lost. */
export interface LostEnd {
  readonly kind: "unclosed" | "stray";
  readonly mark: CommentMark;
  readonly pair: MarkPair;
}

/** So many pairs show that one comes with the other, where at most so many are lost. */
const LEAST_PAIRS = 10;
const MOST_LOST = 2;
const ENDS = ["end", "/", "end-"];

/** The names that all but one or two of a site's comments have in pairs. */
export function pairedMarks(articles: readonly (readonly CommentMark[])[]): readonly MarkPair[] {
  const names = new Set(articles.flat().map(({ name }) => name));
  return [...names].flatMap((name): readonly MarkPair[] => {
    const end = ENDS.map((before) => before + name).find((one) => names.has(one));
    if (end === undefined) return [];
    const pair = { name, end, count: 0 };
    const lost = articles.flatMap((marks) => lostEnds(marks, [pair]));
    const ends = articles.flat().filter((mark) => mark.name === end).length;
    const count = ends - lost.filter(({ kind }) => kind === "stray").length;
    return count >= LEAST_PAIRS && lost.length <= MOST_LOST ? [{ ...pair, count }] : [];
  });
}

/** The marks of an article that have no other half; one pair may be in another. */
export function lostEnds(
  marks: readonly CommentMark[],
  pairs: readonly MarkPair[],
): readonly LostEnd[] {
  return pairs.flatMap((pair): readonly LostEnd[] => {
    const stray: LostEnd[] = [];
    const open: CommentMark[] = [];
    for (const mark of marks) {
      if (mark.name === pair.name) open.push(mark);
      else if (mark.name === pair.end && open.pop() === undefined)
        stray.push({ kind: "stray", mark, pair });
    }
    return [...stray, ...open.map((mark): LostEnd => ({ kind: "unclosed", mark, pair }))];
  });
}
