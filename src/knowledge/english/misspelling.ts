import { lazily } from "../../article/lazily.js";
import { remembered } from "../../article/remembered.js";
import table from "./misspelling.json" with { type: "json" };
import { type WordList, wordListOf } from "./word-list.js";
import words from "./words.json" with { type: "json" };

/** Words that can be asked for one. */
type Words = Pick<WordList, "has">;

/** The words that slips are judged by. */
interface Lexicon {
  /** Words that all use. */
  readonly everyday: Words;
  /** These and words that most know: the common words, whose slips are told. */
  readonly common: Words;
  /** Short words that take endings, besides the common ones. */
  readonly stems: Words;
  /** Other words that are right, though they look like a slip of a common one. */
  readonly right: Words;
  /** The common words with a first letter, a last letter and a length. */
  alike(first: string, last: string, length: number): readonly string[];
}

/** How a word differs from the one that was meant. */
type Slip = "swapped" | "doubled" | "single" | "missing" | "added" | "changed" | "syllable";

/** Fewest letters of a word in which each slip is told: in shorter ones it makes too many other words. */
const LEAST: Readonly<Record<Slip, number>> = table.least;
const SURE: ReadonlyMap<string, string> = new Map(Object.entries(table.sure));
/** Letters that writers draw out on purpose: `sweeet`; `unnnoticed` is a slip. */
const DRAWN_OUT = /([aeiouhmrsxyz])\1\1/;
/** Brand names leave the last vowel out: `tumblr`. */
const NAME_ENDING = /[^aeiouy]r$/;
/** Shorter words have too many neighbours. */
const LEAST_MEANT = 5;
/** Fewest letters of a changed word that few use. */
const LEAST_CHANGED_RARE = 9;
/** Parts of a compound have at least so many letters. */
const LEAST_PART = 3;
/** Before these an `e` at the end of a stem is dropped, and a consonant may be doubled. */
const VOWEL = /^[aeiouy]/;
/** A stem without its ending or beginning has at least so many letters. */
const LEAST_STEM = 3;

/** Made when the first English text comes. */
const lexicon = lazily(() => lexiconOf(words));

/**
 * The common English word that a word is a slip of: letters swapped, doubled, left out, added or changed within it.
 * Undefined for words that are right, for those that endings and other words make of common ones, and where no common
 * word is near. Short slips that many make (`teh`) are a table.
 *
 * @param word in lower case, of the letters a to z
 */
export function misspellingOf(word: string): string | undefined {
  return lexicon().common.has(word) ? undefined : slipOfRareWord(word);
}

/** Whether a word, in lower case, is one that most readers of English know. */
export function isCommonEnglish(word: string): boolean {
  return lexicon().common.has(word);
}

const slipOfRareWord = remembered((word) => SURE.get(word) ?? slipOf(word, lexicon()), 20_000);

/** Lists of words, each sorted and separated by blanks, ready to be looked up. */
export function lexiconOf(lists: {
  readonly everyday: string;
  readonly familiar: string;
  readonly stems: string;
  readonly right: string;
}): Lexicon {
  const [everyday, familiar] = [wordListOf(lists.everyday), wordListOf(lists.familiar)];
  const byLetter = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const alike = (first: string, last: string, length: number): readonly string[] => {
    let group = byLetter.get(first);
    if (group === undefined) {
      group = groupOf([...everyday.beginningWith(first), ...familiar.beginningWith(first)]);
      byLetter.set(first, group);
    }
    return group.get(`${last}${length}`) ?? [];
  };
  const common = { has: (word: string) => everyday.has(word) || familiar.has(word) };
  return {
    everyday,
    common,
    stems: wordListOf(lists.stems),
    right: wordListOf(lists.right),
    alike,
  };
}

/** The words that have neighbours to tell, by their last letter and their length. */
function groupOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const group = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < LEAST_MEANT) continue;
    const key = `${word.at(-1)}${word.length}`;
    const list = group.get(key);
    if (list === undefined) group.set(key, [word]);
    else list.push(word);
  }
  return group;
}

/** The common word of which a word is a slip, the likeliest kind of slip first. */
export function slipOf(word: string, known: Lexicon): string | undefined {
  const { common, right } = known;
  if (DRAWN_OUT.test(word) || NAME_ENDING.test(word)) return undefined;
  if (word.length < LEAST.swapped || common.has(word) || right.has(word)) return undefined;
  if (respelled(word).some((one) => common.has(one) || right.has(one))) return undefined;
  let best: { readonly slip: Slip; readonly meant: string } | undefined;
  for (const { slip, meant } of nearWords(word, known)) {
    const isRare = slip === "changed" && !known.everyday.has(meant);
    if (word.length < (isRare ? LEAST_CHANGED_RARE : LEAST[slip])) continue;
    if (best === undefined || table.order.indexOf(slip) < table.order.indexOf(best.slip))
      best = { slip, meant };
  }
  return best === undefined || isDerived(word, known) ? undefined : best.meant;
}

/** A word with the letters that the spellings of English differ in: `advertized`, `advertised`. */
function respelled(word: string): readonly string[] {
  return table.variants.flatMap(([one = "", other = ""]) =>
    word.includes(one) ? [word.replaceAll(one, other)] : [],
  );
}

function* nearWords(
  word: string,
  { common, alike }: Lexicon,
): Generator<{ readonly slip: Slip; readonly meant: string }> {
  for (let at = 0; at < word.length - 1; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    if (swapped !== word && common.has(swapped)) yield { slip: "swapped", meant: swapped };
  }
  const [first = "", last = ""] = [word[0], word.at(-1)];
  // A word from which a syllable is missing is as long as no other slip of it.
  const isLong = word.length >= LEAST.syllable;
  const longer = isLong ? [word.length + 1, word.length + 2] : [word.length + 1];
  for (const length of [...longer, word.length - 1, word.length]) {
    for (const meant of alike(first, last, length)) {
      const slip = slipBetween(word, meant);
      if (slip !== undefined) yield { slip, meant };
    }
  }
}

/** How a word differs from another with the same first and last letter by one letter; undefined where by more. */
function slipBetween(word: string, meant: string): Slip | undefined {
  const shorter = Math.min(word.length, meant.length);
  let start = 0;
  while (start < shorter && word[start] === meant[start]) start++;
  let end = 0;
  while (end < shorter - start && word[word.length - 1 - end] === meant[meant.length - 1 - end])
    end++;
  if (word.length === meant.length) return start + end === shorter - 1 ? "changed" : undefined;
  if (start + end < shorter) return undefined;
  if (meant.length === word.length + 2) return "syllable";
  const longer = word.length > meant.length ? word : meant;
  const isRepeated = longer[start] === longer[start - 1] || longer[start] === longer[start + 1];
  if (longer === word) return isRepeated ? "doubled" : "added";
  return isRepeated ? "single" : "missing";
}

/** Whether a word is a common one with an ending or a beginning, or two of them: `blocklists`, `unsee`, `skillset`. */
function isDerived(word: string, { common, stems }: Lexicon): boolean {
  const isStem = (stem: string) =>
    stem.length >= LEAST_STEM && (common.has(stem) || stems.has(stem));
  const { endings, beginnings } = table;
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const isDoubled = stem.length > LEAST_STEM && stem.at(-1) === stem.at(-2);
    const bases = [
      stem,
      ...(VOWEL.test(ending) ? [`${stem}e`] : []),
      ...(isDoubled ? [stem.slice(0, -1)] : []),
    ].filter(isStem);
    if (bases.length > 0 && !bases.some((base) => isWrittenOtherwise(base, ending, common)))
      return true;
  }
  if (beginnings.some((one) => word.startsWith(one) && isStem(word.slice(one.length)))) return true;
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (common.has(first) && common.has(second) && !isMetTwice(first, second, common)) return true;
  }
  return false;
}

/** Whether a word with an ending has a spelling that all know, and it is another one: `occured`, `openned`, `realy`. */
function isWrittenOtherwise(base: string, ending: string, common: Words): boolean {
  const short = base.replace(/e$/, "");
  const forms = VOWEL.test(ending)
    ? [`${short}${ending}`, `${base}${base.at(-1)}${ending}`, `${base}l${ending}`]
    : [`${base}${ending}`, `${base}al${ending}`];
  return forms.some((form) => common.has(form));
}

/** Whether two words share a letter where they meet in a common one: `usefull`, `missmatch`. */
function isMetTwice(first: string, second: string, common: Words): boolean {
  return (
    (second === "full" && common.has(`${first}ful`)) ||
    (first.at(-1) === second[0] && common.has(first + second.slice(1)))
  );
}
