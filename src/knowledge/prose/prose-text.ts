import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";
import { languageOfText } from "./article-language.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";
import inline from "./prose-text.json" with { type: "json" };
import { verbatimRangesOf } from "./verbatim.js";

/** Stands for each character that is no prose, and for a picture between two texts (OBJECT REPLACEMENT CHARACTER). */
export const OBJECT = "\uFFFC";

/** A paragraph as its typography is judged. */
export interface ProseText {
  readonly paragraph: Paragraph;
  /** As long as the paragraph's text; code, template tags, addresses and emoji codes in it are `OBJECT`. */
  readonly text: string;
  /** Primary subtag; undefined where nothing tells. */
  readonly language: string | undefined;
  /** The character a reader sees before an index, whatever inline markup stands between; `OBJECT` for a picture, empty at the start. */
  before(index: number): string;
  /** The character a reader sees at an index, whatever inline markup stands before it; empty at the end. */
  after(index: number): string;
  /** A stretch as it is written, markup and references in it included. */
  sourceOf(start: number, end: number): string;
  /** Whether a stretch is written as it reads: within one text node, without references, escapes or prefixes. */
  isPlain(start: number, end: number): boolean;
}

/** Elements that are no prose besides those whose text is verbatim. */
const CODE: ReadonlySet<string> = new Set(inline.code);
/** Markup that leaves the characters on its two sides neighbours. */
const OPAQUE = new RegExp(`!\\[|<(?!/?(?:${inline.transparent.join("|")})(?![\\w-]))`, "i");
const ADDRESS =
  /(?:(?:https?|ftp|mailto|file):|\/\/|www\.)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+|:[a-z][\w+-]{1,30}:|(?<![\w.-])[\w.-]{1,64}\/[\w./-]{0,200}\.[a-z]{1,5}\b/gi;
const AFTER_ADDRESS = /[)\]}>.,:;!?'"*_~]/;
const MAY_HOLD_ADDRESS = /[/@:]|www/;

/** The paragraphs of an article that are not wholly code, in source order. Read once per article. */
export const proseTextsOf: (article: Article) => readonly ProseText[] = perArticle((article) => {
  const ranges = noProseRanges(article);
  return paragraphsOf(article)
    .filter(({ onlyCode }) => !onlyCode)
    .map((paragraph) => proseText(article, paragraph, ranges));
});

function proseText(article: Article, paragraph: Paragraph, ranges: readonly Range[]): ProseText {
  const { source } = article;
  const text = withoutAddresses(withoutRanges(paragraph, ranges));
  const isOpaque = (index: number): boolean => {
    const previous = paragraph.rangeOf(index - 1, index);
    const next = paragraph.rangeOf(index, index + 1);
    return OPAQUE.test(source.slice(previous.end, next.start));
  };
  const sourceOf = (start: number, end: number): string => {
    const range = paragraph.rangeOf(start, end);
    return source.slice(range.start, range.end);
  };
  return {
    paragraph,
    text,
    sourceOf,
    language: languageOfText(article, paragraph.element, text),
    before: (index) => {
      const character = text[index - 1] ?? "";
      return character !== "" && index < text.length && isOpaque(index) ? OBJECT : character;
    },
    after: (index) => {
      const character = text[index] ?? "";
      return character !== "" && index > 0 && isOpaque(index) ? OBJECT : character;
    },
    isPlain: (start, end) => sourceOf(start, end) === text.slice(start, end),
  };
}

/** Places without prose, sorted and merged. */
function noProseRanges(article: Article): readonly Range[] {
  const all = [
    ...verbatimRangesOf(article),
    ...article.elements.filter(({ tagName }) => CODE.has(tagName)).map(rangeOf),
  ].sort((left, right) => left.start - right.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function withoutRanges(paragraph: Paragraph, ranges: readonly Range[]): string {
  const { range, text } = paragraph;
  const parts: string[] = [];
  let done = 0;
  for (let at = firstAfter(ranges, range.start); at < ranges.length; at++) {
    const hidden = ranges[at];
    if (hidden === undefined || hidden.start >= range.end) break;
    const start = indexOf(paragraph, hidden.start);
    const end = indexOf(paragraph, hidden.end);
    parts.push(text.slice(done, start), OBJECT.repeat(end - start));
    done = end;
  }
  return done === 0 ? text : parts.join("") + text.slice(done);
}

function firstAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first character of a paragraph that stands at or after a source offset. */
function indexOf(paragraph: Paragraph, offset: number): number {
  let low = 0;
  let high = paragraph.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraph.offsetOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutAddresses(text: string): string {
  if (!MAY_HOLD_ADDRESS.test(text)) return text;
  return text.replace(ADDRESS, (found) => {
    const address = withoutTail(found);
    return OBJECT.repeat(address.length) + found.slice(address.length);
  });
}

/** A bracket or a mark after an address belongs to the sentence (GFM 0.29, 6.9). */
function withoutTail(found: string): string {
  const opening = found.split("(").length;
  let closing = found.split(")").length;
  let end = found.length;
  for (; AFTER_ADDRESS.test(found[end - 1] ?? ""); end--) {
    if (found[end - 1] !== ")") continue;
    if (opening >= closing) break;
    closing--;
  }
  return found.slice(0, end);
}
