import type { ReportEdit } from "./model.js";

/** Several edits as one that has the same effect, for formats that know only one; undefined for none. */
export function oneEdit(edits: readonly ReportEdit[], source: string): ReportEdit | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = sorted;
  if (first === undefined) return undefined;
  let text = "";
  let at = first.start;
  for (const edit of sorted) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start: first.start, end: at, text };
}
