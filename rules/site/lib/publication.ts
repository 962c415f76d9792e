import * as z from "zod";
import type { Article } from "../../../src/article/article.js";
import type { Engine } from "../../../src/engine/engine.js";
import { type ArticleFacts, rangeSchema } from "../../../src/facts/facts.js";
import { spanOf } from "../../../src/knowledge/date/date-moments.js";
import { impossibility, readDate } from "../../../src/knowledge/date/dates.js";
import { pathDate } from "../../../src/knowledge/date/path-date.js";
import { innerRange } from "../../../src/knowledge/edits/front-matter-edits.js";
import { isRedirect } from "../../../src/knowledge/page/description.js";
import { isDraft, isPost } from "../../../src/knowledge/page/posts.js";
import { canonicalField } from "../../../src/knowledge/page/republished.js";
import { languageOf } from "../../../src/knowledge/prose/article-language.js";

/** What comparing published articles takes besides the usual facts. */
export const publicationSchema = z.strictObject({
  /** Primary subtag of its language, where something tells. */
  language: z.string().optional(),
  isPost: z.boolean(),
  /** The title's value without its quotation marks; an empty range where the article begins when it has none. */
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

/** When an article was published, in milliseconds since 1970, by its front matter or path; the latest where nothing tells. */
export function publishedAt(facts: ArticleFacts): number {
  const written = readDate(facts.metadata.date ?? "") ?? readDate(pathDate(facts.path)?.text ?? "");
  if (written === undefined || impossibility(written) !== undefined) return Number.MAX_VALUE;
  // A date without an offset counts as UTC's: time zones are slow to ask, and both articles are of one newsroom.
  return spanOf({ ...written, offset: written.offset ?? "Z" }, undefined).from;
}

/** A list with the oldest article first, those of one moment by path. */
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
