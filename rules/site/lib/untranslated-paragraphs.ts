import {
  type Article,
  type ArticleFacts,
  certainLanguage,
  comparedParagraphs,
  fingerprintOf,
  languageOf,
  likelyLanguage,
  type Paragraph,
  type Range,
} from "../../../src/rules.js";

/** A paragraph that is not in the language of its article, as it may be written in the original. */
export interface ForeignProse {
  readonly hashes: readonly string[];
  readonly range: Range;
  /** Whether the article alone shows that it is in another language. */
  readonly isCertain: boolean;
}

const LEAST_SMALL_WORDS = 4;
/** So many paragraphs show that a page is translated, where so few are those of the original. */
const LEAST_PARAGRAPHS = 6;
const MOST_LEFT = 0.2;
/** Words about the author of something, which are no prose: they are never translated. */
const CREDIT =
  /^\P{L}*(?:photos?|images?|illustrations?|copyright|licensed|originally published|source|©)/iu;

/** Paragraphs of prose that are in another language than their article. */
export function foreignProse(article: Article): readonly ForeignProse[] {
  const own = languageOf(article);
  if (own === undefined) return [];
  return comparedParagraphs(article).flatMap(({ paragraph }) => {
    const { text, range } = paragraph;
    const words = text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu)?.length ?? 0;
    if (/\p{Script=Latin}/u.test(text) && words < LEAST_SMALL_WORDS) return [];
    const language = likelyLanguage(text);
    if (language === undefined || language === own || isKept(article, paragraph)) return [];
    const isCertain = certainLanguage(text) !== undefined;
    const { start, end } = range;
    return [{ hashes: hashesOf(text), range: { start, end }, isCertain }];
  });
}

/** What of an article was left as it is in its original, where the rest is translated. */
export function untranslatedProse(
  original: ArticleFacts,
  translation: ArticleFacts,
  foreign: readonly ForeignProse[],
): readonly Range[] {
  const own = translation.paragraphs;
  if (foreign.length === 0 || own.length < LEAST_PARAGRAPHS) return [];
  const known = new Set(original.paragraphs.map(({ hash }) => hash));
  const left = own.filter(({ hash }) => known.has(hash)).length;
  const found = foreign.filter(({ hashes }) => hashes.some((hash) => known.has(hash)));
  if (Math.max(left, found.length, foreign.length) > own.length * MOST_LEFT) return [];
  // A single one that the article alone shows is the finding of another rule.
  const certain = foreign.filter(({ isCertain }) => isCertain).length;
  return found.filter(({ isCertain }) => !isCertain || certain > 1).map(({ range }) => range);
}

/** Whether somebody's words are kept as they are: a quotation, a notice, a credit. */
function isKept(article: Article, { text, range, element }: Paragraph): boolean {
  if (CREDIT.test(text) || /^\P{L}*["“”„«»‘「『《〈]/u.test(text)) return true;
  if (/[*_]/.test(article.source[range.start - 1] ?? "")) return true;
  for (let at = element; at !== undefined; at = article.parentOf(at)) {
    if (/^(?:blockquote|figure|figcaption|details|aside|li|em|i|q)$/.test(at.tagName)) return true;
    if (at.properties.lang !== undefined) return true;
  }
  return false;
}

/** The text as it is, and with straight or curly marks alone. */
function hashesOf(text: string): readonly string[] {
  const straight = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  const curly = text.replace(/'/g, "’");
  return [...new Set([text, straight, curly])].map(fingerprintOf);
}
