/** Sorted words that are looked up without taking all of them apart: most articles use few beginnings of forty thousand. */
export interface WordList {
  has(word: string): boolean;
  /** The words that begin with a letter. */
  beginningWith(letter: string): readonly string[];
}

/** A part of a text, without the blank after its last word. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Words with the same first two letters are looked up together. */
const BEGINNING = 2;

/**
 * The words of a text.
 *
 * @param text words in the order of their UTF-16 code units, separated by single blanks; empty for no words
 */
export function wordListOf(text: string): WordList {
  const begins = beginningsOf(text);
  const wordsOf = ({ from, to }: Place): readonly string[] => text.slice(from, to).split(" ");
  const sets = new Map<string, ReadonlySet<string>>();
  const setOf = (beginning: string): ReadonlySet<string> | undefined => {
    const [made, place] = [sets.get(beginning), begins.get(beginning)];
    if (made !== undefined || place === undefined) return made;
    const set = new Set(wordsOf(place));
    sets.set(beginning, set);
    return set;
  };
  return {
    has: (word) => setOf(word.slice(0, BEGINNING))?.has(word) ?? false,
    beginningWith: (letter) =>
      [...begins].flatMap(([beginning, place]) => (beginning[0] === letter ? wordsOf(place) : [])),
  };
}

/** Where the words with each beginning are in a text. */
function beginningsOf(text: string): ReadonlyMap<string, Place> {
  const begins = new Map<string, Place>();
  for (let at = 0; at < text.length; ) {
    const blank = text.indexOf(" ", at);
    const to = blank === -1 ? text.length : blank;
    const beginning = text.slice(at, Math.min(at + BEGINNING, to));
    begins.set(beginning, { from: begins.get(beginning)?.from ?? at, to });
    at = to + 1;
  }
  return begins;
}
