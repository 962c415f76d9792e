import { LEAST_UNANIMOUS } from "./condition.js";
import type { ObservedArticle } from "./observed-article.js";

/** Articles whose front matter is alike: those of a folder, without the collections inside it. */
export interface Collection {
  /** Relative to where paths are; empty for all that is in no other collection. */
  readonly folder: string;
  readonly articles: readonly ObservedArticle[];
}

/** Fewer articles are too few to infer a schema from. */
export const LEAST_ARTICLES = 10;

/** Share of articles that makes a key usual in a folder, and rare elsewhere. */
const USUAL = 0.95;
const RARE = 0.5;

/** Folders by date are no collections: conventions change over the years, and articles of today count. */
const DATED = /^\d{1,4}(?:[-_]\d{1,2})*$/;

/**
 * Takes folders apart whose articles clearly have other keys than those around them. A folder follows the folders it is
 * in.
 */
export function collectionsOf(articles: readonly ObservedArticle[]): readonly Collection[] {
  const collections: { folder: string; articles: ObservedArticle[] }[] = [
    { folder: "", articles: [...articles] },
  ];
  for (const folder of foldersOf(articles)) {
    const around = collections.findLast((one) => isIn(folder, one.folder));
    if (around === undefined) continue;
    const own = around.articles.filter(({ path }) => isIn(path, folder));
    const others = around.articles.filter(({ path }) => !isIn(path, folder));
    if (own.length < LEAST_ARTICLES || others.length < LEAST_UNANIMOUS) continue;
    if (!differ(own, others)) continue;
    around.articles = others;
    collections.push({ folder, articles: own });
  }
  return collections.filter((one) => one.articles.length > 0);
}

/** The folders of articles, the outer ones first, those by date left out. */
function foldersOf(articles: readonly ObservedArticle[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of articles) {
    const steps = path.split("/").slice(0, -1);
    const dated = steps.findIndex((step) => DATED.test(step));
    const own = dated === -1 ? steps : steps.slice(0, dated);
    for (let length = 1; length <= own.length; length++)
      folders.add(own.slice(0, length).join("/"));
  }
  const depth = (folder: string): number => folder.split("/").length;
  return [...folders].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

function isIn(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** Whether a key is usual in one of two sets of articles, and rare in the other. */
function differ(one: readonly ObservedArticle[], other: readonly ObservedArticle[]): boolean {
  const [ours, theirs] = [sharesOf(one), sharesOf(other)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].some((key) => {
    const [here, there] = [ours.get(key) ?? 0, theirs.get(key) ?? 0];
    return Math.max(here, there) >= USUAL && Math.min(here, there) <= RARE;
  });
}

/** Share of the articles that have a key, by key. */
function sharesOf(articles: readonly ObservedArticle[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { data } of articles)
    for (const key of Object.keys(data))
      shares.set(key, (shares.get(key) ?? 0) + 1 / articles.length);
  return shares;
}
