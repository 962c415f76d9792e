import type { ArticleFacts, Reference } from "../facts/facts.js";
import type { IndexedArticle } from "./contract.js";
import type { Site } from "./routers.js";

/** Articles as readers meet them: references whose template tags print what the engine knows are those that are printed. */
export interface PrintedArticles {
  readonly articles: readonly IndexedArticle[];
  /** What readers meet in place of a reference. */
  printed(reference: Reference): Reference;
}

/** Has the engines print the template tags in references, as far as they can. */
export function printReferences(
  articles: readonly IndexedArticle[],
  siteOf: (article: IndexedArticle) => Site,
): PrintedArticles {
  const known = new Map<Reference, Reference>();
  const printed = (reference: Reference): Reference => known.get(reference) ?? reference;
  const printAll = (article: IndexedArticle): IndexedArticle => {
    const { facts } = article;
    const open = [...facts.links, ...facts.images].filter(({ unknown }) => unknown);
    if (open.length === 0) return article;
    const { router } = siteOf(article);
    for (const reference of open) {
      const url = router.printedReference?.(facts, reference.url);
      if (url !== undefined) known.set(reference, { ...reference, url, unknown: false });
    }
    const links = facts.links.map(printed);
    const images = facts.images.map(printed);
    const shown: ArticleFacts = { ...facts, links, images };
    return { ...article, facts: shown };
  };
  return { articles: articles.map(printAll), printed };
}
