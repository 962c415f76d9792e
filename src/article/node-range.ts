import type { Nodes } from "hast";
import type { Range } from "./range.js";

/** The place of a node; an empty range at 0 for a node the parser made up. */
export function rangeOf(node: Nodes): Range {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? { start: 0, end: 0 } : { start, end };
}
