import {
  type Article,
  ancestorOf,
  descriptionFields,
  innerRange,
  languageOf,
  languageOfSegment,
  misspellingOf,
  proseTextsOf,
  type Range,
  textContentOf,
} from "../../../src/rules.js";

/** A word that looks like a slip in a common one. */
export interface MisspelledWord {
  readonly word: string;
  readonly meant: string;
  readonly range: Range;
  /** Whether the word is written as it reads. */
  readonly isPlain: boolean;
}

/** A text that a reader meets, and where its parts are written. */
interface ReadText {
  readonly text: string;
  rangeOf(start: number, end: number): Range;
  isPlain(start: number, end: number): boolean;
}

const WORD = /[A-Za-z]{3,}/g;
/** Capitals inside a word make an identifier of it. */
const JUDGED = /^[A-Z]?[a-z]+$/;
const CAPITAL = /^[A-Z]/;
/** Where a capital is due. */
const SENTENCE_END = /[.!?]["'”’)]?\s+$/;
/** What makes a word a part of another, an identifier, a file name, a flag or a hyphenated name. */
const BEFORE = /[\p{L}\p{M}\d_@#$\\/=.&%:~+*<'’\-\uFFFC]/u;
const AFTER = /^(?:[\p{L}\p{M}\d_@#$\\/=&%~*>('’\-\uFFFC]|[.:][\p{L}\d])/u;

/** A name in brackets, or a word that the text speaks of: `(pthier)`, `"vertycal"`. */
const MENTIONED = /^(?:\(\)|""|''|“”|‘’)$/;

/** The misspelled words of an article's English prose, title and descriptions; quotations, code and names left out. */
export function misspelledWords(article: Article): readonly MisspelledWord[] {
  if (namesAnotherLanguage(article.path)) return [];
  const texts = englishTexts(article);
  const slips = texts.flatMap((text) => slipsIn(text));
  if (slips.length === 0) return slips;
  const named = new Set([...wordsOfCode(article), ...texts.flatMap(({ text }) => namesIn(text))]);
  return slips.filter(({ word }) => !named.has(word.toLowerCase()));
}

/** Whether a path says that an article is in another language: a short one with an English quotation may look English. */
function namesAnotherLanguage(path: string): boolean {
  return path.split(/[/.]/).some((part) => {
    const language = languageOfSegment(part);
    return language !== undefined && language !== "en";
  });
}

function englishTexts(article: Article): readonly ReadText[] {
  const prose = proseTextsOf(article).flatMap(({ paragraph, text, language, isPlain }) => {
    const { element } = paragraph;
    if (language !== "en" || element?.tagName === "blockquote") return [];
    const isQuoted =
      element !== undefined && ancestorOf(article, element, ["blockquote"]) !== undefined;
    const rangeOf = (start: number, end: number) => paragraph.rangeOf(start, end);
    return isQuoted ? [] : [{ text, rangeOf, isPlain }];
  });
  if (languageOf(article) !== "en") return prose;
  const titles = article.frontMatter?.entries.filter(({ path }) => path.join() === "title") ?? [];
  const descriptions = descriptionFields(article).map(({ entry }) => entry);
  const fields = [...titles, ...descriptions].flatMap((entry) => {
    const { value } = entry;
    if (typeof value !== "string") return [];
    const inner = innerRange(entry);
    const index = article.source.slice(inner.start, inner.end).indexOf(value);
    const at = inner.start + index;
    const rangeOf = (start: number, end: number) =>
      index < 0 ? inner : { start: at + start, end: at + end };
    return [{ text: value, rangeOf, isPlain: () => index >= 0 }];
  });
  return [...prose, ...fields];
}

function slipsIn({ text, rangeOf, isPlain }: ReadText): readonly MisspelledWord[] {
  const found: MisspelledWord[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const meant = misspellingOf(word.toLowerCase());
    if (meant === undefined || !JUDGED.test(word) || isName(text, word, start)) continue;
    const end = start + word.length;
    const before = text[start - 1] ?? "";
    if (BEFORE.test(before) || AFTER.test(text.slice(end, end + 2))) continue;
    if (MENTIONED.test(before + text.slice(end, end + 1))) continue;
    const isCapital = CAPITAL.test(word);
    // Two capitals in a row, or a single word, are rather a name than the beginning of a sentence.
    if (isCapital && !/^,? [a-z]/.test(text.slice(end, end + 3))) continue;
    found.push({
      word,
      meant: isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant,
      range: rangeOf(start, end),
      isPlain: isPlain(start, end),
    });
  }
  return found;
}

/** Whether a word has a capital that nothing asks for. */
function isName(text: string, word: string, start: number): boolean {
  if (!CAPITAL.test(word) || start === 0) return false;
  return !SENTENCE_END.test(text.slice(Math.max(0, start - 4), start));
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(WORD)]
    .filter(({ 0: word, index }) => isName(text, word, index))
    .map(([word]) => word.toLowerCase());
}

/** The words in the code and the link targets of an article: it uses them as names. */
function wordsOfCode(article: Article): readonly string[] {
  const texts = article.elements.flatMap((element) => {
    const { href, src } = element.properties;
    const code = element.tagName === "code" ? textContentOf(article, element).text : undefined;
    return [href, src, code].filter((one) => typeof one === "string");
  });
  return texts.flatMap((text) => text.match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase());
}
