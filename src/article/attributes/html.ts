import { decodeHTMLAttribute } from "entities";
import type { Element } from "hast";
import type { Article } from "../article.js";
import type { Attribute, OpeningTag } from "../attribute.js";
import { rangeOf } from "../node-range.js";
import { hasTemplateSyntax, TEMPLATE_FILLER } from "../templates.js";

/**
 * Reads the attributes of an HTML opening tag from the article's markup layer, as the HTML tokenizer does
 * (HTML §13.2.5.32–13.2.5.39). Template tags are filler there, so quotes inside them end nothing.
 */
export function htmlAttributes(article: Article, element: Element): OpeningTag {
  const text = article.markup;
  const { start } = rangeOf(element);
  const attributes: Attribute[] = [];
  let at = start + 1 + element.tagName.length;
  const space = (index: number): boolean => isSpace(text.charCodeAt(index));

  while (at < text.length) {
    while (space(at) || text[at] === "/") at++;
    if (at >= text.length || text[at] === ">") break;
    const nameStart = at;
    at++;
    while (at < text.length && !endsName(text.charCodeAt(at))) at++;
    const nameEnd = at;
    let look = at;
    while (space(look)) look++;
    if (text[look] !== "=") {
      attributes.push(attribute(article, nameStart, nameEnd, undefined, nameEnd));
      continue;
    }
    look++;
    while (space(look)) look++;
    const quote = text[look];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, look + 1);
      const valueEnd = close === -1 ? text.length : close;
      at = Math.min(valueEnd + 1, text.length);
      attributes.push(
        attribute(article, nameStart, nameEnd, { start: look + 1, end: valueEnd }, at),
      );
    } else {
      at = look;
      while (at < text.length && !space(at) && text[at] !== ">") at++;
      attributes.push(attribute(article, nameStart, nameEnd, { start: look, end: at }, at));
    }
  }
  return { range: { start, end: Math.min(at + 1, text.length) }, attributes };
}

/** ASCII white space as HTML counts it: space, tab, line feed, form feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** White space, `/`, `>` or `=`. */
function endsName(code: number): boolean {
  return isSpace(code) || code === 47 || code === 62 || code === 61;
}

function attribute(
  article: Article,
  start: number,
  nameEnd: number,
  value: { readonly start: number; readonly end: number } | undefined,
  end: number,
): Attribute {
  const valueRange = value ?? { start: nameEnd, end: nameEnd };
  const raw = unmasked(article, valueRange.start, valueRange.end);
  return {
    name: unmasked(article, start, nameEnd).toLowerCase(),
    value: raw.includes("&") ? decodeHTMLAttribute(raw) : raw,
    range: { start, end },
    valueRange,
    hasValue: value !== undefined,
    unknown: hasTemplateSyntax(raw),
  };
}

/** The markup between two offsets with template tags as written; container prefixes stay blank. */
function unmasked(article: Article, start: number, end: number): string {
  const masked = article.markup.slice(start, end);
  if (!masked.includes(TEMPLATE_FILLER)) return masked;
  let result = "";
  for (let index = 0; index < masked.length; index++) {
    result += masked[index] === TEMPLATE_FILLER ? article.source[start + index] : masked[index];
  }
  return result;
}
