import type { Article } from "./article.js";

/**
 * Remembers what was computed for an article as long as the article lives. Rules look at one article at a
 * time, so the last one is kept at hand.
 */
export function perArticle<Value>(make: (article: Article) => Value): (article: Article) => Value {
  const known = new WeakMap<Article, Value>();
  let last: { readonly article: Article; readonly value: Value } | undefined;
  return (article) => {
    if (last?.article === article) return last.value;
    const value = known.get(article) ?? make(article);
    known.set(article, value);
    last = { article, value };
    return value;
  };
}
