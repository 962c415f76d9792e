import { distance } from "fastest-levenshtein";
import type { AddressTable } from "./address-table.js";
import { fileNames } from "./candidates.js";

/** The existing file that was most probably meant: the same name elsewhere, nearest by the spelling of its path. */
export function nearestFile(
  path: string,
  target: string,
  sameName: (name: string) => readonly string[],
): string | undefined {
  const name = path
    .split("/")
    .filter((part) => part !== "")
    .at(-1);
  if (name === undefined) return undefined;
  return byDistance(fileNames(name).flatMap(sameName), target);
}

/** The address that was most probably meant: a page of the same name. */
export function nearestAddress(address: string, table: AddressTable): string | undefined {
  return byDistance(table.named(address), address);
}

function byDistance(paths: readonly string[], wanted: string): string | undefined {
  let best: { readonly path: string; readonly score: number } | undefined;
  for (const path of paths) {
    const score = distance(path, wanted);
    if (best === undefined || score < best.score) best = { path, score };
  }
  return best?.path;
}
