import { editDistance } from "../knowledge/text/nearest.js";
import { stemOf } from "./address-table.js";
import type { FileLookup } from "./contract.js";

/** Shortest name that can be told from another by its letters. */
const SHORTEST = 4;

/** From this length on two slips are as sure as one. */
const LONG = 9;

/**
 * Whether a name is another one misspelt: a letter or two differ. Numbers tell parts of a series from each other, and
 * an `s` at the end the list from its entry: both may exist. What else than letters differs is up to who makes the names.
 */
export function isSlip(written: string, name: string): boolean {
  const [one, other] = [written.toLowerCase(), name.toLowerCase()];
  if (Math.min(one.length, other.length) < SHORTEST) return false;
  if (numbersOf(one) !== numbersOf(other) || singularOf(one) === singularOf(other)) return false;
  const most = Math.min(one.length, other.length) < LONG ? 1 : 2;
  return Math.abs(one.length - other.length) <= most && editDistance(one, other) <= most;
}

/** The path of those in one folder whose name a path misspells. */
export function slipOf(path: string, beside: Iterable<string>): string | undefined {
  const wanted = stemOf(path);
  for (const other of beside) if (isSlip(wanted, stemOf(other))) return other;
  return undefined;
}

/** The file whose name one of these paths misspells, in the same folder and of the same kind. */
export function slipOfFile(
  paths: readonly string[],
  files: Pick<FileLookup, "list">,
): string | undefined {
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const isBeside = (file: string): boolean =>
      file.lastIndexOf("/") === path.lastIndexOf("/") && endingOf(file) === endingOf(path);
    const found = slipOf(path, files.list(folder).filter(isBeside));
    if (found !== undefined) return found;
  }
  return undefined;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

function numbersOf(name: string): string {
  return name.match(/\d+/g)?.join(" ") ?? "";
}

/** The letters of a name, without an `s` at its end. */
function singularOf(name: string): string {
  return name.replace(/[^\p{L}\p{M}]/gu, "").replace(/s$/, "");
}
