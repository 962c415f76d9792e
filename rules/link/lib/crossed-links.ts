import { type Article, overlapTest, perArticle, type Range, rangeOf } from "../../../src/rules.js";

/** A link that another mark keeps from being one. */
export interface CrossedLink {
  readonly kind: "nested" | "inCode";
  readonly range: Range;
}

/** `[the [tide](a) tables](b)`; a picture in a link is none. */
const NESTED =
  /(?<![\\!\]])\[[^[\]\n`]{0,200}(?<!!)\[[^[\]\n`]{1,200}\]\([^()\s]{1,500}\)[^[\]\n`]{0,200}\]\((?=[^()\s]{0,500}[/.#])[^()\s]{1,500}\)/g;
/** The end of a link within code: `` [`leave()](https://…` ``. */
const END = /^[^[\]]{0,200}\]\((?:https?:\/\/|\.{0,2}\/|#)[^\s()]{1,500}\)?$/;

/** Links of Markdown that hold a link, or whose end is in code. */
export const crossedLinksOf: (article: Article) => readonly CrossedLink[] = perArticle(
  (article) => {
    const { source } = article;
    const found: CrossedLink[] = [];
    for (const element of article.elements) {
      if (element.tagName !== "code" || article.parentOf(element)?.tagName === "pre") continue;
      const range = rangeOf(element);
      const text = source.slice(range.start, range.end).replace(/^`+|(?<!`)`+$/g, "");
      if (source[range.start - 1] === "[" && END.test(text)) found.push({ kind: "inCode", range });
    }
    const isText = overlapTest(article.texts.map(rangeOf));
    const isCode = overlapTest(
      article.elements
        .filter(({ tagName }) => tagName === "code" || tagName === "pre")
        .map(rangeOf),
    );
    if (!source.includes("](")) return found;
    for (const { 0: written, index } of source.slice(article.bodyStart).matchAll(NESTED)) {
      const start = article.bodyStart + index;
      const range = { start, end: start + written.length };
      if (isText({ start, end: start + 1 }) && !isCode(range))
        found.push({ kind: "nested", range });
    }
    return found;
  },
);
