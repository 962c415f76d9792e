import type { NavigationEntry } from "../engine/navigation.js";
import type { Reference } from "../facts/facts.js";
import { basePathOf, homeOf } from "../knowledge/link/base-path.js";
import type { Doubt, JudgedEntry, JudgedNavigation, Resolution } from "../rule/site-index.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { nearestFile } from "./nearest.js";
import type { Site } from "./routers.js";

/** Least number of absent targets in a list that make its reading doubtful, and their least share. */
const LEAST_FAILED = 2;
const LEAST_SHARE = 1 / 3;

/** How many entries of a doubted list are kept as examples. */
const EXAMPLES = 3;

/** What the lists of one site are judged with. */
interface Judging {
  readonly site: Site;
  /** The articles of the site; there is one. */
  readonly articles: readonly [IndexedArticle, ...IndexedArticle[]];
  readonly files: FileLookup;
  isArticle(path: string): boolean;
  resolve(from: IndexedArticle, reference: Reference): Resolution;
}

/** The lists in which a site names its own pages, and where their entries lead. Lists of which much is absent are doubted. */
export function judgeNavigation(judging: Judging): readonly JudgedNavigation[] {
  const { site, files, articles } = judging;
  const [first] = articles;
  const { site: settings } = first.settings;
  const { folder } = settings;
  const lists = first.engine.navigation?.({
    site: settings,
    articles: articles.map(({ facts }) => facts),
    files: { list: (other = folder) => files.list(other), text: (path) => files.text(path) },
    router: site.router,
  });
  return (lists ?? []).map((list) => {
    const entries = list.entries.map((entry) => ({ entry, resolution: leadsTo(entry, judging) }));
    const { failed, total } = countsOf(entries);
    const isDoubted = failed >= LEAST_FAILED && failed > total * LEAST_SHARE;
    const { path, twice } = list;
    const { path: article } = first.facts;
    const judged = { path, folder, article, twice, isDoubted, entries };
    return isDoubted && !settings.isVouchedFor
      ? { ...judged, entries: entries.map(doubted) }
      : judged;
  });
}

/** The doubt about a list; undefined where there is none. */
export function doubtAbout(list: JudgedNavigation): Doubt | undefined {
  if (!list.isDoubted) return undefined;
  const failed = list.entries.filter(
    ({ resolution }) =>
      resolution.verdict === "absent" ||
      (resolution.verdict === "unknown" && resolution.reason === "doubted"),
  );
  const known = list.entries.filter(({ resolution: { verdict } }) => isFound(verdict));
  return {
    class: { kind: "list", name: list.path },
    of: "links",
    failed: failed.length,
    total: failed.length + known.length,
    examples: failed
      .slice(0, EXAMPLES)
      .map(({ entry: { range, written } }) => ({ path: list.path, range, url: written })),
    folder: list.folder,
    isOverruled: list.entries.some(({ resolution }) => resolution.verdict === "absent"),
  };
}

function countsOf(entries: readonly JudgedEntry[]): {
  readonly failed: number;
  readonly total: number;
} {
  // Of what is not published the reason is known.
  const failed = entries.filter(
    ({ resolution }) => resolution.verdict === "absent" && resolution.heldBack === undefined,
  ).length;
  const found = entries.filter(({ resolution: { verdict } }) => isFound(verdict)).length;
  return { failed, total: failed + found };
}

function isFound(verdict: Resolution["verdict"]): boolean {
  return (
    verdict === "article" || verdict === "asset" || verdict === "generated" || verdict === "case"
  );
}

function doubted({ entry, resolution }: JudgedEntry): JudgedEntry {
  return resolution.verdict === "absent"
    ? { entry, resolution: { verdict: "unknown", reason: "doubted" } }
    : { entry, resolution };
}

function leadsTo({ target, range }: NavigationEntry, judging: Judging): Resolution {
  const { articles, site, files, resolve } = judging;
  const [first] = articles;
  const { site: settings } = first.settings;
  if (target.kind === "address") {
    const base = basePathOf(homeOf(settings));
    const url = target.isBelowBase ? base + target.url.slice(1) : target.url;
    return resolve(first, {
      url,
      range,
      elementRange: range,
      unknown: false,
      from: "navigation",
    });
  }
  if (!settings.complete) return { verdict: "unknown", reason: "incomplete" };
  const tried = target.kind === "file" ? [target.path] : target.tried;
  if (target.kind === "file") {
    const { path } = target;
    const heldBack = site.routesOf(path)?.heldBack;
    if (heldBack !== undefined && heldBack.reason !== "no-page")
      return {
        verdict: "absent",
        tried,
        nearest: undefined,
        heldBack: { path, reason: heldBack.reason },
      };
    if (judging.isArticle(path)) return { verdict: "article", path, fragment: undefined };
    const asset = files.find(path);
    if (asset !== undefined)
      return asset.path.normalize("NFC") === path.normalize("NFC")
        ? { verdict: "asset", asset, fragment: undefined }
        : { verdict: "case", path: asset.path };
  }
  if (tried.some((path) => files.mayExist?.(path) === true))
    return { verdict: "unknown", reason: "incomplete" };
  const nearest = target.kind === "file" ? nearestFile(target.path, tried, files) : target.nearest;
  return { verdict: "absent", tried, nearest };
}
