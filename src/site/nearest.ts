import { languageOfSegment } from "../knowledge/prose/article-language.js";
import { Comparisons, nearestOf } from "../knowledge/text/nearest.js";
import { type AddressTable, stemOf } from "./address-table.js";
import { fileNames } from "./candidates.js";
import type { FileLookup } from "./contract.js";

/** Folders in which misspelt names are looked for. */
const MOST_FOLDERS = 4;

/** Most comparisons of names in a whole site. */
const MOST_COMPARISONS = 5_000_000;

/** Of names that are alike otherwise the path that is spelt most like another, however far from it. */
const ANY = { limit: Number.POSITIVE_INFINITY, exactCase: true };

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
  const comparisons = comparisonsIn(files);
  const moved = fileNames(name).flatMap((one) => files.sameName(one));
  const wanted = tried[0] ?? "";
  return (
    nearestOf(wanted, comparisons.of(inNearestLanguage(wanted, moved)), ANY) ??
    misspelt(name, foldersOf(tried, name), files)
  );
}

/** The address that was most probably meant: a page of the same name, else one beside it whose name is spelt much like it. */
export function nearestAddress(address: string, table: AddressTable): string | undefined {
  const comparisons = comparisonsIn(table);
  const others = inNearestLanguage(address, table.named(address));
  const named = nearestOf(address, comparisons.of(others), ANY);
  if (named !== undefined) return named;
  const wanted = stemOf(address);
  return alike(wanted, comparisons.of(table.beside(address)));
}

/** Of paths those in the language of another one; else those in none or in English, which most sites are written in first. */
function inNearestLanguage(path: string, among: readonly string[]): readonly string[] {
  if (among.length < 2) return among;
  const own = languageIn(path);
  const languages = among.map(languageIn);
  const [found] = [own, undefined, "en"].filter((language) => languages.includes(language));
  const isFound = languages.includes(own) || languages.includes(undefined) || found === "en";
  return isFound ? among.filter((_, index) => languages[index] === found) : among;
}

/** The language that the first folder with the name of one states. */
function languageIn(path: string): string | undefined {
  for (const segment of path.split("/").slice(0, -1)) {
    const language = languageOfSegment(segment);
    if (language !== undefined) return language;
  }
  return undefined;
}

/** A file in one of these folders whose name is spelt much like one. */
function misspelt(name: string, folders: readonly string[], files: FileLookup): string | undefined {
  const stem = stemOf(name);
  for (const folder of folders) {
    const found = alike(stem, comparisonsIn(files).of(filesIn(folder, files)));
    // A picture is not what a link to a document means, nor the other way round.
    if (found !== undefined && isSameKind(found, name)) return found;
  }
  return undefined;
}

const comparisonsByPlace = new WeakMap<object, Comparisons>();

/** What is left of comparisons with the files, or the addresses, of a site. */
function comparisonsIn(place: FileLookup | AddressTable): Comparisons {
  const left = comparisonsByPlace.get(place) ?? new Comparisons(MOST_COMPARISONS);
  comparisonsByPlace.set(place, left);
  return left;
}

const filesByFolder = new WeakMap<FileLookup, Map<string, readonly string[]>>();

/** The files that are in a folder itself. */
function filesIn(folder: string, files: FileLookup): readonly string[] {
  const known = filesByFolder.get(files) ?? new Map<string, readonly string[]>();
  filesByFolder.set(files, known);
  const kept = known.get(folder);
  if (kept !== undefined) return kept;
  const start = folder === "" ? 0 : folder.length + 1;
  const inside = files.list(folder).filter((file) => !file.slice(start).includes("/"));
  known.set(folder, inside);
  return inside;
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

/** The path whose last name is spelt most like a name, if no more than a quarter of it differs. */
function alike(wanted: string, among: readonly string[]): string | undefined {
  if (wanted.length < 3) return undefined;
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  return nearestOf(wanted, among, { limit, exactCase: true, nameOf: stemOf });
}
