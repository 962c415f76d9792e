import { lazily } from "../../../src/rules.js";
import { type PhraseSlip, phrasesOf } from "./phrase-patterns.js";
import { repeatAt } from "./phrase-repeats.js";
import table from "./phrase-slips.json" with { type: "json" };
import { isName, LONGEST_SENTENCE, type Word, wordsOf } from "./phrase-words.js";

/** Words of English that do not follow one another, and what was meant. */
export interface WrongPhrase {
  readonly start: number;
  readonly end: number;
  /** Empty where nobody can tell. */
  readonly meant: string;
}

/** Words that a sentence may begin with and that are names as well. */
const NAMES: ReadonlySet<string> = new Set(["May", "Will"]);
const CAPITAL = /^\p{Lu}/u;
const END_OF_PART = /^(?:[.,;:!?)]|\s*$)/;

const phrases = lazily(() => phrasesOf(table));

/** `could of`, `has went`, `these options is`: words of a text in English that never follow one another. */
export function wrongPhrases(text: string): readonly WrongPhrase[] {
  const words = wordsOf(text);
  const found: WrongPhrase[] = [];
  let end = 0;
  for (const [at, word] of words.entries()) {
    if (word.start < end) continue;
    const phrase = repeatAt(words, at) ?? phraseAt(text, words, at, word);
    if (phrase === undefined) continue;
    found.push(phrase);
    end = phrase.end;
  }
  return found;
}

function phraseAt(
  text: string,
  words: readonly Word[],
  at: number,
  word: Word,
): WrongPhrase | undefined {
  const byFirst = phrases();
  const own = phraseOf(byFirst.get(word.lower), text, words, at, word);
  if (own !== undefined || !word.isFirst) return own;
  return phraseOf(byFirst.get("*"), text, words, at, word);
}

function phraseOf(
  some: readonly PhraseSlip[] | undefined,
  text: string,
  words: readonly Word[],
  at: number,
  word: Word,
): WrongPhrase | undefined {
  if (some === undefined || NAMES.has(word.written) || (isName(word) && !word.isFirst))
    return undefined;
  for (const phrase of some) {
    if (!maySecondFollow(phrase, words[at + 1])) continue;
    const taken = stepsTaken(phrase, words, at);
    const last = words[at + (taken?.length ?? 0) - 1];
    if (taken === undefined || last === undefined || isMention(text, word, last)) continue;
    if (!fitsBefore(phrase, text, words, at) || !fitsAfter(phrase, text, words, at + taken.length))
      continue;
    return { start: word.start, end: last.end, meant: meantBy(phrase, words.slice(at), taken) };
  }
  return undefined;
}

/** Most phrases end here: two words are seldom those of one. */
function maySecondFollow({ steps }: PhraseSlip, next: Word | undefined): boolean {
  const [first, second] = steps;
  if (second === undefined || second.isOptional || first?.isOptional === true) return true;
  return next?.followsWord === true && second.is(next.lower);
}

/** For each word from one on, the step of a phrase that it takes; undefined where the words are no such phrase. */
function stepsTaken(
  { steps }: PhraseSlip,
  words: readonly Word[],
  at: number,
): readonly number[] | undefined {
  const taken: number[] = [];
  for (const [step, { is, isAny, isOptional }] of steps.entries()) {
    const next = words[at + taken.length];
    const isNext =
      next !== undefined && (taken.length === 0 || (next.followsWord && (isAny || !isName(next))));
    if (isNext && is(next.lower)) taken.push(step);
    else if (!isOptional) return undefined;
  }
  return taken;
}

/** Whether words are in marks of their own: `'be will'`. */
function isMention(text: string, { start }: Word, { end }: Word): boolean {
  return /['‘]/.test(text[start - 1] ?? "") && /['’]/.test(text[end] ?? "");
}

function fitsBefore(
  { before, isAtStart, notBefore, notEarlier }: PhraseSlip,
  text: string,
  words: readonly Word[],
  at: number,
): boolean {
  const isFirst = words[at]?.isFirst === true;
  const { start = 0, followsWord = false } = words[at] ?? {};
  const comma = text.slice(start - 2, start) === ", " ? "," : "";
  const earlier = followsWord ? (words[at - 1]?.lower ?? "") : comma;
  if (before !== undefined && !(isAtStart && isFirst) && !before(earlier)) return false;
  if (notBefore?.(earlier) === true) return false;
  const least = Math.max(0, at - LONGEST_SENTENCE);
  for (let one = at; notEarlier !== undefined && one > least; one--) {
    if (words[one]?.isFirst === true) break;
    if (notEarlier(words[one - 1]?.lower ?? "")) return false;
  }
  return true;
}

function fitsAfter(
  { after, notAfter }: PhraseSlip,
  text: string,
  words: readonly Word[],
  end: number,
): boolean {
  const next = words[end];
  const later = next?.followsWord === true ? next.lower : "";
  if (notAfter?.(later) === true) return false;
  if (after === undefined || after(later)) return true;
  const last = words[end - 1]?.end ?? text.length;
  return later === "" && after(".") && END_OF_PART.test(text.slice(last, last + 2));
}

function meantBy(
  { meant, formOf }: PhraseSlip,
  words: readonly Word[],
  taken: readonly number[],
): string {
  const parts = meant.split(" ").flatMap((part) => {
    const [whole, digit, form] = /^\$(\d)(?:\.(\w+))?$/.exec(part) ?? [];
    if (whole === undefined) return [part];
    const index = taken.indexOf(Number(digit) - 1);
    const word = index < 0 ? undefined : words[index];
    if (word === undefined) return [];
    return [(form === undefined ? undefined : formOf(form, word.lower)) ?? word.written];
  });
  const joined = parts.join(" ");
  if (!CAPITAL.test(words[0]?.written ?? "")) return joined;
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
