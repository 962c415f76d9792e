import type { SourceText } from "../../article/text.js";

/** A part of a text, with the way back to the source kept. */
export function sliceText(whole: SourceText, start: number, end: number): SourceText {
  if (start === 0 && end === whole.text.length) return whole;
  const text = whole.text.slice(start, end);
  return {
    text,
    offsetOf: (index) =>
      index < text.length || index === 0
        ? whole.offsetOf(start + index)
        : whole.rangeOf(start + index - 1, start + index).end,
    rangeOf: (from, to) => whole.rangeOf(start + from, start + to),
  };
}
