import { distance } from "fastest-levenshtein";
import { parsedUrl } from "../article/parsed-url.js";
import engines from "../knowledge/engines.json" with { type: "json" };
import type { Reference } from "../rule/facts.js";
import type { Asset, Resolution } from "../rule/site-index.js";
import type { IndexedArticle } from "./create-site-index.js";

/** The files of the project, as far as resolution needs them. */
export interface FileLookup {
  find(path: string): Asset | undefined;
  hasFolder(path: string): boolean;
  sameName(name: string): readonly string[];
  list(folder: string): readonly string[];
  text(path: string): string | undefined;
}

const ARTICLE_EXTENSION = /\.(?:md|markdown|mdx|html?)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const INDEX_FILES = [
  "index.md",
  "index.mdx",
  "index.markdown",
  "index.html",
  "index.htm",
  "_index.md",
  "README.md",
];
const EXTENSIONS = [".md", ".mdx", ".markdown", ".html", ".htm"];

interface EngineFolders {
  readonly sources: string;
  readonly content: readonly string[];
  readonly static: readonly string[];
}

const FOLDERS: Readonly<Record<string, EngineFolders>> = engines;

/**
 * Resolves a reference on source files (RULES 1.12.4): relative to the article's folder or its own address,
 * root-relative in the usual static and content folders, with extension and index candidates.
 */
export function resolveReference(
  from: IndexedArticle,
  reference: Reference,
  files: FileLookup,
  isArticle: (path: string) => boolean,
): Resolution {
  if (reference.unknown) return { verdict: "unknown", reason: "template" };
  const url = ownPath(reference.url, from);
  if (url === undefined) return { verdict: "external" };
  const { path, fragment } = split(url);
  if (path === "") return { verdict: "article", path: from.facts.path, fragment };
  if (from.facts.base !== undefined && !path.startsWith("/")) {
    return { verdict: "unknown", reason: "unsupported" };
  }

  const decoded = decode(path).normalize("NFC");
  const bases = path.startsWith("/") ? rootFolders(from) : relativeFolders(from.facts.path);
  const tried: string[] = [];
  let outside = false;
  let otherCase: string | undefined;
  for (const base of bases) {
    const target = join(base, decoded);
    if (target === undefined) {
      outside = true;
      continue;
    }
    for (const candidate of candidates(target)) {
      const asset = files.find(candidate);
      if (asset === undefined) {
        tried.push(candidate);
        continue;
      }
      if (asset.path.normalize("NFC") !== candidate) {
        otherCase ??= asset.path;
        continue;
      }
      return isArticle(asset.path) || ARTICLE_EXTENSION.test(asset.path)
        ? { verdict: "article", path: asset.path, fragment }
        : { verdict: "asset", asset, fragment };
    }
  }
  if (otherCase !== undefined) return { verdict: "case", path: otherCase };
  if (!from.settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
  if (outside && tried.length === 0) return { verdict: "unknown", reason: "unsupported" };
  if (isRoute(decoded, from)) return { verdict: "unknown", reason: "unsupported" };
  return { verdict: "absent", tried, nearest: nearest(decoded, tried[0] ?? "", files) };
}

/** The path, query and fragment of a reference to the site itself; undefined for the rest of the world. */
function ownPath(url: string, from: IndexedArticle): string | undefined {
  if (!SCHEME.test(url) && !url.startsWith("//")) return withoutBase(url, from);
  if (!/^(?:https?:)?\/\//i.test(url)) return undefined;
  const { site } = from.settings;
  const own = [site.url, ...site.ownHosts].flatMap((host) => hostOf(host) ?? []);
  const parsed = parsedUrl(url.startsWith("//") ? `https:${url}` : url);
  if (parsed === undefined || !own.includes(parsed.host)) return undefined;
  return withoutBase(`${parsed.pathname}${parsed.search}${parsed.hash}`, from);
}

function withoutBase(url: string, from: IndexedArticle): string {
  const base = parsedUrl(from.settings.site.url ?? "")?.pathname ?? "/";
  return base !== "/" && url.startsWith(base) ? url.slice(base.replace(/\/$/, "").length) : url;
}

function hostOf(urlOrHost: string | undefined): string | undefined {
  if (urlOrHost === undefined) return undefined;
  return parsedUrl(urlOrHost.includes("//") ? urlOrHost : `https://${urlOrHost}`)?.host;
}

function split(url: string): { readonly path: string; readonly fragment: string | undefined } {
  const hash = url.indexOf("#");
  const fragment = hash === -1 ? undefined : url.slice(hash + 1);
  const [path = ""] = (hash === -1 ? url : url.slice(0, hash)).split("?", 1);
  return { path, fragment: fragment === "" ? undefined : fragment };
}

/** Where a root-relative path may lie: the project, the site's sources, its static and content folders. */
function rootFolders({ engine, settings }: IndexedArticle): readonly string[] {
  const { site } = settings;
  const folders = FOLDERS[engine];
  return [
    ...new Set([
      site.root,
      ...site.staticDirs,
      ...(folders === undefined ? [] : [...folders.static, folders.sources, ...folders.content]),
      "",
    ]),
  ];
}

/** Both readings of a relative path: from the article's folder, and from its own address `folder/name/`. */
function relativeFolders(path: string): readonly string[] {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const name = path.slice(path.lastIndexOf("/") + 1).replace(ARTICLE_EXTENSION, "");
  return [folder, folder === "" ? name : `${folder}/${name}`];
}

/** A root-relative path with `.` and `..` resolved; undefined when it leaves the root. */
function join(base: string, path: string): string | undefined {
  const parts: string[] = base === "" ? [] : base.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

function candidates(target: string): readonly string[] {
  const inside = INDEX_FILES.map((name) => (target === "" ? name : `${target}/${name}`));
  if (target === "") return inside;
  const bare = target.replace(/\.html?$/i, "");
  const sources = bare === target ? [] : EXTENSIONS.map((extension) => bare + extension);
  return [target, ...EXTENSIONS.map((extension) => target + extension), ...inside, ...sources];
}

/**
 * Whether only the engine's route map could tell: an address without a file name on a site whose engine makes
 * addresses of its own. Those are judged when the route maps exist; until then nobody knows.
 */
function isRoute(path: string, { engine }: IndexedArticle): boolean {
  if (engine === "none") return false;
  const last = path.split("/").at(-1) ?? "";
  return !/\.[a-z0-9]{1,5}$/i.test(last) || /\.(?:html?|xml|json|txt|rss|atom|css|js)$/i.test(last);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The existing file that was most probably meant: the same name elsewhere, nearest by spelling of its path. */
function nearest(path: string, target: string, files: FileLookup): string | undefined {
  const name = path
    .split("/")
    .filter((part) => part !== "")
    .at(-1);
  if (name === undefined) return undefined;
  const names = [name, ...EXTENSIONS.map((extension) => name + extension)];
  return names
    .flatMap((candidate) => files.sameName(candidate))
    .sort((left, right) => distance(left, target) - distance(right, target))[0];
}
