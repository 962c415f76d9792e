import { type Article, type Paragraph, perArticle } from "../../../src/rules.js";

const QUOTE_TAG = /^(?:end)?(?:blockquote|pullquote|quote)$/;

const quoteTagsOf = perArticle((article) =>
  article.templateTags
    .filter(({ name }) => QUOTE_TAG.test(name))
    .sort((left, right) => left.range.end - right.range.end),
);

/** Whether a paragraph is part of a quotation, in HTML, Markdown or a template tag. */
export function isQuoted(article: Article, { element, range }: Paragraph): boolean {
  for (let at = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "blockquote") return true;
  }
  const tags = quoteTagsOf(article);
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const before = tags[low - 1];
  return before !== undefined && !before.name.startsWith("end");
}
