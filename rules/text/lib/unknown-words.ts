import { type Article, patternAround, perArticle, type Range } from "../../../src/rules.js";
import type { KnownWords } from "./known-words.js";
import { codeTextsOf, type ReadableText, readableTextsOf } from "./readable-texts.js";
import table from "./spelling.json" with { type: "json" };

/** A word of an article that no dictionary has. */
export interface UnknownWord {
  readonly word: string;
  readonly range: Range;
  /** Whether the word is written as it reads. */
  readonly isPlain: boolean;
  /** A name is not judged, but a site may use it as a word of its own. */
  readonly isName: boolean;
  readonly known: KnownWords;
}

const WORD = /[\p{L}\p{M}]+(?:['’‐-][\p{L}\p{M}]+)*/gu;
/** What makes a word a part of an identifier, a number, a file name or a flag. */
const BEFORE = /[\d_@#$\\/=.&%:~+*<\-\uFFFC]/;
const AFTER = /^(?:[\d_@#$\\/=&%~*>(\uFFFC-]|[.:][\p{L}\d])/u;
const LEAST_LETTERS = 3;
/** Where more of a text is unknown, it is of another language, or no prose. */
const LARGEST_SHARE = 0.25;
const LEAST_OF_ANOTHER_LANGUAGE = 4;

/**
 * The words of an article that no dictionary of their language has. Texts in a language without a dictionary are left
 * alone, as are acronyms, identifiers, and words that appear in code or a link target of the same article.
 */
export function unknownWords(
  article: Article,
  wordsOf: (language: string) => KnownWords | undefined,
): readonly UnknownWord[] {
  return readableTextsOf(article).flatMap((text) => {
    const known = text.language === undefined ? undefined : wordsOf(text.language);
    return known === undefined ? [] : unknownIn(article, text, known);
  });
}

function unknownIn(article: Article, readable: ReadableText, known: KnownWords): UnknownWord[] {
  const { text, language = "" } = readable;
  const unknown: UnknownWord[] = [];
  let count = 0;
  for (const found of text.matchAll(WORD)) {
    const end = found.index + found[0].length;
    if (BEFORE.test(text[found.index - 1] ?? "") || AFTER.test(text.slice(end, end + 2))) continue;
    count++;
    if (known.has(found[0].replaceAll("’", "'"))) continue;
    for (const { word, start } of partsOf(found[0], found.index)) {
      if (!isJudged(word, language) || known.has(word.replaceAll("’", "'"))) continue;
      if (technicalWordsOf(article).has(word.toLowerCase())) continue;
      unknown.push({
        word,
        range: readable.rangeOf(start, start + word.length),
        isPlain: readable.isPlain(start, start + word.length),
        isName: isName(readable, word, start),
        known,
      });
    }
  }
  const isForeign =
    unknown.length >= LEAST_OF_ANOTHER_LANGUAGE && unknown.length > count * LARGEST_SHARE;
  return isForeign ? [] : unknown;
}

/** A word as it is looked up: without a possessive, and with a hyphen or an elided article in parts. */
function partsOf(
  written: string,
  start: number,
): { readonly word: string; readonly start: number }[] {
  const word = written.replace(/['’]s$/, "");
  const parts: { word: string; start: number }[] = [];
  let at = 0;
  for (const part of word.split(/(?<=[‐-])|(?<=^[\p{L}\p{M}]{1,2}['’])/u)) {
    parts.push({ word: part.replace(/[‐-]$/, ""), start: start + at });
    at += part.length;
  }
  return parts;
}

function isJudged(word: string, language: string): boolean {
  if (word.replace(/['’]/g, "").length < LEAST_LETTERS) return false;
  // CamelCase, acronyms, and words drawn out.
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}|(.)\1\1/u.test(word)) return false;
  return scriptOf(language)?.test(word) === true;
}

const scripts = new Map<string, RegExp | undefined>();

/** Texts in the script of a language, with apostrophes. */
function scriptOf(language: string): RegExp | undefined {
  if (!scripts.has(language)) {
    const script = new Intl.Locale(language).maximize().script;
    const isLettered =
      script !== undefined && /^(?:Latn|Cyrl|Grek|Armn|Geor|Hebr|Arab)$/.test(script);
    scripts.set(
      language,
      isLettered ? patternAround("u")`^[\p{Script=${script}}\p{M}'’]+$` : undefined,
    );
  }
  return scripts.get(language);
}

/** A capital that neither the place nor the language asks for begins a name. */
function isName(
  { text, place, language = "" }: ReadableText,
  word: string,
  start: number,
): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  if (table.capitalNouns.includes(language)) return word.length < LEAST_NOUN;
  const before = text.slice(Math.max(0, start - 4), start);
  const isOpening = before === "" || (place === "text" && /[.!?]["'”’)]?\s+$/.test(before));
  return !isOpening || /^\s+\p{Lu}/u.test(text.slice(start + word.length));
}

/** Shorter words with a capital are rather surnames than nouns with a mistake. */
const LEAST_NOUN = 7;

/** Words in the code, the link targets and the image addresses of an article: it uses them as names. */
const technicalWordsOf = perArticle((article) => {
  const targets = article.elements.flatMap(({ properties }) =>
    [properties.href, properties.src].filter((value) => typeof value === "string"),
  );
  const texts = [...targets, ...codeTextsOf(article).map(({ text }) => text)];
  return new Set(
    texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase()),
  );
});
