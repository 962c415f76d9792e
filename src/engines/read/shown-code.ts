import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";
import { overlapTest } from "../../knowledge/prose/verbatim.js";

/** Languages of fences that show how articles and templates are written. */
const OF_ARTICLES =
  /^language-(?:md|mdx|markdown|hbs|handlebars|html|liquid|jinja2?|njk|nunjucks|text|txt|plain|plaintext|vue)$/;

const byStart = (left: Range, right: Range): number => left.start - right.start;

/** Answers whether a range stands in code, inline or in a block. */
export const inCode: (article: Article) => (range: Range) => boolean = perArticle(({ elements }) =>
  overlapTest(
    elements
      .filter(({ tagName }) => tagName === "code" || tagName === "pre")
      .map(rangeOf)
      .sort(byStart),
  ),
);

/**
 * Answers whether a range stands in code that may show how something is written: inline code, and blocks in a language
 * of articles or templates.
 */
export const inShownCode: (article: Article) => (range: Range) => boolean = perArticle((article) =>
  overlapTest(
    article.elements
      .filter((element) => {
        if (element.tagName !== "code") return false;
        if (article.parentOf(element)?.tagName !== "pre") return true;
        const { className } = element.properties;
        const names = Array.isArray(className) ? className : [];
        return names.length === 0 || names.some((name) => OF_ARTICLES.test(String(name)));
      })
      .map(rangeOf)
      .sort(byStart),
  ),
);
