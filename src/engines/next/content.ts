import { below, normalise } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { routePath } from "../read/config-value.js";

/** A folder of articles and the address it is shown below. */
export interface ContentRoot {
  /** Relative to the site's folder. */
  readonly folder: string;
  /** From `/`; `/` itself where its articles lie at the root of addresses. */
  readonly prefix: string;
  /** The folder of the originals, where this is one of translations. */
  readonly originals?: string | undefined;
}

/** How many links of the site must lead to articles of a folder before their addresses are taken for known. */
const ENOUGH = 3;

/** Most roots that one site may have. */
const MOST_ROOTS = 12;

/** `en`, `pt-br`, `zh_CN`: names of folders for languages. */
const LANGUAGE = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** Deepest folder, counted from the site's, that is tried as a root of addresses. */
const DEPTH = 5;

/** The address of an article, by its path relative to a root. Groups `(name)` and the name `index` are no part of it. */
export function addressIn({ folder, prefix }: ContentRoot, inside: string): string | undefined {
  const path = below(inside, folder);
  if (path === undefined) return undefined;
  const shown = path
    .replace(/\.[^./]+$/, "")
    .split("/")
    .filter((part) => !/^\(.*\)$/.test(part))
    .join("/")
    .replace(/(?:^|\/)index$/, "");
  return routePath(prefix, shown);
}

/**
 * The roots of addresses that the site's own links show: code decides where articles are served, and the links of
 * others lead there. A folder counts where most links that could mean its articles do lead to them.
 *
 * @param articles by path relative to the site's folder
 * @param prefixes addresses below which pages with parameters are served
 */
export function rootsShownByLinks(
  articles: ReadonlyMap<string, ArticleFacts>,
  prefixes: readonly string[],
): readonly ContentRoot[] {
  const asked = askedAddresses(articles.values());
  const roots: ContentRoot[] = [];
  const open = new Set(articles.keys());
  while (roots.length < MOST_ROOTS) {
    const best = candidates(open, prefixes, asked).find(
      (root) => missesOf(root, open, asked) < root.hits,
    );
    if (best === undefined) break;
    const { folder, prefix } = best;
    roots.push({ folder, prefix });
    for (const path of [...open]) if (below(path, folder) !== undefined) open.delete(path);
    for (const other of translations(folder, open)) {
      const name = other.slice(other.lastIndexOf("/") + 1);
      roots.push({ folder: other, prefix: routePath(prefix, name), originals: folder });
      for (const path of [...open]) if (below(path, other) !== undefined) open.delete(path);
    }
  }
  return roots;
}

/** The language of originals whose addresses do without it, by the name of their folder; undefined for other roots. */
export function languageOf({ folder, prefix }: ContentRoot): string | undefined {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  return prefix === "/" && LANGUAGE.test(name) ? name : undefined;
}

/** Whether the first part of an address may be the name of a language. */
export function beginsWithLanguage(address: string): boolean {
  return LANGUAGE.test(address.split("/")[1] ?? "");
}

/** Folders beside one that is named after a language, and named so themselves: the same pages in other languages. */
function translations(folder: string, paths: Iterable<string>): readonly string[] {
  const [, parent, name = ""] = /^(?:(.*)\/)?([^/]+)$/.exec(folder) ?? [];
  if (parent === undefined || !LANGUAGE.test(name)) return [];
  const names = [...paths].flatMap((path) => below(path, parent)?.split("/")[0] ?? []);
  return [...new Set(names)].filter((one) => LANGUAGE.test(one)).map((one) => `${parent}/${one}`);
}

interface Candidate extends ContentRoot {
  /** How many of its articles links lead to. */
  readonly hits: number;
}

/** Roots that enough links lead into, best first; of those that are as good the outermost. */
function candidates(
  paths: Iterable<string>,
  prefixes: readonly string[],
  asked: ReadonlySet<string>,
): readonly Candidate[] {
  const hits = new Map<string, Candidate>();
  for (const path of paths) {
    const parts = path.split("/").slice(0, -1);
    for (let depth = 1; depth <= Math.min(parts.length, DEPTH); depth++) {
      const folder = parts.slice(0, depth).join("/");
      for (const prefix of new Set(["/", `/${parts[depth - 1]}`, ...prefixes])) {
        const address = addressIn({ folder, prefix }, path);
        if (address === undefined || !asked.has(address)) continue;
        const key = `${folder}\0${prefix}`;
        hits.set(key, { folder, prefix, hits: (hits.get(key)?.hits ?? 0) + 1 });
      }
    }
  }
  return [...hits.values()]
    .filter((root) => root.hits >= ENOUGH)
    .sort((left, right) => right.hits - left.hits || left.folder.length - right.folder.length);
}

/** Root-relative addresses that links name, without ends such as slash, query and fragment. */
function askedAddresses(articles: Iterable<ArticleFacts>): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const { links } of articles)
    for (const { url, unknown } of links) {
      const [, path] = /^(\/(?!\/)[^?#]*)/.exec(url) ?? [];
      if (path !== undefined && !unknown && !/\.[a-z0-9]{2,5}$/i.test(path))
        asked.add(routePath(normalise(path)));
    }
  return asked;
}

/** Links into a folder of the root that lead to none of its articles. */
function missesOf(root: ContentRoot, paths: Iterable<string>, asked: ReadonlySet<string>): number {
  const addresses = new Set([...paths].flatMap((path) => addressIn(root, path) ?? []));
  const folders = new Set([...addresses].map(parentOf));
  return [...asked].filter((address) => {
    const parent = parentOf(address);
    // At the top of a site lie pages of all kinds.
    return parent !== "" && folders.has(parent) && !addresses.has(address);
  }).length;
}

function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/"));
}
