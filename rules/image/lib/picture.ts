import {
  IMAGE_EXTENSIONS,
  percentDecoded,
  remembered,
  strippedUrl,
  unwrapPictureUrl,
  webHostOf,
} from "../../../src/rules.js";
import renditions from "./picture-renditions.json" with { type: "json" };

/** What a site adds to the built-in knowledge of renditions. */
export interface PictureSettings {
  /** Further query parameters that only choose a rendition. */
  readonly ignoreQuery?: readonly string[];
  /** URL prefixes of further image services (`https://cdn.example/fetch/`) that are followed by the image's own URL. */
  readonly cdn?: readonly string[];
  /** The public URL of the site; its own images are compared by path. */
  readonly siteUrl?: string | undefined;
}

const EXTENSIONS = IMAGE_EXTENSIONS.join("|");
const HAS_EXTENSION = new RegExp(`\\.(?:${EXTENSIONS})$`, "i");
/** A processing suffix after the extension: `.jpg!thumb`, `.jpg@600w.webp`, `.jpg~tplv-x`, `.jpg:large`, `.jpg_640x640.jpg`. */
const AFTER_EXTENSION = new RegExp(
  `(\\.(?:${EXTENSIONS}))(?:[!~@][^/]*|:[a-z]+|_\\d+x\\d+[^/]*)$`,
  "i",
);
const SIZE_SUFFIX = new RegExp(
  `(?:[-_]\\d{2,4}[x×]\\d{2,4}|_(?:${renditions.widths.join("|")})(?:_\\d{3,4})?|@[1-4](?:\\.\\d)?x|[-_](?:${renditions.nameSuffixes.join("|")}))$`,
  "i",
);
/** `w_600,h_400`, `resize,w_600`, `c_fill,w_600`: instructions in a path segment of their own. */
const INSTRUCTION_SEGMENT =
  /^(?:resize,.+|[wh]_\d+|[a-z]{1,3}_[\w.:-]+(?:,[a-z]{1,3}_[\w.:-]+)+)$/i;
/** MediaWiki: `/thumb/a/ab/File.jpg/640px-File.jpg` is a rendition of `/a/ab/File.jpg`. */
const MEDIAWIKI_THUMB = /\/thumb(\/[0-9a-f]\/[0-9a-f]{2}\/[^/]+)\/[^/]*\d+px-[^/]+$/i;

const ASCII = /^[\0-\x7f]*$/;

const RENDITION_NAMES: ReadonlySet<string> = new Set(renditions.query);

/**
 * A key that two URLs share when they show the same image: scheme, `www.`, proxies, rendition parameters and size
 * suffixes are removed. The key of a `data:` URL or an unreadable one is the URL itself.
 */
export function pictureKey(url: string, settings: PictureSettings = {}): string {
  const { cdn = [], ignoreQuery = [], siteUrl } = settings;
  const isPlain = siteUrl === undefined && cdn.length === 0 && ignoreQuery.length === 0;
  return isPlain ? plainKey(url) : keyOf(url, settings);
}

const plainKey = remembered((url) => keyOf(url, {}));

function keyOf(url: string, settings: PictureSettings): string {
  let rest = strippedUrl(url);
  if (/^(?:data|blob|cid):/i.test(rest)) return rest;
  for (const prefix of settings.cdn ?? []) {
    if (prefix !== "" && rest.startsWith(prefix)) rest = rest.slice(prefix.length);
  }
  rest = unwrapPictureUrl(rest);

  const { host, path, query, fragment } = split(withoutSite(rest, settings.siteUrl));
  const decoded = percentDecoded(path);
  const clean = cleanPath(ASCII.test(decoded) ? decoded : decoded.normalize("NFC"));
  const kept = keptQuery(query, HAS_EXTENSION.test(clean), settings.ignoreQuery ?? []);
  const sprite = /\.svg$/i.test(clean) ? fragment : "";
  return `${host === "" ? "" : `//${host}`}${clean}${kept === "" ? "" : `?${kept}`}${sprite}`;
}

function withoutSite(url: string, siteUrl: string | undefined): string {
  if (siteUrl === undefined) return url;
  const site = split(siteUrl);
  const parts = split(url);
  if (webHostOf(url) !== undefined && parts.host !== site.host) return url;
  const base = site.path.replace(/\/$/, "");
  const { host, path } = parts;
  const own = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  if (host === "" && own === path) return url;
  return `${own}${parts.query === "" ? "" : `?${parts.query}`}${parts.fragment}`;
}

function split(url: string): {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
} {
  const match = /^(?:(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#]*))?([^?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(
    url,
  );
  const host = (match?.[1] ?? "")
    .toLowerCase()
    .replace(/:(?:80|443)$/, "")
    .replace(/^www\./, "");
  return { host, path: match?.[2] ?? url, query: match?.[3] ?? "", fragment: match?.[4] ?? "" };
}

function cleanPath(path: string): string {
  const whole = /\/thumb\//i.test(path) ? path.replace(MEDIAWIKI_THUMB, "$1") : path;
  // A quick test: only a path with one of these can lose a segment.
  const clean = /[_,]|(?:^|\/)\.\.?(?:\/|$)/.test(whole) ? withoutSteps(whole) : whole;
  const folder = clean.slice(0, clean.lastIndexOf("/") + 1);
  const name = clean.slice(folder.length).replace(AFTER_EXTENSION, "$1");
  const extension = HAS_EXTENSION.exec(name)?.[0] ?? "";
  let stem = name.slice(0, name.length - extension.length);
  while (extension !== "" && SIZE_SUFFIX.test(stem)) {
    const shorter = stem.replace(SIZE_SUFFIX, "");
    if (shorter === "") break;
    stem = shorter;
  }
  return folder + stem + extension.toLowerCase();
}

/** A path without `.` and `..`, and without segments that are instructions. */
function withoutSteps(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    // A quick test: every instruction contains one of these.
    if (segment === "." || (/[_,]/.test(segment) && INSTRUCTION_SEGMENT.test(segment))) continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "" && kept.at(-1) !== "..")
      kept.pop();
    else kept.push(segment);
  }
  return kept.join("/");
}

/** The parameters that choose another image, not another rendition, in a stable order. */
function keptQuery(query: string, isFile: boolean, ignored: readonly string[]): string {
  if (query === "") return "";
  return query
    .split("&")
    .filter((part) => {
      const [name = "", value = ""] = part.split("=", 2);
      const lower = percentDecoded(name).toLowerCase();
      if (part === "" || ignored.includes(lower)) return false;
      if (renditions.queryPrefixes.some((prefix) => lower.startsWith(prefix))) return false;
      // In a URL without a file name, `?q=cats` may well choose the image; `?w=600` does not.
      return !(RENDITION_NAMES.has(lower) && (isFile || /^[\d.]*$/.test(value)));
    })
    .sort()
    .join("&");
}
