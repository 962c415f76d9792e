import type { Article } from "./article.js";

/** As many articles as are checked together; tables of all of them would cost the garbage collector more than they save. */
export const ARTICLES_AT_HAND = 16;

/** Empties each table of what was computed for articles. */
const emptyings: (() => void)[] = [];

/** Lets go of what was computed for articles, when all rules have looked at them: that holds their trees. */
export function forgetArticles(): void {
  for (const empty of emptyings) empty();
}

/**
 * Remembers what was computed for an article while it is at hand: several rules ask the same of it, each of them
 * of one article after another. Articles are told apart by their number, so that looking is cheap.
 */
export function perArticle<Value>(make: (article: Article) => Value): (article: Article) => Value {
  const kept = new Array<{ readonly article: Article; readonly value: Value } | undefined>(
    ARTICLES_AT_HAND,
  ).fill(undefined);
  emptyings.push(() => kept.fill(undefined));
  return (article) => {
    const place = article.number % ARTICLES_AT_HAND;
    let entry = kept[place];
    if (entry?.article !== article) {
      entry = { article, value: make(article) };
      kept[place] = entry;
    }
    return entry.value;
  };
}
