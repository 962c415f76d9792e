import * as z from "zod";
import {
  type Article,
  type ArticleFacts,
  canonicalField,
  type Engine,
  impossibility,
  innerRange,
  isDraft,
  isPost,
  isRedirect,
  languageOf,
  pathDate,
  rangeSchema,
  readDate,
  type SiteIndex,
  spanOf,
} from "../../../src/rules.js";

/** What a comparison of published articles needs in addition to the usual facts. */
export const publicationSchema = z.strictObject({
  /** Primary subtag of its language, where it is known. */
  language: z.string().optional(),
  isPost: z.boolean(),
  /** The value of the title without its quotation marks; without a title, an empty range at the beginning of the body. */
  titleRange: rangeSchema,
});

export type Publication = z.infer<typeof publicationSchema>;

/** An article as a page of its own; undefined for drafts, redirects, and copies that name their original. */
export function publicationOf(article: Article, engine: Engine): Publication | undefined {
  if (isDraft(article, engine) || isRedirect(article)) return undefined;
  if (canonicalField(article) !== undefined) return undefined;
  const language = languageOf(article);
  const entry = article.frontMatter?.entry(["title"]);
  const start = article.bodyStart;
  const { start: from, end: to } = entry === undefined ? { start, end: start } : innerRange(entry);
  return {
    ...(language === undefined ? {} : { language }),
    isPost: isPost(article, engine),
    titleRange: { start: from, end: to },
  };
}

/** Whether an article is a page; also where nobody knows at which address. */
export function isShown(site: SiteIndex, path: string): boolean {
  const routes = site.routesOf(path);
  return routes === undefined || routes.addresses.length > 0 || !routes.certain;
}

/** When an article was published, in milliseconds since 1970, by its front matter or path; or the latest possible moment where neither gives it. */
export function publishedAt(facts: ArticleFacts): number {
  const written = readDate(facts.metadata.date ?? "") ?? readDate(pathDate(facts.path)?.text ?? "");
  if (written === undefined || impossibility(written) !== undefined) return Number.MAX_VALUE;
  // A date without an offset counts as UTC: time zones are slow to look up, and both articles are from one site.
  return spanOf({ ...written, offset: written.offset ?? "Z" }, undefined).from;
}

/** A list with the oldest article first; articles of the same moment are sorted by path. */
export function oldestFirst<Entry extends { readonly facts: ArticleFacts }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, at: publishedAt(entry.facts) }))
    .sort(
      (left, right) =>
        left.at - right.at || (left.entry.facts.path < right.entry.facts.path ? -1 : 1),
    )
    .map(({ entry }) => entry);
}
