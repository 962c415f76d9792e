import {
  type ArticleFacts,
  basePathOf,
  type Engine,
  homeOf,
  linkToAddress,
  parsedUrl,
  type Reference,
  type SiteIndex,
  type SiteSettings,
} from "../../../src/rules.js";

const WEB = /^(?:https?:)?\/\//i;
const SOURCE = /\.(?:md|mdx|markdown)$/i;

/** How URLs of pages end: like the site's own (`auto`), with a slash, without, or either way. */
export type TrailingSlash = "auto" | "always" | "never" | "ignore";

/** What is wrong with a link to an existing page of the site. */
export interface LinkStyleDefect {
  readonly kind: "self" | "sourceFile" | "ownHost" | "slashMissing" | "slashExtra";
  /** The link in the right style, where that can be told. */
  readonly url: string | undefined;
}

/** The article and site that a link is in. */
export interface LinkPlace {
  readonly site: SiteIndex;
  readonly facts: ArticleFacts;
  readonly engine: Engine;
  readonly settings: SiteSettings;
  readonly trailingSlash: TrailingSlash;
  /** Whether the links of the site usually end with a slash; undefined where no habit is known. */
  readonly learnedSlash: boolean | undefined;
}

/** The fewest links from which the habit of a site is learned. */
const FEWEST = 30;
/** The largest share of them that may differ from it. */
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

/** Checks how a link to a page of its own site is written. */
export function linkStyleDefect(link: Reference, place: LinkPlace): LinkStyleDefect | undefined {
  const { site, facts } = place;
  const resolution = site.resolve(facts, link);
  if (resolution.verdict !== "article") return undefined;
  const isRedirected = resolution.redirects !== undefined;
  if (isRedirected && !WEB.test(link.url)) return undefined;
  const [path = ""] = link.url.split(/[?#]/, 1);
  if (path === "") return undefined;
  if (resolution.path === facts.path) {
    if (isRedirected) return undefined;
    if (link.url.includes("?")) return undefined;
    return { kind: "self", url: /#.+$/s.exec(link.url)?.[0] };
  }
  const routes = site.routesOf(resolution.path);
  if (routes?.certain !== true) return undefined;
  const [address] = routes.addresses;
  if (address === undefined) return undefined;
  if (SOURCE.test(path)) return sourceFileDefect(link, place, address);
  if (WEB.test(link.url)) return address === "/" ? undefined : ownHostDefect(link, place, address);
  return path.startsWith("/") ? slashDefect(link, place, address) : undefined;
}

/** A link to a source file: the page made from it has another URL, unless something rewrites the link. */
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
  // If the config files of the site are not in the run, nobody knows what it does to links.
  if (texts.length === 0 || texts.some((text) => rewriter.test(text))) return undefined;
  const routes = site.routesOf(facts.path);
  const from = routes?.certain === true ? routes.addresses[0] : undefined;
  const url = linkToAddress({ url: link.url, from, siteUrl: homeOf(settings) }, address);
  return { kind: "sourceFile", url };
}

/** A link to a page by its public URL. URLs that are shown to readers stay, as do those in texts that are read elsewhere. */
function ownHostDefect(
  link: Reference,
  place: LinkPlace,
  address: string,
): LinkStyleDefect | undefined {
  const { url, range, elementRange } = link;
  const { site, facts, settings } = place;
  if (site.routesOf(facts.path)?.addresses.length === 0) return undefined;
  const parsed = parsedUrl(url.startsWith("//") ? `https:${url}` : url);
  const own = parsedUrl(settings.url ?? "");
  const isShown = elementRange.end - elementRange.start <= range.end - range.start + 2;
  if (parsed === undefined || parsed.host !== own?.host || isShown) return undefined;
  const written = url.slice(WEB.exec(url)?.[0].length ?? 0).replace(/^[^/?#]*/, "");
  const onSite = written.startsWith("/") ? written : `/${written}`;
  const styled = slashDefect({ ...link, url: onSite }, place, address);
  return { kind: "ownHost", url: styled?.url ?? onSite };
}

/** A path that differs from the URL of the page in its final slash. */
function slashDefect(
  link: Reference,
  { site, facts, engine, settings, trailingSlash, learnedSlash }: LinkPlace,
  address: string,
): LinkStyleDefect | undefined {
  const [path = ""] = link.url.split(/[?#]/, 1);
  if (trailingSlash === "ignore" || address === "/" || hasEnding(path)) return undefined;
  if (path === basePathOf(homeOf(settings)).slice(0, -1)) return undefined;
  const usual = engine.links.decidesSlash(settings.config) ? address.endsWith("/") : learnedSlash;
  const wanted = trailingSlash === "auto" ? usual : trailingSlash === "always";
  if (wanted === undefined || path.endsWith("/") === wanted) return undefined;
  const rest = link.url.slice(path.length);
  const url = wanted ? `${path}/${rest}` : path.replace(/(?<!\/)\/+$/, "") + rest;
  // A page that is served in one way only keeps it.
  if (site.resolve(facts, { ...link, url }).verdict === "absent") return undefined;
  return { kind: wanted ? "slashMissing" : "slashExtra", url };
}
