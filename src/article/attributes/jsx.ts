import { decodeHTMLAttribute } from "entities";
import type { Element } from "hast";
import type { Article } from "../article.js";
import type { Attribute, OpeningTag } from "../attribute.js";
import { rangeOf } from "../node-range.js";

/** JSX spells two HTML names differently, since `class` and `for` are reserved words. */
const HTML_NAMES: Readonly<Record<string, string>> = { classname: "class", htmlfor: "for" };

/**
 * Reads the attributes of a JSX opening tag. Expressions in braces are skipped whole, never evaluated,
 * and make the value unknown; a spread (`{...props}`) makes an unknown attribute named `...`.
 */
export function jsxAttributes(article: Article, element: Element): OpeningTag {
  const text = article.source;
  const { start, end: limit } = rangeOf(element);
  const attributes: Attribute[] = [];
  let at = start + 1 + element.tagName.length;

  while (at < limit) {
    while (at < limit && /[\s/]/.test(text[at] ?? "")) at++;
    if (at >= limit || text[at] === ">") break;
    const nameStart = at;
    if (text[at] === "{") {
      at = skipBraces(text, at, limit);
      attributes.push(unknownAttribute("...", nameStart, nameStart, at));
      continue;
    }
    at++;
    while (at < limit && !/[\s=/>{]/.test(text[at] ?? "")) at++;
    const written = text.slice(nameStart, at).toLowerCase();
    const name = HTML_NAMES[written] ?? written;
    if (text[at] !== "=") {
      attributes.push({
        name,
        value: "",
        range: { start: nameStart, end: at },
        valueRange: { start: at, end: at },
        hasValue: false,
        unknown: false,
      });
      continue;
    }
    at++;
    const quote = text[at];
    if (quote === "{") {
      const valueStart = at;
      at = skipBraces(text, at, limit);
      attributes.push(unknownAttribute(name, nameStart, valueStart, at));
    } else if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1);
      const valueRange = { start: at + 1, end: close === -1 ? limit : close };
      at = valueRange.end + 1;
      attributes.push({
        name,
        value: decodeHTMLAttribute(text.slice(valueRange.start, valueRange.end)),
        range: { start: nameStart, end: at },
        valueRange,
        hasValue: true,
        unknown: false,
      });
    }
  }
  return { range: { start, end: Math.min(at + 1, limit) }, attributes };
}

function unknownAttribute(name: string, start: number, valueStart: number, end: number): Attribute {
  return {
    name,
    value: "",
    range: { start, end },
    valueRange: { start: valueStart, end },
    hasValue: true,
    unknown: true,
  };
}

/** The offset after the brace that closes the one at `open`; strings and template literals are skipped. */
function skipBraces(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const character = text[at];
    if (character === '"' || character === "'" || character === "`") {
      at++;
      while (at < limit && text[at] !== character) at += text[at] === "\\" ? 2 : 1;
    } else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return limit;
}
