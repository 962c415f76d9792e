import { type Edit, type ProseText, type Range, replace } from "../../../src/rules.js";

/** A mark to be written otherwise, in offsets of a prose text. */
export interface MarkChange {
  readonly start: number;
  readonly end: number;
  /** What is meant, with or without the spaces around it. */
  readonly meant: string;
}

/** Changes that belong to one place: the two parts of a pair, or one mark. */
export interface MarkPlace {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly MarkChange[];
}

/** The same place in the source, with the edits that make it right. */
export interface LocatedMark {
  readonly range: Range;
  readonly edits: readonly Edit[];
}

/** One mark, trimmed of the spaces that are changed together with it. */
export function markPlace(start: number, found: string, meant: string): MarkPlace {
  const end = start + found.length;
  const from = start + found.length - found.trimStart().length;
  return { start: from, end: from + found.trim().length, changes: [{ start, end, meant }] };
}

/** Finds places in texts; those that markup, references or escapes run through are left alone. */
export function locateMarks(
  proses: readonly ProseText[],
  find: (prose: ProseText) => readonly MarkPlace[],
): readonly LocatedMark[] {
  return proses.flatMap((prose) => {
    const found = find(prose);
    if (found.length === 0) return [];
    return found
      .filter(({ changes }) => changes.every(({ start, end }) => prose.isPlain(start, end)))
      .sort((left, right) => left.start - right.start)
      .map(({ start, end, changes }) => ({
        range: prose.paragraph.rangeOf(start, end),
        edits: changes.map((change) =>
          replace(prose.paragraph.rangeOf(change.start, change.end), change.meant),
        ),
      }));
  });
}

/** The arguments of a call, which keep the marks of its language: `serve(パス, オプション)`. */
const CALL = /(?<=(?<![\w$.])[a-z_$][\w$.]{0,60})\([^()\n]{0,200}\)/g;

/** A text with the arguments of calls blanked. */
export function withoutCalls(text: string): string {
  return text.includes("(") ? text.replace(CALL, (call) => "_".repeat(call.length)) : text;
}
