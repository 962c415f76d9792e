import { decodeHTMLStrict } from "entities";
import type { Element } from "hast";
import type { Article } from "../article.js";
import type { Attribute, OpeningTag } from "../attribute.js";
import { endOfBackticks } from "../backticks.js";
import { definitionOf } from "../definitions.js";
import { rangeOf } from "../node-range.js";
import type { Range } from "../range.js";
import { readResource } from "../resource.js";
import { hasTemplateSyntax } from "../templates.js";

/** Backslash escapes and character references (CommonMark §2.4, §2.5). */
export function decodeMarkdown(raw: string): string {
  if (!raw.includes("\\") && !raw.includes("&")) return raw;
  return raw
    .split(/(\\[!-/:-@[-`{-~])/)
    .map((part) => (/^\\[!-/:-@[-`{-~]$/.test(part) ? part.slice(1) : decodeHTMLStrict(part)))
    .join("");
}

/** Reads `alt`, `src`, `href` and `title` of a link or image written in Markdown, with their places. */
export function markdownAttributes(article: Article, element: Element): OpeningTag {
  const range = rangeOf(element);
  const source = article.source;
  const name = element.tagName === "img" ? "src" : element.tagName === "a" ? "href" : undefined;
  if (name === undefined || range.start === range.end) return { range, attributes: [] };

  const image = source.startsWith("![", range.start);
  if (!image && source[range.start] !== "[") return { range, attributes: autolink(article, range) };

  const open = range.start + (image ? 1 : 0);
  const close = closingBracket(source, open, range.end);
  const attributes: Attribute[] = [];
  if (image) attributes.push(altAttribute(article, element, { start: open + 1, end: close }));

  const resource =
    source[open + 1] === "^" && !image
      ? undefined
      : source[close + 1] === "("
        ? readResource(source, close + 2, range.end)
        : definitionOf(article, labelOf(source, open, close, range.end));
  if (resource === undefined) {
    const made = madeByParser(element, name, range);
    return { range, attributes: made === undefined ? attributes : [...attributes, made] };
  }
  attributes.push(attribute(article, name, resource.destination));
  if (resource.title !== undefined) attributes.push(attribute(article, "title", resource.title));
  return { range, attributes };
}

function attribute(article: Article, name: string, valueRange: Range): Attribute {
  const raw = article.source.slice(valueRange.start, valueRange.end);
  return {
    name,
    value: decodeMarkdown(raw),
    range: valueRange,
    valueRange,
    hasValue: true,
    unknown: hasTemplateSyntax(raw),
  };
}

/** A target that stands nowhere as such, like a footnote's: the whole element is its place. */
function madeByParser(element: Element, name: string, range: Range): Attribute | undefined {
  const value = element.properties[name];
  if (typeof value !== "string") return undefined;
  return {
    name,
    value,
    range,
    valueRange: range,
    hasValue: true,
    unknown: hasTemplateSyntax(value),
  };
}

function altAttribute(article: Article, element: Element, valueRange: Range): Attribute {
  const written = attribute(article, "alt", valueRange);
  const parsed = element.properties.alt;
  // The parser's alt is the plain text of the content: emphasis and links inside it are gone.
  return typeof parsed === "string" && !written.unknown ? { ...written, value: parsed } : written;
}

function autolink(article: Article, range: Range): readonly Attribute[] {
  const angled = article.source[range.start] === "<";
  const valueRange = angled ? { start: range.start + 1, end: range.end - 1 } : range;
  const written = attribute(article, "href", valueRange);
  return [
    written.value.includes("@") && !/^[a-z][a-z0-9+.-]*:/i.test(written.value)
      ? { ...written, value: `mailto:${written.value}` }
      : /^www(?:\.|$)/i.test(written.value)
        ? { ...written, value: `http://${written.value}` }
        : written,
  ];
}

/** Offset of the bracket that closes the one at `open`; escapes and code spans are skipped. */
function closingBracket(source: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "`") at = endOfCodeSpan(source, at, limit) - 1;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at;
  }
  return limit - 1;
}

function endOfCodeSpan(source: string, at: number, limit: number): number {
  let ticks = 0;
  while (source[at + ticks] === "`") ticks++;
  return endOfBackticks(source, at + ticks, ticks, limit) ?? at + ticks;
}

function labelOf(source: string, open: number, close: number, end: number): string {
  const full = source[close + 1] === "[" && end > close + 3;
  return full ? source.slice(close + 2, end - 1) : source.slice(open + 1, close);
}
