import { stemOf } from "./address-table.js";

/** Least number of different links into a folder that must lead to articles. */
const LEAST = 8;

/** Highest share of links into it that lead to none. */
const MOST_MISSES = 1 / 3;

/** A link into the site whose address is known, whatever is there. */
export interface AskedAddress {
  readonly address: string;
  /** Whether it leads to an article by what is known of the engine. */
  readonly isFound: boolean;
}

/** Folders of addresses, from `/` with a slash at the end, with the articles that may be served there by their names. */
export type ShownFolders = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The folders of addresses that links show: most links into one lead to articles, by their addresses or by their
 * names where only code of the site knows the addresses. What a link into such a folder finds neither way is not there.
 *
 * @param asked different addresses that links name
 * @param unplaced paths of articles whose addresses nobody knows
 */
export function shownFolders(
  asked: readonly AskedAddress[],
  unplaced: readonly string[],
): ShownFolders {
  const byName = new Map<string, string>();
  for (const path of unplaced) if (!byName.has(stemOf(path))) byName.set(stemOf(path), path);
  const folders = new Map<string, AskedAddress[]>();
  for (const one of asked) {
    const folder = folderOfAddress(one.address);
    const inside = folders.get(folder);
    if (inside === undefined) folders.set(folder, [one]);
    else inside.push(one);
  }
  const shown = new Map<string, ReadonlyMap<string, string>>();
  for (const [folder, inside] of folders) {
    const hits = inside.filter(
      ({ address, isFound }) => isFound || byName.has(stemOf(address)),
    ).length;
    // Redirects may lead to articles that no link names.
    if (hits >= LEAST && inside.length - hits <= hits * MOST_MISSES) shown.set(folder, byName);
  }
  return shown;
}

/** Folders named after the day or the month of an article. */
const DATE = /\/\d{4}(?:\/\d\d?){1,2}(?=\/$)/;

/**
 * The folder an address lies in: `/guide/` for `/guide/start`, `/guide/start/` and `/guide/start.html`. Folders of dates
 * are one: each has few articles.
 */
export function folderOfAddress(address: string): string {
  const bare = address.replace(/\/$/, "");
  return bare.slice(0, bare.lastIndexOf("/") + 1).replace(DATE, "/<date>");
}
