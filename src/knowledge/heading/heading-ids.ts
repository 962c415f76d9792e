import GithubSlugger from "github-slugger";
import type { Slugger } from "../../engine/engine.js";
import { github } from "../../engine/github-slug.js";
import type { HeadingFact } from "../../facts/facts.js";

/** A heading's words, and which of them are code. */
export type SluggedHeading = Pick<HeadingFact, "text" | "code">;

/**
 * Ids that an engine may give to an article's headings, repeated ones numbered (`-1`, `-2`): one list per
 * heading, an id per slugger.
 *
 * @param sluggers those that a site of the engine may have
 */
export function headingIds(
  headings: readonly SluggedHeading[],
  sluggers: readonly Slugger[],
): readonly (readonly string[])[] {
  const lists = sluggers.map((slugger) => numbered(headings, slugger));
  return headings.map((_, index) => [...new Set(lists.map((list) => list[index] ?? ""))]);
}

function numbered(headings: readonly SluggedHeading[], slug: Slugger): readonly string[] {
  if (slug === github) {
    const slugger = new GithubSlugger();
    return headings.map(({ text }) => slugger.slug(text));
  }
  const taken = new Map<string, number>();
  return headings.map(({ text, code }) => {
    const base = slug(text, code);
    const count = taken.get(base) ?? 0;
    taken.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  });
}
