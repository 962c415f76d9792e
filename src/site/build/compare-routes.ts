import type { BuildManifest } from "../../facts/build-manifest.js";
import type { Belief, IdKnowledge } from "../contract.js";
import { addressOf, isPage, pagesOfManifest } from "./manifest-pages.js";

/** An address that copydesk believes in, with the article behind it. */
export interface BelievedRoute {
  /** Below the base path, normalised. */
  readonly address: string;
  /** Path of the article, relative to the folder of the site. */
  readonly source: string;
  /** The fragment targets of the page, sorted. */
  readonly ids: readonly string[];
  readonly knowledge: IdKnowledge;
  /** Whether the address only leads on to the article. */
  readonly isRedirect: boolean;
}

/** Ids of one page that copydesk and the build do not have in common. */
export interface DifferentIds {
  readonly address: string;
  readonly source: string;
  /** In the build, unknown to copydesk. */
  readonly missing: readonly string[];
  /** Known to copydesk, not in the build. */
  readonly extra: readonly string[];
}

/** How what copydesk believes of a site differs from what its build has written. */
export interface RoutesDifference {
  /** Pages of the build that copydesk takes for absent. */
  readonly missing: readonly string[];
  /** Addresses that copydesk believes in and the build has not written. */
  readonly extra: readonly Pick<BelievedRoute, "address" | "source">[];
  readonly ids: readonly DifferentIds[];
  /** Ids that most pages of the build have, so that layouts print them; they are not compared. */
  readonly ofLayouts: readonly string[];
  /** Pages of the build of which sources do not tell whether they exist. */
  readonly untold: number;
}

/** Pages that an id must be on to be taken for one of layouts, besides being on most of them. */
const LEAST_PAGES = 4;

/**
 * Compares what copydesk believes of a site with what its build says. Pages are compared; what else a build writes, such as
 * scripts and pictures, no article has to know.
 *
 * @param at what copydesk believes of an address
 */
export function compareRoutes(
  believed: readonly BelievedRoute[],
  manifest: BuildManifest,
  at: (address: string) => Belief,
): RoutesDifference {
  const built = pagesOfManifest(manifest, "");
  const pages = new Set(manifest.routes.filter(isPage).map(addressOf));
  const own = new Set(believed.map(({ address }) => address));
  const others = [...pages].filter((address) => !own.has(address)).sort();
  const beliefs = new Map(others.map((address) => [address, at(address)]));
  const ofLayouts = idsOfLayouts(manifest);
  return {
    missing: others.filter((address) => beliefs.get(address) === "nothing"),
    extra: believed
      .filter(({ address }) => built.at(address) === undefined)
      .map(({ address, source }) => ({ address, source })),
    ids: believed.flatMap((route) => differentIds(route, built.idsAt(route.address), ofLayouts)),
    ofLayouts: [...ofLayouts].sort(),
    untold: others.filter((address) => beliefs.get(address) === "maybe").length,
  };
}

function differentIds(
  { address, source, ids, isRedirect, knowledge }: BelievedRoute,
  built: ReadonlySet<string> | undefined,
  ofLayouts: ReadonlySet<string>,
): readonly DifferentIds[] {
  if (knowledge === "some" || built === undefined || isRedirect) return [];
  const known = new Set(ids);
  const missing = [...built].filter((id) => !known.has(id) && !ofLayouts.has(id));
  const extra = knowledge === "exact" ? ids.filter((id) => !built.has(id)) : [];
  return missing.length + extra.length === 0 ? [] : [{ address, source, missing, extra }];
}

function idsOfLayouts({ routes }: BuildManifest): ReadonlySet<string> {
  const pages = routes.filter(({ ids }) => ids !== undefined);
  const counts = new Map<string, number>();
  for (const { ids = [] } of pages)
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const least = Math.max(LEAST_PAGES, Math.floor(pages.length / 2) + 1);
  return new Set([...counts].filter(([, count]) => count >= least).map(([id]) => id));
}
