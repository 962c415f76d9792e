import type { Range } from "../../article/range.js";
import type { Edit } from "../../rule/finding.js";

/** The edit that writes a text in the place of a range; an empty text deletes it. */
export function replace({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

/** The edit that writes a text at an offset. */
export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
