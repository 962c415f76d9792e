import type { NavigationEntry, NavigationList } from "../../engine/navigation.js";
import { placeOf } from "./places.js";

/** An entry, and the file that it is written in. */
export interface PlacedEntry {
  readonly path: string;
  readonly entry: NavigationEntry;
}

/** A member of a list or table as an entry; none where it is not literally written, or names another site or nothing. */
export function entryAt(
  holder: object,
  key: string | number,
  written: unknown,
  more: Omit<NavigationEntry, "written" | "range">,
): readonly PlacedEntry[] {
  const place = placeOf(holder, key);
  if (place === undefined || typeof written !== "string" || leadsAway(written)) return [];
  return [{ path: place.path, entry: { written, range: place.range, ...more } }];
}

/** Whether a target is on another site, in the page itself, or written by a template. */
export function leadsAway(written: string): boolean {
  return written.trim() === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/|[#?])|[{}<>$*\s]/i.test(written);
}

/** The lists of some entries, one for each file. */
export function listsOf(
  entries: readonly PlacedEntry[],
  twice: NavigationList["twice"],
): readonly NavigationList[] {
  const lists = new Map<string, NavigationEntry[]>();
  for (const { path, entry } of entries) {
    const list = lists.get(path) ?? [];
    lists.set(path, list);
    list.push(entry);
  }
  return [...lists].map(([path, own]) => ({ path, entries: own, twice }));
}

/** Names lists one after another: entries of one list are a group. */
export class Groups {
  #count = 0;

  next(): string {
    this.#count += 1;
    return String(this.#count);
  }
}
