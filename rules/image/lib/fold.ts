import { type Article, rangeOf, weightedLength } from "../../../src/rules.js";

/** An image takes about as much room as this much text, in weighted characters. */
const PICTURE_WEIGHT = 400;

/**
 * How much an article shows before each of the given offsets, in weighted characters of text; an image counts as text
 * of its size. What a page shows before the article (its head, the title) is not counted.
 *
 * @param offsets in ascending order
 */
export function shownBefore(article: Article, offsets: readonly number[]): readonly number[] {
  const pieces = [
    ...article.texts.map((node) => ({
      start: rangeOf(node).start,
      weight: weightedLength(node.value.trim()),
    })),
    ...article.elements
      .filter(({ tagName }) => tagName === "img")
      .map((element) => ({ start: rangeOf(element).start, weight: PICTURE_WEIGHT })),
  ].sort((left, right) => left.start - right.start);
  let shown = 0;
  let next = 0;
  return offsets.map((offset) => {
    for (
      let piece = pieces[next];
      piece !== undefined && piece.start < offset;
      piece = pieces[next]
    ) {
      shown += piece.weight;
      next++;
    }
    return shown;
  });
}
