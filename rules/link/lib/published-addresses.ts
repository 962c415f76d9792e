import { type Article, innerRange, type Range } from "../../../src/rules.js";
import table from "./published-keys.json" with { type: "json" };

const KEYS: ReadonlySet<string> = new Set(table.keys);
const GROUPS: ReadonlySet<string> = new Set(table.groups);

/** An address in the front matter that the page or its head shows to browsers and search engines. */
export interface PublishedAddress {
  readonly url: string;
  readonly range: Range;
}

/** Such addresses, by their keys: those of examples, such as the servers of an interface, have others. */
export function publishedAddresses({ frontMatter }: Article): readonly PublishedAddress[] {
  return (frontMatter?.entries ?? []).flatMap((entry): readonly PublishedAddress[] => {
    const { path, value } = entry;
    if (typeof value !== "string" || !/^https?:\/\/\S+$/i.test(value)) return [];
    const names = path.flatMap((part) => (typeof part === "string" ? plain(part) : []));
    const key = names.at(-1) ?? "";
    if (!KEYS.has(key) || !names.slice(0, -1).every((name) => GROUPS.has(name))) return [];
    return [{ url: value, range: innerRange(entry) }];
  });
}

/** `canonical_url`, `canonicalURL` and `canonical-url` alike. */
function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[-_:.]/g, "");
}
