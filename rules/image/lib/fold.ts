import { type Article, rangeOf, weightedLength } from "../../../src/rules.js";

/** A picture takes about the room of so much text, in weighted characters. */
const PICTURE_WEIGHT = 400;

/**
 * How much an article shows before each of some offsets, in weighted characters of text, pictures counted as text
 * of their size. What stands before the article (a page's head, its title) is not in it.
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
