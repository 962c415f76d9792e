import type { Range } from "../../article/range.js";

/** Where a text of a list or table is literally written, without quotes. */
export interface Place {
  /** The file, as whoever reads it names it. */
  readonly path: string;
  readonly range: Range;
}

/** Keys of a table, or positions in a list. */
export type Places = ReadonlyMap<string | number, Place>;

const known = new WeakMap<object, Places>();

/** Where a member of a list or table is written; undefined where it is no text, or put together by code. */
export function placeOf(holder: object, key: string | number): Place | undefined {
  return known.get(holder)?.get(key);
}

/** All places that are known of a list or table. */
export function placesOf(holder: object): Places {
  return known.get(holder) ?? new Map();
}

/** Notes where the members of a list or table are written. */
export function keepPlaces(holder: object, places: Places): void {
  if (places.size > 0) known.set(holder, places);
}
