import {
  type Article,
  attributeOf,
  countScripts,
  type ProseText,
  proseTextsOf,
  type Range,
  type ScriptCounts,
  weightedLength,
} from "../../../src/rules.js";

/** Scripts with a voice of their own, besides those of Chinese, Japanese and Korean, which count as one. */
const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  greek: /\p{Script=Greek}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  devanagari: /\p{Script=Devanagari}/gu,
  thai: /\p{Script=Thai}/gu,
} as const;

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
  const whole = texts.map(({ text }) => text).join("\n");
  if (ONE_SCRIPT.test(whole)) return [];
  const counted = texts.map((prose) => ({ prose, counts: countScripts(prose.text) }));
  const own = scriptOf(whole, together(counted.map(({ counts }) => counts)), 0.5);
  if (own === undefined) return [];
  const runs: { start: number; end: number }[] = [];
  let last: ProseText | undefined;
  for (const { prose, counts } of counted) {
    const isLong = weightedLength(prose.text) > LEAST_WEIGHT;
    const found = isLong ? scriptOf(prose.text, counts, LEAST_SHARE) : undefined;
    const isForeign =
      found !== undefined &&
      found !== own &&
      (found !== "latin" || isRunning(prose.text)) &&
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
function scriptOf(text: string, counts: ScriptCounts, share: number): string | undefined {
  const { han, kana, hangul, other } = counts;
  const cjk = (han + kana + hangul) * CJK_LETTERS;
  const letters = cjk + other;
  if (cjk > letters * share) return "cjk";
  for (const [script, letter] of Object.entries(SCRIPTS)) {
    if ((text.match(letter)?.length ?? 0) > letters * share) return script;
  }
  return undefined;
}

function together(counts: readonly ScriptCounts[]): ScriptCounts {
  const sum = { han: 0, kana: 0, hangul: 0, other: 0 };
  for (const { han, kana, hangul, other } of counts) {
    sum.han += han;
    sum.kana += kana;
    sum.hangul += hangul;
    sum.other += other;
  }
  return sum;
}

function isMarked(article: Article, { paragraph }: ProseText): boolean {
  for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
    if (at.properties.lang !== undefined && attributeOf(article, at, "lang") !== undefined)
      return true;
  }
  return false;
}
