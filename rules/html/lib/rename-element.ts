import {
  type Article,
  type Edit,
  type Element,
  openingTagOf,
  patternAround,
  rangeOf,
} from "../../../src/rules.js";

/**
 * The edits that give an element another name and keep its attributes; undefined unless both of its tags are in
 * the source.
 *
 * @param added attributes to write after the new name, ` style="…"`
 */
export function renameEdits(
  article: Article,
  element: Element,
  name: string,
  added = "",
): readonly Edit[] | undefined {
  const { source } = article;
  const opening = openingTagOf(article, element);
  const { end } = rangeOf(element);
  const closing = source.lastIndexOf("</", end - 1);
  if (closing < opening.end) return undefined;
  const old = element.tagName;
  const written = source.slice(closing + 2, end);
  const isOwn = patternAround("i")`^${old}\s*>$`.test(written);
  if (
    !isOwn ||
    source.slice(opening.start + 1, opening.start + 1 + old.length).toLowerCase() !== old
  )
    return undefined;
  return [
    { start: opening.start + 1, end: opening.start + 1 + old.length, text: name + added },
    { start: closing + 2, end: closing + 2 + old.length, text: name },
  ];
}
