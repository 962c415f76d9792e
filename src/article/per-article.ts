import type { Article } from "./article.js";

/**
 * Remembers what was computed for an article as long as the article lives. Rules look at one article at a
 * time, so the last one is kept at hand.
 */
export function perArticle<Value>(make: (article: Article) => Value): (article: Article) => Value {
  interface Kept {
    readonly article: Article;
    readonly value: Value;
  }
  const known = new WeakMap<Article, Kept>();
  let last: Kept | undefined;
  return (article) => {
    if (last?.article === article) return last.value;
    last = known.get(article) ?? { article, value: make(article) };
    known.set(article, last);
    return last.value;
  };
}
