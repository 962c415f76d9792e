import { nearestOf } from "./nearest.js";

/** What a word was to be, and how often that is used. */
export interface RareSlip {
  readonly meant: string;
  readonly count: number;
}

/** When a word is taken for a slip. */
export interface SlipMeasure {
  /** So often what is meant must be used. */
  readonly least: number;
  /** Most edits between the two; 1 when absent. */
  readonly limit?: number;
  /** Least number of letters; 4 when absent. */
  readonly shortest?: number;
}

/** Below this length, one letter more or less makes another word. */
const SHORTEST = 4;

/** What a word that is used once was to be, where it is nearly one that is used often; undefined for any other word. */
export function rareSlip(
  word: string,
  uses: ReadonlyMap<string, number>,
  { least, limit = 1, shortest = SHORTEST }: SlipMeasure,
): RareSlip | undefined {
  if (uses.get(word) !== 1 || word.length < shortest) return undefined;
  const usual = [...uses].flatMap(([one, count]) =>
    count >= least && !isVariant(one, word) ? [one] : [],
  );
  const meant = nearestOf(word, usual, { limit, swaps: true });
  return meant === undefined ? undefined : { meant, count: uses.get(meant) ?? 0 };
}

/** How often each word is used. */
export function usesOf(words: Iterable<string>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/** Whether both may well be meant: in another letter case, of one thing and of several, or by number. */
function isVariant(one: string, other: string): boolean {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  const digits = (text: string): string => text.replace(/\D/g, "");
  return (
    left === right || left === `${right}s` || right === `${left}s` || digits(one) !== digits(other)
  );
}
