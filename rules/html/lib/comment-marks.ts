import { type Range, type RareSlip, rareSlip, usesOf } from "../../../src/rules.js";

/** A comment that begins with the name of something, as programs read it. */
export interface CommentMark {
  readonly name: string;
  /** Whether the comment holds nothing else. */
  readonly isBare: boolean;
  /** The place of the name. */
  readonly range: Range;
}

/** `md:version 7.0.0`, `tab Sign up`, `endtab`, `more`; a word with capitals begins a sentence. */
const NAME = /^\s*(\/?[a-z][\w-]*(?::[a-z][\w-]*)?)(?=\s|$)/;
/** Longer comments are notes to people. */
const LONGEST = 80;
/** So many uses show that a program reads a name. */
const LEAST_USES = 20;
/** A name with a colon is no word of a sentence. */
const COMPOUND = /[a-z]:[a-z]/;

interface WrittenComment {
  readonly text: string;
  readonly range: Range;
}

/** The comments of an article that may be marks, in source order. */
export function marksIn(
  comments: readonly WrittenComment[],
  source: string,
): readonly CommentMark[] {
  return comments.flatMap(({ text, range }): readonly CommentMark[] => {
    const name = NAME.exec(text)?.[1];
    if (name === undefined || text.length > LONGEST || text.includes("\n")) return [];
    const start = source.indexOf(name, range.start);
    if (start === -1 || start >= range.end) return [];
    const isBare = text.trim() === name;
    return [{ name, isBare, range: { start, end: start + name.length } }];
  });
}

/** Names that one comment alone has, and that are nearly the one of many others of the same form. */
export function misspelt(marks: readonly CommentMark[]): ReadonlyMap<string, RareSlip> {
  const slips = new Map<string, RareSlip>();
  const every = usesOf(marks.map(({ name }) => name));
  // Words at the beginning of notes differ by a letter, too.
  for (const group of [
    marks.filter(({ isBare }) => isBare),
    marks.filter(({ name }) => COMPOUND.test(name)),
  ]) {
    const uses = usesOf(group.map(({ name }) => name));
    for (const [name] of uses) {
      const limit = name.length > 8 ? 2 : 1;
      const slip = rareSlip(name, uses, { least: LEAST_USES, limit, shortest: 3 });
      if (slip !== undefined && every.get(name) === 1) slips.set(name, slip);
    }
  }
  return slips;
}
