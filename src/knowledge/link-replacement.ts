import type { Resolution } from "../rule/site-index.js";
import { basePathOf } from "./base-path.js";

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
 * @param from path of the article with the link
 * @param siteUrl public address of the site
 */
export function linkReplacement(
  from: string,
  url: string,
  { nearest, nearestAddress }: Absent,
  siteUrl: string | undefined,
): LinkReplacement | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const rest = url.slice(path.length);
  const isAddress = path.startsWith("/") || SCHEME.test(url);
  if (nearestAddress !== undefined && (isAddress || nearest === undefined) && !SOURCE.test(path)) {
    const rooted = basePathOf(siteUrl) + encodeURI(nearestAddress.slice(1));
    return { name: nearestAddress, url: originOf(url) + rooted + rest };
  }
  if (nearest === undefined) return undefined;
  return { name: nearest, url: isAddress ? undefined : relativePath(from, nearest) + rest };
}

/** The scheme and host a link is written with; empty where it has none. */
function originOf(url: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i.exec(url)?.[0] ?? "";
}

function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  return encodeURI([...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/"));
}
