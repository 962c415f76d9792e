import { pageIdentity } from "./page-identity.js";

/** In how many pages each word appears, in lower case; editions of a page in other languages and versions count once. */
export function pagesOfWords(
  articles: Iterable<{ readonly path: string; readonly words: readonly string[] }>,
): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<string>>();
  for (const { path, words } of articles) {
    const { page } = pageIdentity(path);
    for (const word of words) {
      const key = word.toLowerCase();
      const known = pages.get(key);
      if (known === undefined) pages.set(key, new Set([page]));
      else known.add(page);
    }
  }
  return new Map([...pages].map(([word, { size }]) => [word, size]));
}
