import type { Edit, ProseText, Range } from "../../../src/rules.js";
import type { LoneMark, Mark, MarkPair } from "./quote-balance.js";

/** The quotations of an article that are not in its usual style. */
export interface StyleMixture {
  /** Whether these are the curly ones. */
  readonly curly: boolean;
  readonly count: number;
  /** How many quotations are in the other style. */
  readonly rest: number;
  /** Each quotation, from its first mark to its last. */
  readonly marks: readonly { readonly range: Range }[];
  readonly edits: readonly Edit[];
}

const DOUBLE = /["“”]/;
const DOUBLES = /["“”]/g;

/** Whether a mark is a double quotation mark, straight or curly. */
export function isQuote({ character }: Mark): boolean {
  return DOUBLE.test(character);
}

/** Unpaired marks by their block. */
export function inOneBlock(lone: readonly LoneMark[]): readonly (readonly LoneMark[])[] {
  const groups = new Map<number, LoneMark[]>();
  for (const mark of lone) {
    const known = groups.get(mark.block);
    if (known === undefined) groups.set(mark.block, [mark]);
    else known.push(mark);
  }
  return [...groups.values()];
}

/**
 * Edits that make the double quotation marks of a block open and close in turn; none when their number is odd or
 * all of them are straight.
 */
export function turnedRound(
  block: readonly ProseText[],
  lone: readonly LoneMark[],
): readonly Edit[] {
  const marks = block.flatMap((prose) =>
    [...prose.text.matchAll(DOUBLES)].map(({ 0: character, index }) => ({
      prose,
      index,
      character,
    })),
  );
  if (marks.length % 2 === 1 || lone.every(({ character }) => character === '"')) return [];
  return marks.flatMap(({ prose, index, character }, number) => {
    const meant = number % 2 === 0 ? "“" : "”";
    return character === meant
      ? []
      : [{ ...prose.paragraph.rangeOf(index, index + 1), text: meant }];
  });
}

/** The quotations that differ from the most common style, or from the configured style; undefined when none does. */
export function oneStyle(
  pairs: readonly MarkPair[],
  style: "consistent" | "straight" | "curly",
): StyleMixture | undefined {
  const straight = pairs.filter(({ kind }) => kind === '"');
  const curly = pairs.filter(
    ({ kind, opening, closing }) =>
      kind === "“" && opening.character === "“" && closing.character === "”",
  );
  const wantsStraight =
    style === "straight" || (style === "consistent" && straight.length > curly.length);
  const wrong = wantsStraight ? curly : straight;
  const rest = wantsStraight ? straight : curly;
  if (wrong.length === 0 || (style === "consistent" && rest.length === 0)) return undefined;
  return {
    curly: wantsStraight,
    count: wrong.length,
    rest: rest.length,
    ...turned(wrong, wantsStraight ? ['"', '"'] : ["“", "”"]),
  };
}

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Straight quotations that begin right behind CJK text, where engines that take what precedes a mark for its side
 * close them twice.
 */
export function bothClosing(pairs: readonly MarkPair[]): Pick<StyleMixture, "marks" | "edits"> {
  const wrong = pairs.filter(({ kind, opening: { prose, index } }) => {
    const before = prose.before(index);
    // Markup between the two would begin a text of its own.
    return kind === '"' && CJK.test(before) && prose.isPlain(index - 1, index + 1);
  });
  return turned(wrong, ["“", "”"]);
}

/** Quotations with other marks: where they are, and what writes them. */
function turned(
  pairs: readonly MarkPair[],
  [start, end]: readonly [string, string],
): Pick<StyleMixture, "marks" | "edits"> {
  const turn = (mark: Mark, text: string): Edit => ({
    ...mark.prose.paragraph.rangeOf(mark.index, mark.index + 1),
    text,
  });
  return {
    marks: pairs.map(({ opening, closing }) => ({
      range: {
        start: opening.prose.paragraph.offsetOf(opening.index),
        end: closing.prose.paragraph.rangeOf(closing.index, closing.index + 1).end,
      },
    })),
    edits: pairs.flatMap(({ opening, closing }) => [turn(opening, start), turn(closing, end)]),
  };
}
