import type { Router } from "../engine/router.js";
import { headingIds } from "../knowledge/heading/heading-ids.js";
import type { IndexedArticle } from "./contract.js";

/** The ids of an article's page, as far as they are known. */
export interface FragmentTargets {
  readonly ids: ReadonlySet<string>;
  /** Whether the page has no others: where nobody knows what headings or layouts make, those of usual headings are among them. */
  readonly areAll: boolean;
  /** What ids of headings begin with whose ends templates print. */
  readonly beginnings: readonly string[];
  /** Whether each of them is surely there, and not one of the spellings that several sluggers make. */
  readonly areCertain: boolean;
  /** Whether the build has told them. */
  readonly areTold?: boolean;
}

/** The ids that a build has told of a page. */
export function toldTargets(ids: ReadonlySet<string>): FragmentTargets {
  return { ids, areAll: true, areCertain: true, beginnings: [], areTold: true };
}

/** Most headings with an unknown end that fragments are compared with: a hostile page has as many as links. */
const MOST_BEGINNINGS = 100;

/**
 * What a fragment may name in an article's page: ids that are written out, and those that headings get from their
 * text. A heading with an id of its own gets no other, where the engine is known to take it for one.
 */
export function fragmentTargets(
  { facts, engine, settings }: IndexedArticle,
  router: Router,
): FragmentTargets {
  const named = facts.headings.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const article = { path: facts.path, data: facts.route.values };
  const { headingIds: readsIds } = engine.markdown.syntaxOf(article, settings.site);
  const slugged =
    engine.publishes && readsIds !== "maybe"
      ? facts.headings.filter(({ id }) => id === undefined)
      : facts.headings;
  const usual = (): readonly string[] =>
    [slugged, facts.terms ?? []].flatMap((texts) =>
      headingIds(texts, engine.markdown.sluggersOf(settings.site)).flat(),
    );
  const made = router.anchorsOf === undefined ? usual() : router.anchorsOf(facts);
  const beginnings = headingIds(
    slugged.flatMap(({ beforeTemplate: text }) => (text === undefined ? [] : [{ text }])),
    engine.markdown.sluggersOf(settings.site),
  ).flatMap((ids) => [...new Set(ids.map((id) => id.replace(/(?<!-)-+$/, "")))]);
  return {
    ids: new Set([...facts.ids, ...named, ...(made ?? usual()), ...beginnings]),
    areAll:
      facts.isUnread !== true &&
      made !== undefined &&
      !beginnings.includes("") &&
      beginnings.length <= MOST_BEGINNINGS,
    // More ids than headings are spellings of which the page has one.
    areCertain:
      made !== undefined &&
      new Set(made).size <= slugged.length + (facts.terms?.length ?? 0) &&
      beginnings.length === 0,
    beginnings: beginnings.slice(0, MOST_BEGINNINGS),
  };
}
