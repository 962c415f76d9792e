import { DATE_KEYS, IMAGE_KEYS } from "../../../../src/rules.js";
import table from "./value-keys.json" with { type: "json" };

const ADDRESSES: ReadonlySet<string> = new Set(table.addresses);
const GROUPS: ReadonlySet<string> = new Set(table.groups);
const IDENTIFIERS: ReadonlySet<string> = new Set(table.identifiers);
const AUTHORS: ReadonlySet<string> = new Set(["author", "authors"]);
const TOLD: ReadonlySet<string> = new Set(table.toldIfEmpty);
const DATES: ReadonlySet<string> = new Set(DATE_KEYS);
const IMAGES: ReadonlySet<string> = new Set(IMAGE_KEYS);

/** Whether readers see the value as words: it may say anything. */
export function isShown(key: string): boolean {
  const name = lastOf(key).toLowerCase();
  return table.shown.some((word) => name.endsWith(word));
}

/** Whether the value is an address of the article, or one that it had. */
export function isAddress(key: string): boolean {
  return ADDRESSES.has(lastOf(key).toLowerCase());
}

/** Whether the value sorts the article into a group with others. */
export function isGroup(key: string): boolean {
  return GROUPS.has(lastOf(key).toLowerCase());
}

/** Whether the value names somebody who wrote the article. */
export function isAuthor(key: string): boolean {
  return AUTHORS.has(lastOf(key).toLowerCase());
}

/** Whether the value tells the article from all others. */
export function isIdentifierKey(key: string): boolean {
  return IDENTIFIERS.has(lastOf(key).toLowerCase());
}

/** Whether the value is a number by which a list of pages is sorted. */
export function isOrderKey(key: string): boolean {
  return /(?:position|order|weight|rank|index|sort)$/i.test(lastOf(key));
}

/** Whether the value is a date of the article. */
export function isDateKey(key: string): boolean {
  return DATES.has(key) || DATES.has(lastOf(key));
}

/** Whether the key may be empty on purpose, as a link or an alt text may, or another check tells of that. */
export function mayBeEmpty(key: string): boolean {
  const name = lastOf(key).toLowerCase();
  return TOLD.has(key.toLowerCase()) || table.mayBeEmpty.some((word) => name.endsWith(word));
}

/** Whether the value names a picture. */
export function isPicture(key: string): boolean {
  return IMAGES.has(lastOf(key).toLowerCase());
}

/** The last name on the way to a value. */
function lastOf(key: string): string {
  return (
    key
      .split(".")
      .filter((part) => part !== "[]")
      .at(-1) ?? ""
  );
}
