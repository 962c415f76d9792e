import { distance } from "fastest-levenshtein";
import { type AddressTable, stemOf } from "./address-table.js";
import { fileNames } from "./candidates.js";
import type { FileLookup } from "./resolve.js";

/** Folders in which misspelt names are looked for. */
const MOST_FOLDERS = 4;

/**
 * The existing file that was most probably meant: the same name elsewhere, nearest by the spelling of its path;
 * else a name in the same folder that differs by a letter or two.
 *
 * @param tried the paths that were looked at in vain
 */
export function nearestFile(
  path: string,
  tried: readonly string[],
  files: FileLookup,
): string | undefined {
  const name = lastName(path);
  if (name === "") return undefined;
  const moved = fileNames(name).flatMap((one) => files.sameName(one));
  return byDistance(moved, tried[0] ?? "") ?? misspelt(name, foldersOf(tried, name), files);
}

/** The address that was most probably meant: a page of the same name, else one beside it whose name is spelt much like it. */
export function nearestAddress(address: string, table: AddressTable): string | undefined {
  const named = byDistance(table.named(address), address);
  if (named !== undefined) return named;
  const wanted = stemOf(address);
  return closest(wanted, table.beside(address), stemOf);
}

/** A file in one of these folders whose name is spelt much like one. */
function misspelt(name: string, folders: readonly string[], files: FileLookup): string | undefined {
  const stem = stemOf(name);
  for (const folder of folders) {
    const inside = files
      .list(folder)
      .filter((file) => !file.slice(folder === "" ? 0 : folder.length + 1).includes("/"));
    const found = closest(stem, inside, stemOf);
    // A picture is not what a link to a document means, nor the other way round.
    if (found !== undefined && isSameKind(found, name)) return found;
  }
  return undefined;
}

/** The folders in which files of this name were looked for. */
function foldersOf(tried: readonly string[], name: string): readonly string[] {
  const folders = tried
    .filter((path) => lastName(path) === name)
    .map((path) => path.slice(0, Math.max(0, path.length - name.length - 1)));
  return [...new Set(folders)].slice(0, MOST_FOLDERS);
}

function isSameKind(file: string, name: string): boolean {
  const ending = endingOf(name);
  return ending === "" || ending === endingOf(file);
}

function endingOf(path: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(path)?.[0].toLowerCase() ?? "";
}

function lastName(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? "";
}

/** The one spelt most like a name, if no more than a quarter of it differs. */
function closest(
  wanted: string,
  among: readonly string[],
  nameOf: (path: string) => string,
): string | undefined {
  const most = Math.max(1, Math.floor(wanted.length / 4));
  let best: { readonly path: string; readonly score: number } | undefined;
  for (const path of among) {
    const name = nameOf(path);
    if (wanted.length < 3 || Math.abs(name.length - wanted.length) > most) continue;
    const score = distance(name, wanted);
    if (score <= most && (best === undefined || score < best.score)) best = { path, score };
  }
  return best?.path;
}

function byDistance(paths: readonly string[], wanted: string): string | undefined {
  let best: { readonly path: string; readonly score: number } | undefined;
  for (const path of paths) {
    const score = distance(path, wanted);
    if (best === undefined || score < best.score) best = { path, score };
  }
  return best?.path;
}
