import { linkToAddress, type Resolution, relativePath } from "../../../src/rules.js";

type Absent = Extract<Resolution, { readonly verdict: "absent" }>;

const SOURCE = /\.(?:md|mdx|markdown)$/i;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** What a broken link probably means: as shown to the writer, and as the link would be written. */
export interface LinkReplacement {
  readonly name: string;
  /** Undefined where the style of the link cannot be kept. */
  readonly url: string | undefined;
}

/**
 * The target a broken link probably means, written in the style of the link: a relative path stays relative, a URL
 * stays a URL below the base path; query and fragment are kept.
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
  const isMeant = nearest === undefined || (isAddress && !SOURCE.test(path));
  if (nearestAddress !== undefined && isMeant) {
    const from = article.address;
    return { name: nearestAddress, url: linkToAddress({ url, from, siteUrl }, nearestAddress) };
  }
  if (nearest === undefined) return undefined;
  return {
    name: nearest,
    url: isAddress ? undefined : encodeURI(relativePath(article.path, nearest)) + rest,
  };
}
