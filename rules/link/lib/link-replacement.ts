import { linkToAddress, type Resolution, relativePath } from "../../../src/rules.js";

type Absent = Extract<Resolution, { readonly verdict: "absent" }>;

const SOURCE = /\.(?:md|mdx|markdown)$/i;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** What a broken link probably means: as a person would name it, and as the link would be written. */
export interface LinkReplacement {
  readonly name: string;
  /** Undefined where the link's own style cannot be kept. */
  readonly url: string | undefined;
}

/**
 * The target a broken link probably means, written as the link is: relative to files stays relative, an address
 * stays an address below the base path; query and fragment stay.
 *
 * @param article the article with the link: its path, and its address where that is known
 * @param siteUrl public address of the site
 */
export function linkReplacement(
  article: { readonly path: string; readonly address: string | undefined },
  url: string,
  { nearest, nearestAddress }: Absent,
  siteUrl: string | undefined,
): LinkReplacement | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const rest = url.slice(path.length);
  const isAddress = path.startsWith("/") || SCHEME.test(url);
  if (nearestAddress !== undefined && (isAddress || nearest === undefined) && !SOURCE.test(path)) {
    const from = article.address;
    return { name: nearestAddress, url: linkToAddress({ url, from, siteUrl }, nearestAddress) };
  }
  if (nearest === undefined) return undefined;
  return {
    name: nearest,
    url: isAddress ? undefined : encodeURI(relativePath(article.path, nearest)) + rest,
  };
}
