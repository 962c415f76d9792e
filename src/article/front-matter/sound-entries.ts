import type { Article } from "../article.js";
import { perArticle } from "../per-article.js";
import type { FrontMatterEntry } from "./front-matter.js";

/**
 * The front-matter entries whose values are what their author meant, as far as that can be known. Where a value has a
 * syntax error (`tags: [a, #b]`), its text is only a guess at it, and what is wrong with the guess helps nobody.
 */
export const soundEntries: (article: Article) => readonly FrontMatterEntry[] = perArticle(
  ({ frontMatter, problems }) => {
    const entries = frontMatter?.entries ?? [];
    const starts = problems.flatMap(({ kind, range }) =>
      kind === "front-matter-syntax" ? [range.start] : [],
    );
    if (starts.length === 0) return entries;
    return entries.filter(
      ({ style, valueRange: { start, end } }) =>
        style === undefined || !starts.some((at) => at >= start && at < end),
    );
  },
);
