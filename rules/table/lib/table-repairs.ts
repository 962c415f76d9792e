import {
  type Article,
  type Edit,
  type Element,
  perArticle,
  rangeOf,
  writtenTagsOf,
} from "../../../src/rules.js";

const cachedTags = perArticle(
  (article) =>
    new Map(
      writtenTagsOf(article)
        .filter(({ name }) => name === "td")
        .map((tag) => [tag.opening.start, tag] as const),
    ),
);

/** Edits that make cells written as `<td>` header cells; none where one of them was not written as a tag. */
export function headerCellEdits(article: Article, cells: readonly Element[]): readonly Edit[] {
  const tags = cells.map((cell) => cachedTags(article).get(rangeOf(cell).start));
  const edits = tags.flatMap((tag) => {
    if (tag === undefined) return [];
    const names = [tag.opening.start + 1];
    if (tag.closing !== undefined) names.push(tag.closing.start + 2);
    return names.map((start) => ({ start, end: start + tag.name.length, text: "th" }));
  });
  return tags.includes(undefined) ? [] : edits;
}
