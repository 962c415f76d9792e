import type { Range } from "../article/range.js";
import type { Edit } from "../rule/index.js";

/** Where edits lie in a text, and whether they reach into a stretch of it. */
export interface Touched {
  /** Whether an edit changes a part of the range; an insertion at its border does not. */
  cuts(range: Range): boolean;
  /** Whether an edit changes a part of the range or stands at its border. */
  meets(range: Range): boolean;
  /** Where an offset outside of the edits stands in the text before them. */
  origin(offset: number): number;
}

/** What edits change in the text they are given for. */
export function touchedBefore(edits: readonly Edit[]): Touched {
  return touched(edits, (offset) => offset);
}

/** What the same edits have changed in the text after them. */
export function touchedAfter(edits: readonly Edit[]): Touched {
  let shift = 0;
  const made = [...edits].sort(bySource).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, shift };
  });
  return touched(
    made,
    (offset) => offset - (made.findLast(({ end }) => end <= offset)?.shift ?? 0),
  );
}

/** Where a stretch of the text before stands in the text after; what replaced a part of it belongs to it. */
export function moved(range: Range, edits: readonly Edit[]): Range {
  const sorted = [...edits].sort(bySource);
  const map = (offset: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end, text } of sorted) {
      if (start > offset || (isEnd && start === offset)) break;
      if (end > offset) return start + shift + (isEnd ? text.length : 0);
      shift += text.length - (end - start);
    }
    return offset + shift;
  };
  const [start, end] = [map(range.start, false), map(range.end, true)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

function bySource(left: Edit, right: Edit): number {
  return left.start - right.start || left.end - right.end;
}

function touched(ranges: readonly Range[], origin: Touched["origin"]): Touched {
  const sorted = [...ranges].sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
  const some = ({ start, end }: Range, test: (edit: Range) => boolean): boolean => {
    // Edits do not overlap, so they end in the order in which they begin.
    for (let at = firstFrom(sorted, start); at < sorted.length; at++) {
      const edit = sorted[at];
      if (edit === undefined || edit.start > end) return false;
      if (test(edit)) return true;
    }
    return false;
  };
  return {
    origin,
    cuts: (range) =>
      some(range, (edit) =>
        edit.start === edit.end
          ? range.start < edit.start && edit.start < range.end
          : range.start < edit.end && edit.start < range.end,
      ),
    meets: (range) => some(range, (edit) => range.start <= edit.end && edit.start <= range.end),
  };
}

/** The first range that does not end before a place. */
function firstFrom(sorted: readonly Range[], place: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
