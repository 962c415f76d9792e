import {
  type Article,
  attributeOf,
  countScripts,
  lazily,
  type ProseText,
  perUnit,
  proseTextsOf,
  type Range,
  weightedLength,
} from "../../../src/rules.js";

/** Scripts with a voice of their own, besides those of Chinese, Japanese and Korean, which count as one. */
const SCRIPTS = [
  { name: "latin", letter: /\p{Script=Latin}/u },
  { name: "cyrillic", letter: /\p{Script=Cyrillic}/u },
  { name: "greek", letter: /\p{Script=Greek}/u },
  { name: "arabic", letter: /\p{Script=Arabic}/u },
  { name: "hebrew", letter: /\p{Script=Hebrew}/u },
  { name: "devanagari", letter: /\p{Script=Devanagari}/u },
  { name: "thai", letter: /\p{Script=Thai}/u },
] as const;
/** What counts as the script of a character in none of them. */
const NO_SCRIPT = SCRIPTS.length;

/** Latin letters, signs and the placeholders of what is not prose. */
const ONE_SCRIPT = /^[\0-\u024f\u2000-\u2bff\ufffc]*$/;
/** Weighted length a passage must have before its language matters. */
const LEAST_WEIGHT = 200;
/** A word has about three times as many letters as it has CJK characters. */
const CJK_LETTERS = 3;
const LEAST_SHARE = 0.9;
/** Names, code and terms in another script are not a passage: a passage has lower-case words. */
const SMALL_WORDS = /(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu;
const LEAST_SMALL_WORDS = 15;

/** Passages in another script than the article, without a language tag around them; adjacent ones as one. */
export function foreignRuns(article: Article): readonly Range[] {
  const texts = proseTextsOf(article).filter(({ paragraph }) => !paragraph.inTable);
  if (texts.every(({ text }) => ONE_SCRIPT.test(text))) return [];
  const counted = texts.map(({ text }) => countsOf(text));
  const own = scriptOf(sumOf(counted), 0.5);
  if (own === undefined) return [];
  const runs: { start: number; end: number }[] = [];
  let last: ProseText | undefined;
  for (const [index, prose] of texts.entries()) {
    const { text } = prose;
    const found = scriptOf(counted[index] ?? NO_LETTERS, LEAST_SHARE);
    const isForeign =
      found !== undefined &&
      found !== own &&
      // No UTF-16 unit weighs more than 2.
      text.length * 2 > LEAST_WEIGHT &&
      weightedLength(text) > LEAST_WEIGHT &&
      (found !== "latin" || isRunning(text)) &&
      !isMarked(article, prose);
    const { range } = prose.paragraph;
    const run = runs.at(-1);
    if (isForeign && run !== undefined && last !== undefined) run.end = range.end;
    else if (isForeign) runs.push({ start: range.start, end: range.end });
    last = isForeign ? prose : undefined;
  }
  return runs;
}

function isRunning(text: string): boolean {
  return (text.match(SMALL_WORDS)?.length ?? 0) >= LEAST_SMALL_WORDS;
}

/** How many letters of a text are in which script; those of Chinese, Japanese and Korean count as one. */
interface LetterCounts {
  readonly cjk: number;
  /** Letters of every other script. */
  readonly other: number;
  /** Characters in each of {@link SCRIPTS}. */
  readonly each: () => readonly number[];
}

const NO_LETTERS: LetterCounts = { cjk: 0, other: 0, each: () => [] };

/** The script with at least this share of the letters; a CJK character counts as several letters. */
function scriptOf({ cjk, other, each }: LetterCounts, share: number): string | undefined {
  const weight = cjk * CJK_LETTERS;
  const letters = weight + other;
  if (weight > letters * share) return "cjk";
  const counts = each();
  return SCRIPTS.find((_, index) => (counts[index] ?? 0) > letters * share)?.name;
}

function sumOf(counted: readonly LetterCounts[]): LetterCounts {
  return {
    cjk: counted.reduce((sum, { cjk }) => sum + cjk, 0),
    other: counted.reduce((sum, { other }) => sum + other, 0),
    each: () =>
      SCRIPTS.map((_, index) => counted.reduce((sum, { each }) => sum + (each()[index] ?? 0), 0)),
  };
}

function countsOf(text: string): LetterCounts {
  const { han, kana, hangul, other } = countScripts(text);
  return { cjk: han + kana + hangul, other, each: lazily(() => scriptsOf(text)) };
}

/** How many characters of a text are in each of the scripts, in one pass. */
function scriptsOf(text: string): readonly number[] {
  const counts = [...SCRIPTS.map(() => 0), 0];
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    const script = codePoint > 0xffff ? indexOfScript(codePoint) : scriptOfUnit(codePoint);
    counts[script] = (counts[script] ?? 0) + 1;
    if (codePoint > 0xffff) index++;
  }
  return counts;
}

function indexOfScript(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const index = SCRIPTS.findIndex(({ letter }) => letter.test(character));
  return index < 0 ? NO_SCRIPT : index;
}

const scriptOfUnit = perUnit(indexOfScript);

/** Whether an element around a text says in which language it is. */
export function isMarked(article: Article, { paragraph }: ProseText): boolean {
  for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
    if (at.properties.lang !== undefined && attributeOf(article, at, "lang") !== undefined)
      return true;
  }
  return false;
}
