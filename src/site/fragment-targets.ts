import type { Router } from "../engine/router.js";
import { headingIds } from "../knowledge/heading/heading-ids.js";
import type { IndexedArticle } from "./contract.js";

/**
 * What a fragment may name in an article's page: ids that are written out, and those that headings get from their
 * text; `unknown` where nobody knows those. A heading with an id of its own gets no other, where the engine is known to take it for one.
 */
export function fragmentTargets(
  { facts, engine, settings }: IndexedArticle,
  router: Router,
): ReadonlySet<string> | "unknown" {
  const named = facts.headings.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const article = { path: facts.path, data: facts.route.values };
  const { headingIds: readsIds } = engine.markdown.syntaxOf(article, settings.site);
  const slugged =
    engine.publishes && readsIds !== "maybe"
      ? facts.headings.filter(({ id }) => id === undefined)
      : facts.headings;
  const made =
    router.anchorsOf === undefined
      ? headingIds(slugged, engine.markdown.sluggersOf(settings.site)).flat()
      : router.anchorsOf(facts);
  return made === undefined ? "unknown" : new Set([...facts.ids, ...named, ...made]);
}
