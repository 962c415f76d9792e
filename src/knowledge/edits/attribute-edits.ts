import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { openingTagOf } from "../../article/attributes.js";
import type { Range } from "../../article/range.js";
import type { Edit } from "../../rule/finding.js";
import { insert, replace } from "./edit.js";

/**
 * The edit that gives an element a further attribute, right behind its name, where nothing that follows can swallow it.
 *
 * @param element one that is written as a tag
 * @param value none for an attribute that is on by being there, such as `controls`
 */
export function insertAttribute(
  article: Article,
  element: Element,
  name: string,
  value?: string,
): Edit {
  const at = openingTagOf(article, element).start + 1 + element.tagName.length;
  return insert(at, value === undefined ? ` ${name}` : ` ${name}="${escaped(value)}"`);
}

/** The edit that takes an attribute out of its tag, with the white space before it. */
export function removeAttribute({ source }: Article, range: Range): Edit {
  let { start } = range;
  while (start > 0 && /\s/.test(source[start - 1] ?? "")) start--;
  // After a value without quotation marks the slash of `/>` would become part of it.
  const joins =
    source[range.end] === "/" &&
    /=[^\s"'=<>`]+$/.test(source.slice(Math.max(0, start - 200), start));
  return replace({ start, end: range.end }, joins ? " " : "");
}

/** A text as it stands between double quotes. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
