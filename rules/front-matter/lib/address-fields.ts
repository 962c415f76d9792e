import {
  type Article,
  type Engine,
  type FrontMatterEntry,
  soundEntries,
} from "../../../src/rules.js";

/** A front-matter value that sets the URL of an article. */
export interface AddressField {
  readonly entry: FrontMatterEntry;
  readonly key: string;
  readonly text: string;
  /** True for former URLs, which can no longer be changed. */
  readonly isFormer: boolean;
}

const OWN: readonly string[] = ["slug", "permalink"];
const UNKNOWN = /\{\{|\{%|<%|\$\{|(?:^|\/):[a-z_]+|^[a-z][a-z0-9+.-]*:/i;

/** The URLs that an article sets for itself, without placeholders, template values and other sites. */
export function addressFields(article: Article, { frontMatter }: Engine): readonly AddressField[] {
  return soundEntries(article).flatMap((entry) => {
    const key = String(entry.path[0]);
    const isOwn =
      entry.path.length === 1 && (OWN.includes(key) || frontMatter.addressKeys.includes(key));
    const isFormer = entry.path.length <= 2 && frontMatter.formerAddressKeys.includes(key);
    if (!isOwn && !isFormer) return [];
    const { value: text, style } = entry;
    if (typeof text !== "string" || text.trim() === "" || style === "block") return [];
    return UNKNOWN.test(text) ? [] : [{ entry, key, text, isFormer }];
  });
}

/** Characters that a URL path cannot contain unencoded, each once (RFC 3986 §3.3); `?` and `#` end the path. */
export function unsafeCharacters(address: string): readonly string[] {
  return [...new Set(address.trim().match(/[\s"<>\\^`{|}?#]|%(?![0-9A-Fa-f]{2})/gu) ?? [])];
}

/** The URL in lower case, with words joined by hyphens and without characters that it cannot contain. */
export function plainAddress(address: string): string {
  const [path = ""] = address.trim().split(/[?#]/);
  return path
    .toLowerCase()
    .replace(/["<>\\^`{|}]|%(?![0-9a-f]{2})/g, "")
    .replace(/[\s_]+/g, "-")
    .replace(/\/{2,}/g, "/");
}
