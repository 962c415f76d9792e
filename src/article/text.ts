import { decodeHTML } from "entities";
import type { Element, Nodes, Text } from "hast";
import type { Article } from "./article.js";
import { decodeMarkdown } from "./attributes/markdown.js";
import { rangeOf } from "./node-range.js";
import { perArticle } from "./per-article.js";
import type { Range } from "./range.js";
import { TEMPLATE_FILLER } from "./templates.js";

/** Text as a reader sees it, with a way back to the source. */
export interface SourceText {
  /** Entities and escapes decoded, template tags as written. */
  readonly text: string;
  /** Source offset of the character at `index` of `text`; `text.length` gives the end. */
  offsetOf(index: number): number;
  /** The source range of `text.slice(start, end)`; a tag or dropped white space after the last character is not part of it. */
  rangeOf(start: number, end: number): Range;
}

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});?/iy;
/** `&frac34`, with its ampersand. */
const LONGEST_LEGACY_NAME = 7;
const knownTexts = perArticle(() => new Map<Text, SourceText>());

/** The text of one text node, mapped to the source through entities, escapes, masks and container prefixes. */
export function textOf(article: Article, node: Text): SourceText {
  const known = knownTexts(article);
  const cached = known.get(node);
  if (cached !== undefined) return cached;
  const { start, end } = rangeOf(node);
  const slice = article.source.slice(start, end);
  const result =
    slice === node.value
      ? mapped(slice, (index) => start + Math.min(index, slice.length))
      : align(article, node, slice, start);
  known.set(node, result);
  return result;
}

function isCodeSpan(article: Article, node: Text, slice: string): boolean {
  return slice.startsWith("`") && article.parentOf(node)?.tagName === "code";
}

function mapped(text: string, offsetOf: (index: number) => number): SourceText {
  return {
    text,
    offsetOf,
    rangeOf: (start, end) => ({ start: offsetOf(start), end: offsetOf(end) }),
  };
}

/**
 * Aligns a parser's text value with its source slice. Where they differ the source holds a character
 * reference, an escape, a masked template tag, or white space and container prefixes that were dropped.
 */
function align(article: Article, node: Text, slice: string, start: number): SourceText {
  const { value } = node;
  const isCode = isCodeSpan(article, node, slice);
  const offsets: number[] = [];
  // Where each character ends: white space that was dropped after it is not part of it.
  const ends: number[] = [];
  let text = "";
  // The place of a code span's text includes its backticks.
  let at = isCode ? (/^`+/.exec(slice)?.[0].length ?? 0) : 0;
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index] ?? "";
    if (wanted === TEMPLATE_FILLER) {
      at = Math.min(templateFrom(article, start + at) - start, slice.length);
      text += slice[at] ?? wanted;
      offsets.push(start + at);
      at++;
      ends.push(start + Math.min(at, slice.length));
      continue;
    }
    at = skipDropped(wanted, slice, at);
    text += wanted;
    offsets.push(start + Math.min(at, slice.length));
    const width = isCode ? codeWidth(slice, at, wanted) : widthOf(wanted, value, index, slice, at);
    // One reference may decode to two UTF-16 units; both stand at its start.
    const from = at;
    at += width.source;
    ends.push(start + Math.min(at, slice.length));
    for (let more = 1; more < width.units; more++) {
      index++;
      text += value[index] ?? "";
      offsets.push(start + from);
      ends.push(start + Math.min(at, slice.length));
    }
  }
  offsets.push(start + slice.length);
  const offsetOf = (index: number): number =>
    offsets[Math.max(0, Math.min(index, offsets.length - 1))] ?? start;
  return {
    text,
    offsetOf,
    rangeOf: (from, to) => ({
      start: offsetOf(from),
      end: to > from ? (ends[to - 1] ?? offsetOf(to)) : offsetOf(to),
    }),
  };
}

/** The first offset from `offset` on that lies in a template tag; `offset` itself where none follows. */
function templateFrom(article: Article, offset: number): number {
  const tags = article.templateTags;
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(offset, tags[low]?.range.start ?? offset);
}

/** In code nothing is decoded but the escaped bar of a table (GFM §4.10). */
function codeWidth(slice: string, at: number, wanted: string) {
  return { source: wanted === "|" && slice[at] === "\\" ? 2 : 1, units: 1 };
}

function skipDropped(wanted: string, slice: string, at: number): number {
  let position = at;
  while (position < slice.length) {
    const character = slice[position] ?? "";
    // A stray end tag is dropped, and the texts around it are one.
    if (character === "<" && slice[position + 1] === "/" && wanted !== "<") {
      const close = slice.indexOf(">", position);
      if (close === -1) return at;
      position = close + 1;
      continue;
    }
    if (character === wanted || character === "&" || character === "\\") return position;
    if (/\s/.test(wanted) && /[\n\r]/.test(character)) return position;
    if (!/[\s>\0]/.test(character)) return position;
    position++;
  }
  return at;
}

function widthOf(
  wanted: string,
  value: string,
  index: number,
  slice: string,
  at: number,
): { readonly source: number; readonly units: number } {
  const character = slice[at];
  if (character === "&") {
    REFERENCE.lastIndex = at;
    const reference = REFERENCE.exec(slice)?.[0];
    const decoded = reference === undefined ? "&" : decodeMarkdown(reference);
    if (reference !== undefined && decoded !== reference && value.startsWith(decoded, index)) {
      return { source: reference.length, units: decoded.length };
    }
    return legacyWidth(reference ?? "", value, index) ?? { source: 1, units: 1 };
  }
  if (character === "\\" && wanted !== "\\") return { source: 2, units: 1 };
  if (character === "\\" && slice[at + 1] === "\\" && value[index + 1] !== "\\") {
    return { source: 2, units: 1 };
  }
  if (character === "\r" && slice[at + 1] === "\n" && wanted === "\n")
    return { source: 2, units: 1 };
  return { source: 1, units: 1 };
}

/** HTML reads old names at the start of a word without their semicolon: `&copy2022` (HTML §13.2.5.73). */
function legacyWidth(word: string, value: string, index: number) {
  if (value[index] === "&") return undefined;
  for (let length = 3; length <= Math.min(word.length, LONGEST_LEGACY_NAME); length++) {
    const reference = word.slice(0, length);
    const decoded = decodeHTML(reference);
    if (decoded !== reference && value.startsWith(decoded, index)) {
      return { source: length, units: decoded.length };
    }
  }
  return undefined;
}

/** The text content of an element, in order, with alt texts left out. White space is kept as written. */
export function textContentOf(article: Article, element: Element): SourceText {
  const parts: SourceText[] = [];
  collect(article, element, parts);
  return joinTexts(parts, rangeOf(element).end);
}

/** Several texts as one; `fallback` is the offset of an empty one. */
export function joinTexts(parts: readonly SourceText[], fallback: number): SourceText {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const starts: number[] = [];
  let text = "";
  for (const part of parts) {
    starts.push(text.length);
    text += part.text;
  }
  /** The last part that starts at or before `index`. */
  const partAt = (index: number): number => {
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const offsetIn = (part: number, index: number): number =>
    parts[part]?.offsetOf(index - (starts[part] ?? 0)) ?? fallback;
  const endIn = (part: number, end: number): number => {
    const last = end - (starts[part] ?? 0);
    return parts[part]?.rangeOf(last - 1, last).end ?? fallback;
  };
  return {
    text,
    offsetOf: (index) => offsetIn(partAt(index), index),
    rangeOf(start, end) {
      const from = offsetIn(partAt(start), start);
      return { start: from, end: end > start ? endIn(partAt(end - 1), end) : from };
    },
  };
}

function collect(article: Article, node: Nodes, parts: SourceText[]): void {
  if (node.type === "text") {
    if (rangeOf(node).end > rangeOf(node).start) parts.push(textOf(article, node));
    // Text without a place (a code block's content) is still text, standing where its parent stands.
    else if (node.value !== "\n") {
      const { start } = rangeOf(article.parentOf(node) ?? node);
      parts.push(mapped(node.value, () => start));
    }
  } else if ("children" in node) {
    for (const child of node.children) collect(article, child, parts);
  }
}

/** A part of a text, with the way back to the source kept. */
export function sliceText(whole: SourceText, start: number, end: number): SourceText {
  if (start === 0 && end === whole.text.length) return whole;
  const text = whole.text.slice(start, end);
  return {
    text,
    offsetOf: (index) =>
      index < text.length || index === 0
        ? whole.offsetOf(start + index)
        : whole.rangeOf(start + index - 1, start + index).end,
    rangeOf: (from, to) => whole.rangeOf(start + from, start + to),
  };
}
