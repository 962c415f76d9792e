import { isCjk, patternAround } from "../../../src/rules.js";

/** Words that may appear twice in a row: `had had`, `Bora Bora`. */
const MAY_DOUBLE: ReadonlySet<string> = new Set([
  "had",
  "that",
  "bora",
  "so",
  "very",
  "bye",
  "no",
  "go",
  "ha",
  "new",
]);
/** Shorter words may appear three times in any title. */
const LEAST_LENGTH = 4;
const OFTEN = 3;

/** A word of a title, and how often the title has it. */
export interface RepeatedWord {
  readonly word: string;
  readonly count: number;
}

/**
 * A word that appears twice in a row in a title, or three times anywhere in it. Only words between spaces count:
 * in a script without spaces, letters alone do not show where a word ends.
 */
export function repeatedWord(title: string): RepeatedWord | undefined {
  const words = title
    .split(/\s+/)
    .map((word) => word.replace(/^[\p{P}\p{S}]+|(?<![\p{P}\p{S}])[\p{P}\p{S}]+$/gu, ""))
    .map((word) => ([...word].some(isCjk) ? "" : word));
  const counts = new Map<string, number>();
  for (const [index, word] of words.entries()) {
    const folded = word.toLowerCase();
    if (!/\p{L}/u.test(folded)) continue;
    const count = (counts.get(folded) ?? 0) + 1;
    counts.set(folded, count);
    const isBeside = words[index - 1]?.toLowerCase() === folded && touches(title, word);
    if (isBeside && folded.length > 1 && !MAY_DOUBLE.has(folded)) return { word, count: 2 };
    if (count === OFTEN && folded.length >= LEAST_LENGTH)
      return { word, count: totalOf(words, folded) };
  }
  return undefined;
}

/** Whether a word is repeated with only white space between: `Boats: boats` is a title with a subtitle. */
function touches(title: string, word: string): boolean {
  return patternAround("i")`${word}\s+${word}`.test(title);
}

function totalOf(words: readonly string[], folded: string): number {
  return words.filter((word) => word.toLowerCase() === folded).length;
}
