import { parsedUrl } from "../../article/parsed-url.js";
import { percentDecoded } from "../../article/percent-decoded.js";
import { nearestOf } from "../text/nearest.js";
import { hasPlainHost } from "./url-scheme.js";
import schemes from "./url-schemes.json" with { type: "json" };

/** What is wrong with a URL as such, whatever it points to. */
export type UrlDefect =
  | { readonly kind: "doubledScheme"; readonly url: string }
  | { readonly kind: "slashes"; readonly url: string }
  | {
      readonly kind: "unknownScheme";
      readonly scheme: string;
      readonly nearest: string;
      readonly url: string;
    }
  | { readonly kind: "schemeInPath"; readonly url: string | undefined }
  | { readonly kind: "emailAsPath"; readonly url: string }
  | { readonly kind: "gluedPunctuation"; readonly glued: string; readonly url: string }
  | { readonly kind: "endMark"; readonly glued: string; readonly url: string }
  | { readonly kind: "doubleEscaped"; readonly url: string }
  | { readonly kind: "hostSign"; readonly sign: string; readonly url: string }
  | { readonly kind: "noHost" }
  | { readonly kind: "mail" }
  | { readonly kind: "tel" }
  | { readonly kind: "unparsable" };

const KNOWN: ReadonlySet<string> = new Set(schemes);
const WEB = /^https?:/i;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const EMAIL = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;
/** Names of files have an @, too: `quay@2x.png`. None of these endings is worth a wrong claim about a domain. */
const FILE_ENDING =
  /\.(?:a?png|avif|bmp|cur|eps|gif|heic|ico|jfif|jpe?g|jxl|psd|svgz?|tiff?|webp|3gp|aac|avi|flac|m4[av]|mkv|mov|mp[34]|mpe?g|og[agv]|opus|wav|web[mp]|7z|bz2|dmg|exe|gz|iso|jar|rar|t[gx]z|whl|xz|zip|csv|docx?|epub|ics|log|od[pst]|pdf|pptx?|rtf|tsv|txt|xlsx?|xml|ya?ml|toml|json5?|css|html?|xhtml|php|aspx?|jsp|m?jsx?|[cm]js|tsx?|vue|map|mdx?|markdown|rst|adoc|eot|otf|ttf|woff2?|glb|gltf|wasm)$/i;
/** Marks that end a CJK clause; in an address they are always percent-encoded by machines. */
const CJK_MARKS = /[，。；：！？、）】》」』”’]/;

/** A mark that ends a clause behind a letter or sign of ASCII, also percent-encoded; names in CJK may end with one. */
const END_MARK = /(?<=[!-~])(?<!%[\dA-F]{2})(?:[，。；：、]|%E3%80%8[12]|%EF%BC%(?:8C|9A|9B))+$/i;
const CLOSING_BRACKET = /(?<=[!-~])[）】》」』”]$/;
const OPENING_BRACKET = /[（【《「『“]/;

/**
 * Judges a URL by its spelling alone: WHATWG URL parsing, RFC 6068 (mailto), RFC 3966 (tel), and the slips
 * people make. `automatic` says that the address became a link by itself, so that text after it may be glued on.
 */
export function urlDefectOf(url: string, automatic: boolean): UrlDefect | undefined {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (/&amp;/i.test(url)) return { kind: "doubleEscaped", url: url.replace(/&(?:amp;)+/gi, "&") };
  if (scheme === undefined) return relativeDefect(url);
  if (WEB.test(url)) return webDefect(url, automatic);
  if (scheme === "mailto") return isMailTarget(url.slice(7)) ? undefined : { kind: "mail" };
  if (scheme === "tel")
    return /^tel:\+?[\d().\- /]*\d/i.test(decodeSpaces(url)) ? undefined : { kind: "tel" };
  return unknownScheme(url, scheme);
}

function webDefect(url: string, automatic: boolean): UrlDefect | undefined {
  // A quick look: such an address can only have something glued on.
  const isPlain = hasPlainHost(url) && !/[\n\r\u2028\u2029]/.test(url);
  const defect = isPlain ? undefined : webSlip(url);
  if (defect !== undefined) return defect;
  if (automatic) {
    const at = url.search(CJK_MARKS);
    if (at !== -1) {
      return { kind: "gluedPunctuation", glued: url.slice(at), url: url.slice(0, at) };
    }
  }
  const sign = /^https?:\/\/[\w.-]{0,200}?([,;])(?=[\w-]{1,60}(?:\.[a-z]{2,}|[/?#]|$))/i.exec(url);
  if (sign !== null) {
    const at = sign[0].length - 1;
    const better = `${url.slice(0, at)}.${url.slice(at + 1)}`;
    return { kind: "hostSign", sign: sign[1] ?? "", url: better };
  }
  const end = endMark(url);
  if (end !== undefined)
    return { kind: "endMark", glued: percentDecoded(url.slice(end)), url: url.slice(0, end) };
  if (isPlain) return undefined;
  const host = parsedUrl(url)?.hostname;
  if (host === undefined) return { kind: "unparsable" };
  return host === "" || host.startsWith(".") || host.includes("..")
    ? { kind: "noHost" }
    : undefined;
}

/** Where the mark begins that follows an address but was written into it. */
function endMark(url: string): number | undefined {
  if (/[!-~]$/.test(url) && !/%\w\w$/.test(url)) return undefined;
  const mark = END_MARK.exec(url)?.index;
  if (mark !== undefined) return mark;
  return OPENING_BRACKET.test(url) ? undefined : CLOSING_BRACKET.exec(url)?.index;
}

/** A slip in what stands before the host. */
function webSlip(url: string): UrlDefect | undefined {
  const doubled = /^(?:https?:?\/*)+(https?:\/\/[^/].*)$/i.exec(url);
  if (doubled?.[1] !== undefined && doubled[1] !== url)
    return { kind: "doubledScheme", url: doubled[1] };
  const slashes = /^(https?):(\s*\/*\s*)(.*)$/i.exec(url);
  const rest = slashes?.[3] ?? "";
  if (rest === "" || /^[?#]/.test(rest)) return { kind: "noHost" };
  return slashes?.[2] === "//"
    ? undefined
    : { kind: "slashes", url: `${slashes?.[1] ?? "https"}://${rest}` };
}

function relativeDefect(url: string): UrlDefect | undefined {
  if (url.startsWith("//"))
    return parsedUrl(`https:${url}`) === undefined ? { kind: "unparsable" } : undefined;
  const [path = ""] = url.split(/[?#]/, 1);
  if (EMAIL.test(path) && !FILE_ENDING.test(path))
    return { kind: "emailAsPath", url: `mailto:${url}` };
  const inner = /https?:\/\/[^\s/].*$/i.exec(path);
  if (inner !== null) {
    // What stands before the address tells whether it is a slip or a proxy's path.
    const slip = /^[^\w./]*$/.test(path.slice(0, inner.index));
    return { kind: "schemeInPath", url: slip ? withoutBracket(url, inner.index) : undefined };
  }
  const lost = /^(?:\/{0,2}:\/\/|[/]?(?:https?|ttps?)\/{2})(.+)$/i.exec(url);
  if (lost?.[1] !== undefined) return { kind: "schemeInPath", url: `https://${lost[1]}` };
  return undefined;
}

/** The address that begins within a URL, without the bracket that closes one before it: `(https://x.org)`. */
function withoutBracket(url: string, start: number): string {
  const address = url.slice(start);
  return url[start - 1] === "(" && address.endsWith(")") ? address.slice(0, -1) : address;
}

function unknownScheme(url: string, scheme: string): UrlDefect | undefined {
  if (KNOWN.has(scheme) || /^(?:web\+|x-|ms-|vnd\.)/.test(scheme) || scheme.includes("."))
    return undefined;
  // One letter is a Windows drive; link/style says so.
  if (scheme.length < 2) return undefined;
  const common = ["https", "http", "mailto", "tel", "ftp"];
  const nearest = nearestOf(scheme.replaceAll("-", ""), common, {
    limit: (known) => (known.length > 3 ? 2 : 1),
    exactCase: true,
  });
  if (nearest === undefined) return undefined;
  const rest = url.slice(scheme.length + 1);
  const web = nearest.startsWith("http");
  const fixed = web ? `${nearest}://${rest.replace(/^\/+/, "")}` : `${nearest}:${rest}`;
  return { kind: "unknownScheme", scheme, nearest, url: fixed };
}

function isMailTarget(target: string): boolean {
  const [addresses = "", query] = target.split("?", 2);
  // RFC 6068 allows an address list in `to=` instead, or none at all with a query.
  if (addresses.trim() === "") return query !== undefined;
  return decodeSpaces(addresses)
    .split(",")
    .every((address) =>
      /^[^\s@]+@(?:[^\s@.]+(?:\.[^\s@.]+)+|localhost|\[.+\])$/.test(address.trim()),
    );
}

function decodeSpaces(text: string): string {
  return text.replace(/%20/g, " ").replace(/%40/g, "@");
}
