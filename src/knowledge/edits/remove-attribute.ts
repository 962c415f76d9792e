import type { Range } from "../../article/range.js";

/** The edit that takes an attribute out of its tag, with the white space before it. */
export function removeAttribute(
  source: string,
  range: Range,
): { readonly start: number; readonly end: number; readonly text: string } {
  let start = range.start;
  while (start > 0 && /\s/.test(source[start - 1] ?? "")) start--;
  return { start, end: range.end, text: "" };
}
