import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import type { Range } from "../../article/range.js";

/**
 * Where an article holds program text: comments, template tags, expressions and modules of MDX, and the
 * elements whose content is code. Unsorted; they may overlap.
 *
 * @param elements names of those elements
 */
export function codeRangesOf(article: Article, elements: ReadonlySet<string>): Range[] {
  return [
    ...article.elements.filter(({ tagName }) => elements.has(tagName)).map(rangeOf),
    ...article.comments.map(rangeOf),
    ...article.expressions.map(({ range }) => range),
    ...article.templateTags.map(({ range }) => range),
    // `import` and `export` of MDX.
    ...article.tree.children.filter(({ type }) => /^mdxjsEsm$/.test(type)).map(rangeOf),
  ];
}
