import type { Article } from "../../../src/article/article.js";
import type { FrontMatterEntry } from "../../../src/article/front-matter/front-matter.js";
import type { EngineName } from "../../../src/rule/settings.js";

/** A front-matter value that sets the URL of an article. */
export interface AddressField {
  readonly entry: FrontMatterEntry;
  readonly key: string;
  readonly text: string;
  /** True for former URLs, which can no longer be changed. */
  readonly isFormer: boolean;
}

const OWN: Readonly<Record<string, readonly EngineName[] | "all">> = {
  slug: "all",
  permalink: "all",
  url: ["hugo"],
};
const FORMER: Readonly<Record<string, readonly EngineName[]>> = {
  aliases: ["hugo"],
  redirect_from: ["jekyll"],
};
const UNKNOWN = /\{\{|\{%|<%|\$\{|(?:^|\/):[a-z_]+|^[a-z][a-z0-9+.-]*:/i;

/** The URLs that an article sets for itself, without placeholders, template values and other sites. */
export function addressFields(article: Article, engine: EngineName): readonly AddressField[] {
  return (article.frontMatter?.entries ?? []).flatMap((entry) => {
    const key = String(entry.path[0]);
    const own = Object.hasOwn(OWN, key) ? OWN[key] : undefined;
    const former = Object.hasOwn(FORMER, key) ? FORMER[key] : undefined;
    const isOwn = entry.path.length === 1 && (own === "all" || own?.includes(engine) === true);
    const isFormer = entry.path.length <= 2 && former?.includes(engine) === true;
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
