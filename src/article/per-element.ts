import type { Element } from "hast";
import type { Article } from "./article.js";
import { perArticle } from "./per-article.js";

/** Remembers what was computed for the elements of the article at hand: several rules ask the same of each. */
export function perElement<Value>(
  make: (article: Article, element: Element) => Value,
): (article: Article, element: Element) => Value {
  const knownOf = perArticle(() => new Map<Element, { readonly value: Value }>());
  return (article, element) => {
    const known = knownOf(article);
    const kept = known.get(element);
    if (kept !== undefined) return kept.value;
    const value = make(article, element);
    known.set(element, { value });
    return value;
  };
}
