import table from "./phrase-slips.json" with { type: "json" };
import { LONGEST_SENTENCE, type Word } from "./phrase-words.js";

const FUNCTION_WORDS: ReadonlySet<string> = new Set(table.classes.function.split(" "));
/** Words that repeat a phrase on purpose: `and so on and so on`. */
const JOINING: ReadonlySet<string> = new Set(table.joining.split(" "));
/** Words by which one is in another of its kind: `the first child of the first child of the root`. */
const NESTING: ReadonlySet<string> = new Set(table.nesting.split(" "));
/** Clauses that end and begin alike: `what needs to be done needs to be done`. */
const CLAUSE: ReadonlySet<string> = new Set(table.meeting.split(" "));
const LONGEST = 4;
const PLAIN = /^[a-z']+$/;

/** A phrase that is written twice in a row: `to be used to be used`, `of the of the`. */
export function repeatAt(
  words: readonly Word[],
  at: number,
): { readonly start: number; readonly end: number; readonly meant: string } | undefined {
  const first = words[at];
  for (let length = 2; first !== undefined && length <= LONGEST; length++) {
    if (words[at + length]?.lower !== first.lower) continue;
    const twice = words.slice(at, at + 2 * length);
    const one = twice.slice(0, length);
    const last = twice[2 * length - 1];
    if (last === undefined || !isSame(one, twice.slice(length)) || !arePlain(twice)) continue;
    if (length > 2 && one.some(({ lower }) => NESTING.has(lower))) continue;
    if (one.filter(({ lower }) => FUNCTION_WORDS.has(lower)).length < 2) continue;
    if (one.every(({ lower }) => lower === first.lower) || followsClause(words, at)) continue;
    const meant = one.map(({ written }) => written).join(" ");
    return { start: first.start, end: last.end, meant };
  }
  return undefined;
}

function isSame(one: readonly Word[], two: readonly Word[]): boolean {
  return one.every(({ lower }, index) => lower === two[index]?.lower);
}

function arePlain(words: readonly Word[]): boolean {
  return words.every(
    ({ lower, followsWord }, index) =>
      PLAIN.test(lower) && !JOINING.has(lower) && (index === 0 || followsWord),
  );
}

function followsClause(words: readonly Word[], at: number): boolean {
  const least = Math.max(0, at - LONGEST_SENTENCE);
  for (let one = at; one > least && words[one]?.isFirst !== true; one--)
    if (CLAUSE.has(words[one - 1]?.lower ?? "")) return true;
  return false;
}
