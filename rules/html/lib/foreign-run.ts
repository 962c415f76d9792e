import {
  type Article,
  attributeOf,
  countScripts,
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
  const own = scriptOf(texts.map(({ text }) => text).join("\n"), 0.5);
  if (own === undefined) return [];
  const runs: { start: number; end: number }[] = [];
  let last: ProseText | undefined;
  for (const prose of texts) {
    const { text } = prose;
    // No UTF-16 unit weighs more than 2.
    const isLong = text.length * 2 > LEAST_WEIGHT && weightedLength(text) > LEAST_WEIGHT;
    const found = isLong ? scriptOf(text, LEAST_SHARE) : undefined;
    const isForeign =
      found !== undefined &&
      found !== own &&
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

/** The script with at least this share of the letters of a text; a CJK character counts as several letters. */
function scriptOf(text: string, share: number): string | undefined {
  const { han, kana, hangul, other } = countScripts(text);
  const cjk = (han + kana + hangul) * CJK_LETTERS;
  const letters = cjk + other;
  if (cjk > letters * share) return "cjk";
  const counts = countsOf(text);
  return SCRIPTS.find((_, index) => (counts[index] ?? 0) > letters * share)?.name;
}

/** How many characters of a text are in each of the scripts, in one pass. */
function countsOf(text: string): readonly number[] {
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

function isMarked(article: Article, { paragraph }: ProseText): boolean {
  for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
    if (at.properties.lang !== undefined && attributeOf(article, at, "lang") !== undefined)
      return true;
  }
  return false;
}
