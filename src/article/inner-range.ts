import type { Element } from "hast";
import { rangeOf } from "./node-range.js";
import type { Range } from "./range.js";

/** From the first to the last child that stands in the source; undefined for an element without any. */
export function innerRangeOf(element: Element): Range | undefined {
  const placed = element.children.map(rangeOf).filter(({ start, end }) => start < end);
  const first = placed[0];
  const last = placed.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { start: first.start, end: last.end };
}
