import type { Article } from "./article.js";

/**
 * Remembers what was computed for an article until another one is asked about: rules look at one article at a
 * time, and a table of all of them would cost the garbage collector more than it saves.
 */
export function perArticle<Value>(make: (article: Article) => Value): (article: Article) => Value {
  let last: { readonly article: Article; readonly value: Value } | undefined;
  return (article) => {
    if (last?.article !== article) last = { article, value: make(article) };
    return last.value;
  };
}
