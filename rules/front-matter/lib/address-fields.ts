import type { Article, Engine, FrontMatterEntry } from "../../../src/rules.js";

/** A front-matter value that says at which address an article is published. */
export interface AddressField {
  readonly entry: FrontMatterEntry;
  readonly key: string;
  readonly text: string;
  /** True for former addresses, which are as they were. */
  readonly isFormer: boolean;
}

const OWN: readonly string[] = ["slug", "permalink"];
const UNKNOWN = /\{\{|\{%|<%|\$\{|(?:^|\/):[a-z_]+|^[a-z][a-z0-9+.-]*:/i;

/** The addresses an article names for itself; placeholders, template values and other sites are left out. */
export function addressFields(article: Article, { frontMatter }: Engine): readonly AddressField[] {
  return (article.frontMatter?.entries ?? []).flatMap((entry) => {
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

/** Characters an address cannot hold unencoded, each once (RFC 3986 §3.3); `?` and `#` end the path. */
export function unsafeCharacters(address: string): readonly string[] {
  return [...new Set(address.trim().match(/[\s"<>\\^`{|}?#]|%(?![0-9A-Fa-f]{2})/gu) ?? [])];
}

/** The address in lower case, words joined by hyphens, without what it cannot hold. */
export function plainAddress(address: string): string {
  const [path = ""] = address.trim().split(/[?#]/);
  return path
    .toLowerCase()
    .replace(/["<>\\^`{|}]|%(?![0-9a-f]{2})/g, "")
    .replace(/[\s_]+/g, "-")
    .replace(/\/{2,}/g, "/");
}
