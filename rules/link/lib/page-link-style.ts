import {
  type ArticleFacts,
  basePathOf,
  type Engine,
  linkToAddress,
  parsedUrl,
  type Reference,
  type SiteIndex,
  type SiteSettings,
} from "../../../src/rules.js";

const WEB = /^(?:https?:)?\/\//i;
const SOURCE = /\.(?:md|mdx|markdown)$/i;

/** How addresses of pages end: as the site's own (`auto`), with a slash, without, or either way. */
export type TrailingSlash = "auto" | "always" | "never" | "ignore";

/** What is amiss with a link to a page of the site that exists. */
export interface LinkStyleDefect {
  readonly kind: "self" | "sourceFile" | "ownHost" | "slashMissing" | "slashExtra";
  /** The link in good style, where that can be told. */
  readonly url: string | undefined;
}

/** Where a link stands. */
export interface LinkPlace {
  readonly site: SiteIndex;
  readonly facts: ArticleFacts;
  readonly engine: Engine;
  readonly settings: SiteSettings;
  readonly trailingSlash: TrailingSlash;
  /** Whether the site's links end with a slash as a rule; undefined where nothing is learned. */
  readonly learnedSlash: boolean | undefined;
}

/** Fewest links that a site's habit is learned from. */
const FEWEST = 30;
/** Largest part of them that may depart from it. */
const MOST_DEPARTING = 0.05;

/**
 * Whether a site's root-relative links to its pages end with a slash, learned from the links themselves;
 * undefined where there are few of them, or both kinds.
 */
export function learnSlash(
  site: SiteIndex,
  articles: readonly ArticleFacts[],
): boolean | undefined {
  let ending = 0;
  let all = 0;
  for (const facts of articles) {
    for (const link of facts.links) {
      const [path = ""] = link.url.split(/[?#]/, 1);
      if (link.unknown || !path.startsWith("/") || path === "/" || hasEnding(path)) continue;
      if (site.resolve(facts, link).verdict !== "article") continue;
      all += 1;
      if (path.endsWith("/")) ending += 1;
    }
  }
  if (all < FEWEST || Math.min(ending, all - ending) > all * MOST_DEPARTING) return undefined;
  return ending * 2 > all;
}

function hasEnding(path: string): boolean {
  return /\.[a-z\d]+$/i.test(path);
}

/** Judges how a link is written that leads to a page of its own site. */
export function linkStyleDefect(link: Reference, place: LinkPlace): LinkStyleDefect | undefined {
  const { site, facts, settings } = place;
  const resolution = site.resolve(facts, link);
  if (resolution.verdict !== "article" || resolution.redirects !== undefined) return undefined;
  const [path = ""] = link.url.split(/[?#]/, 1);
  if (path === "") return undefined;
  if (resolution.path === facts.path) {
    if (link.url.includes("?")) return undefined;
    return { kind: "self", url: /#.+$/s.exec(link.url)?.[0] };
  }
  const routes = site.routesOf(resolution.path);
  if (routes?.certain !== true) return undefined;
  const [address] = routes.addresses;
  if (address === undefined) return undefined;
  if (SOURCE.test(path)) return sourceFileDefect(link, place, address);
  if (WEB.test(link.url)) return address === "/" ? undefined : ownHostDefect(link, settings);
  return path.startsWith("/") ? slashDefect(link, place, path, address) : undefined;
}

/** A link to a source file: the page that is made of it lies elsewhere, unless something rewrites the link. */
function sourceFileDefect(
  link: Reference,
  { site, facts, engine, settings }: LinkPlace,
  address: string,
): LinkStyleDefect | undefined {
  const { sourceLinks } = engine.links;
  if (sourceLinks === undefined) return undefined;
  const folder = settings.folder === "" ? "" : `${settings.folder}/`;
  const { files, rewriter } = sourceLinks;
  const texts = files.flatMap((file) => site.textOf(folder + file) ?? []);
  // Of a site whose own files are out of view nobody knows what it does to links.
  if (texts.length === 0 || texts.some((text) => rewriter.test(text))) return undefined;
  const routes = site.routesOf(facts.path);
  const from = routes?.certain === true ? routes.addresses[0] : undefined;
  const url = linkToAddress({ url: link.url, from, siteUrl: settings.url }, address);
  return { kind: "sourceFile", url };
}

/** A link to a page by its public address. Addresses that are shown as they are stay. */
function ownHostDefect(
  { url, range, elementRange }: Reference,
  settings: SiteSettings,
): LinkStyleDefect | undefined {
  const parsed = parsedUrl(url.startsWith("//") ? `https:${url}` : url);
  const own = parsedUrl(settings.url ?? "");
  const isShown = elementRange.end - elementRange.start <= range.end - range.start + 2;
  if (parsed === undefined || parsed.host !== own?.host || isShown) return undefined;
  const written = url.slice(WEB.exec(url)?.[0].length ?? 0).replace(/^[^/?#]*/, "");
  return { kind: "ownHost", url: written.startsWith("/") ? written : `/${written}` };
}

/** A path that differs from the page's address by the slash at its end. */
function slashDefect(
  link: Reference,
  { engine, settings, trailingSlash, learnedSlash }: LinkPlace,
  path: string,
  address: string,
): LinkStyleDefect | undefined {
  if (trailingSlash === "ignore" || address === "/" || hasEnding(path)) return undefined;
  if (path === basePathOf(settings.url).slice(0, -1)) return undefined;
  const usual = engine.links.decidesSlash(settings.config) ? address.endsWith("/") : learnedSlash;
  const wanted = trailingSlash === "auto" ? usual : trailingSlash === "always";
  if (wanted === undefined || path.endsWith("/") === wanted) return undefined;
  const rest = link.url.slice(path.length);
  return wanted
    ? { kind: "slashMissing", url: `${path}/${rest}` }
    : { kind: "slashExtra", url: path.replace(/(?<!\/)\/+$/, "") + rest };
}
