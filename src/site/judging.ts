import { percentDecoded } from "../article/percent-decoded.js";
import { normalise } from "../engine/address.js";
import type { Reference } from "../facts/facts.js";
import { isCommentId } from "../knowledge/link/comment-ids.js";
import { needsNoTarget } from "../knowledge/link/free-fragments.js";
import { urlDefectOf } from "../knowledge/link/malformed-url.js";
import type { FragmentVerdict, Resolution } from "../rule/site-index.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { leavesBase, ownPath, splitReference } from "./own-path.js";
import type { Site } from "./routers.js";

/** What one site is judged with. */
export interface Judging {
  readonly site: Site;
  readonly files: FileLookup;
  /** The articles of the site. */
  readonly articles: readonly IndexedArticle[];
  /** The verdict by what the engine and its config say. */
  resolve(from: IndexedArticle, reference: Reference): Resolution;
  /** What is known of a fragment of an article. */
  fragment(path: string, fragment: string): FragmentVerdict;
  /** Whether all ids of an article's page are known. */
  areIdsKnown(path: string): boolean;
  /** Fragment targets of an article. */
  fragmentsOf(path: string): readonly string[];
}

const KINDS = ["links", "images"] as const;

/** Of what an article has a reference. */
export type ReferenceKind = (typeof KINDS)[number];

/** All references of a site into itself, or maybe, with the articles they stand in. */
export function* referencesIn(
  articles: readonly IndexedArticle[],
): Generator<readonly [IndexedArticle, Reference, ReferenceKind]> {
  for (const article of articles)
    for (const of of KINDS)
      for (const reference of article.facts[of]) {
        const { url, unknown } = reference;
        if (url === "" || (url.startsWith("#") && of === "images")) continue;
        if (unknown || urlDefectOf(url, false) === undefined) yield [article, reference, of];
      }
}

/** Whether a fragment says nothing of an article's own ids. */
export function isFree(fragment: string): boolean {
  return needsNoTarget(fragment) || isCommentId(fragment);
}

/** The path from the root of the site that a reference names, base path taken off; undefined for others. */
export function rootRelative(
  { settings }: IndexedArticle,
  { url, unknown }: Reference,
): string | undefined {
  if (unknown || leavesBase(url, settings.site)) return undefined;
  const path = ownPath(url, settings.site);
  // A relative path stays as it is; an absolute URL of the site loses its host.
  if (path?.startsWith("/") !== true) return undefined;
  return normalise(percentDecoded(splitReference(path).path).normalize("NFC"));
}
