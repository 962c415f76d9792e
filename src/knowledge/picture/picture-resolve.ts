import type { ArticleFacts, Reference } from "../../facts/facts.js";
import type { Resolution, SiteIndex } from "../../rule/site-index.js";

/**
 * Resolves an image reference. Themes read front-matter addresses in their own ways: `/cover.jpg` may lie
 * beside the article, `assets/cover.jpg` below the site's root; any reading that finds a file is right.
 */
export function resolveImage(
  site: SiteIndex,
  facts: ArticleFacts,
  reference: Reference,
): Resolution {
  const direct = site.resolve(facts, reference);
  if (direct.verdict === "asset" || direct.verdict === "external") return direct;
  if (!reference.from.startsWith("front-matter:")) return direct;
  const { url } = reference;
  const other = url.startsWith("/") ? url.replace(/^\/+/, "") : `/${url}`;
  const second = site.resolve(facts, { ...reference, url: other });
  return second.verdict === "asset" ? second : direct;
}
