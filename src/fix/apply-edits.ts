import type { Range } from "../article/range.js";
import type { Edit } from "../rule/index.js";

/**
 * Applies edits to a text. Their offsets are those of the text as given. Of edits that overlap, the one that
 * begins first is applied and the others are left out; insertions at one place keep their order.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let text = "";
  let position = 0;
  for (const { edit } of sorted) {
    if (edit.start < position) continue;
    text += source.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + source.slice(position);
}

/**
 * Applies groups of edits that belong together (one group per finding): a group that overlaps one already
 * taken is left out as a whole.
 */
export function applyGroups(source: string, groups: readonly (readonly Edit[])[]): string {
  const taken = new TakenRanges();
  const kept = groups.filter((group) => {
    const isFree = group.every((edit) => !taken.overlap(edit));
    if (isFree) for (const edit of group) taken.add(edit);
    return isFree;
  });
  return applyEdits(source, kept.flat());
}

/** Ranges in their order, none of which overlaps another. */
class TakenRanges {
  readonly #ranges: Range[] = [];

  overlap(range: Range): boolean {
    return (this.#ranges[this.#firstPast(range.start)]?.start ?? range.end) < range.end;
  }

  add({ start, end }: Range): void {
    const first = this.#firstPast(start);
    let next = first;
    let last = this.#ranges[next];
    const begin = Math.min(start, last === undefined || last.start >= end ? start : last.start);
    let reach = end;
    for (; last !== undefined && last.start < end; last = this.#ranges[++next])
      reach = Math.max(reach, last.end);
    this.#ranges.splice(first, next - first, { start: begin, end: reach });
  }

  /** The index of the first range that ends after a place. */
  #firstPast(place: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.end ?? 0) > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
