import { basePathOf } from "./base-path.js";
import { relativePath } from "./relative-path.js";

const ORIGIN = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i;

/** What a link is to be written for. */
export interface AddressedLink {
  /** The link as it is. */
  readonly url: string;
  /** Address of the page it stands in, below the base path; undefined where nobody knows. */
  readonly from: string | undefined;
  /** Public address of the site. */
  readonly siteUrl: string | undefined;
}

/**
 * A link to an address, in the style of an existing link: relative stays relative, an absolute URL keeps its
 * host, query and fragment stay, and so does percent-encoding. Undefined where that cannot be done.
 *
 * @param target address below the base path, with a query and a fragment perhaps
 */
export function linkToAddress(link: AddressedLink, target: string): string | undefined {
  const old = split(link.url);
  const { path, query, fragment } = split(target);
  if (old.query !== "" && query !== "") return undefined;
  const rest = (old.query || query) + (old.fragment || fragment);
  const address = encode(path, link.url);
  const origin = ORIGIN.exec(link.url)?.[0];
  const base = basePathOf(link.siteUrl);
  if (origin !== undefined) return origin + base + address.slice(1) + rest;
  if (old.path.startsWith("/")) return base + address.slice(1) + rest;
  if (link.from === undefined) return undefined;
  const relative = relativeTo(encode(link.from, link.url), address);
  return (old.path.startsWith("./") && !relative.startsWith(".") ? "./" : "") + relative + rest;
}

function relativeTo(from: string, to: string): string {
  return relativePath(from.slice(1), to.slice(1)) || "./";
}

/** Encodes what would end a path or the markup around it; letters only where the link as it is encodes them. */
function encode(path: string, like: string): string {
  const unsafe = /%[0-9a-f]{2}/i.test(like)
    ? /[^\w\-.~/!$*+,;:@=]/gu
    : /[\s"#%&'()<>?[\\\]^`{|}]/gu;
  return path.replace(unsafe, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

function split(url: string): {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
} {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  return { path, query, fragment };
}
