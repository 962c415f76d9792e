import type { SiteEvidence } from "../rule/site-index.js";
import type { FileLookup } from "./contract.js";
import type { Site } from "./routers.js";

/** Least number of different targets that a guess about the site must explain. */
const LEAST = 8;

/** A site serves few folders besides those that its engine knows. */
const MOST_FOLDERS = 3;

const FILE = /\.(?!html?$|md$|mdx$|markdown$)[a-z][a-z0-9]{1,4}$/i;

/** Whether a path names a file which is served as it is. */
export function isFileName(path: string): boolean {
  return FILE.test(path);
}

/** What the references of a site show of it. */
export interface Evidence extends Omit<SiteEvidence, "folder"> {
  /** Whether relative addresses begin at the root of the site, as with `<base href="/">`. */
  readonly isRootBase: boolean;
}

/**
 * Whether relative paths that lead nowhere from their articles mean paths from the root: several do, and at least half
 * of all.
 *
 * @param isServed of different paths, whether something is served there from the root
 */
export function showsRootBase(isServed: readonly boolean[]): boolean {
  const served = isServed.filter(Boolean).length;
  return served >= LEAST && served * 2 >= isServed.length;
}

/**
 * What root-relative paths that lead nowhere show of a site: folders that are served at its root, a path that all
 * pages lie below, and a path that links put before them. Each is believed only if it explains several
 * different targets and at least half of those it speaks of.
 *
 * @param targets different root-relative paths that resolve to nothing, percent-decoded
 */
export function evidenceFrom(
  targets: readonly string[],
  site: Site,
  files: Pick<FileLookup, "sameName">,
): Omit<Evidence, "isRootBase"> {
  const staticDirs: string[] = [];
  const inFiles = targets.filter(isFileName);
  let left = inFiles;
  while (staticDirs.length < MOST_FOLDERS) {
    const folder = commonest(left, (target) => foldersOf(target, files));
    if (folder === undefined || folder.count * 2 < left.length) break;
    staticDirs.push(folder.name);
    left = left.filter((target) => !foldersOf(target, files).includes(folder.name));
  }
  const pages = targets.filter((target) => !isFileName(target));
  const isPage = (address: string): boolean => site.table.at(address) !== undefined;
  const base = commonest(pages, (target) => {
    const first = /^\/[^/]+(?=\/)/.exec(target)?.[0];
    return first !== undefined && isPage(target.slice(first.length)) ? [first] : [];
  });
  const spoken =
    base === undefined ? 0 : pages.filter((target) => target.startsWith(`${base.name}/`)).length;
  const isBase = base !== undefined && base.count * 2 >= spoken;
  const root = commonest(pages, (target) => {
    const bare = target.replace(/\/$/, "");
    return site.table
      .named(target)
      .map((address) => address.replace(/\/$/, ""))
      .filter((address) => address.endsWith(bare) && address !== bare)
      .map((address) => address.slice(0, -bare.length));
  });
  const isRoot = root !== undefined && root.count * 2 >= pages.length;
  return {
    staticDirs,
    base: isBase ? base.name : undefined,
    root: isRoot ? root.name : undefined,
    explains: inFiles.length - left.length + (isBase ? base.count : 0) + (isRoot ? root.count : 0),
  };
}

/** Folders that hold a file at this path. */
function foldersOf(target: string, files: Pick<FileLookup, "sameName">): readonly string[] {
  return files
    .sameName(target.slice(target.lastIndexOf("/") + 1))
    .filter((path) => `/${path}`.endsWith(target))
    .map((path) => path.slice(0, Math.max(0, path.length - target.length)));
}

/** What most of the targets have in common, if enough have. */
function commonest(
  targets: readonly string[],
  namesOf: (target: string) => readonly string[],
): { readonly name: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const target of targets)
    for (const name of new Set(namesOf(target))) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: { name: string; count: number } | undefined;
  for (const [name, count] of counts)
    if (count > (best?.count ?? LEAST - 1)) best = { name, count };
  return best;
}
