import type { Article, Paragraph } from "../../../src/rules.js";

const QUOTE_TAG = /^(?:end)?(?:blockquote|pullquote|quote)$/;

/** Whether a paragraph is part of a quotation, in HTML, Markdown or a template tag. */
export function isQuoted(article: Article, { element, range }: Paragraph): boolean {
  for (let at = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "blockquote") return true;
  }
  const before = article.templateTags.findLast(
    (tag) => tag.range.end <= range.start && QUOTE_TAG.test(tag.name),
  );
  return before !== undefined && !before.name.startsWith("end");
}
