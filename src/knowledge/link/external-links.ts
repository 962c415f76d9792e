import { parsedUrl } from "../../article/parsed-url.js";
import type { Range } from "../../article/range.js";
import type { ArticleFacts, Reference } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import type { ExternalVerdict } from "../../rule/external.js";
import type { RelatedPlace, Suggestion } from "../../rule/finding.js";
import type { Settings } from "../../rule/settings.js";
import type { SiteIndex, UnknownReference } from "../../rule/site-index.js";
import reserved from "./https-hosts.json" with { type: "json" };
import { urlDefectOf } from "./malformed-url.js";
import { isHostIn, isOwnHost, strippedUrl } from "./url-scheme.js";

/** One external address of an article, and every place it is written at. */
export interface ExternalLink {
  /** As the network is asked: absolute, with its fragment. */
  readonly address: string;
  readonly first: Reference;
  readonly further: readonly Reference[];
}

/** Options that both rules about the network take. */
export interface ExternalOptions {
  /** Beginnings of addresses that are not asked. */
  readonly ignore: readonly string[];
}

/** The external addresses among some references of an article, each once, in source order. */
export function externalLinks(
  references: readonly Reference[],
  site: SiteSettings,
  { ignore }: ExternalOptions,
): readonly ExternalLink[] {
  const links = new Map<string, { first: Reference; further: Reference[] }>();
  for (const reference of references) {
    const address = externalAddress(reference, site);
    if (address === undefined || ignore.some((start) => address.startsWith(start))) continue;
    const known = links.get(address);
    if (known === undefined) links.set(address, { first: reference, further: [] });
    else known.further.push(reference);
  }
  return [...links].map(([address, places]) => ({ address, ...places }));
}

/** The absolute address of a reference that leads out of the site; undefined for all others. */
export function externalAddress(reference: Reference, site: SiteSettings): string | undefined {
  if (reference.unknown) return undefined;
  const url = strippedUrl(reference.url);
  if (!/^(?:https?:)?\/\//i.test(url) || urlDefectOf(url, false) !== undefined) return undefined;
  const parsed = parsedUrl(url.startsWith("//") ? `https:${url}` : url);
  if (parsed === undefined || !isAskable(parsed.hostname)) return undefined;
  return isOwnHost(parsed.hostname, site) ? undefined : parsed.href;
}

/** Local and reserved names (RFC 2606, RFC 6761) stand for nobody's server. */
function isAskable(host: string): boolean {
  return (
    host.includes(".") && !isHostIn(host, reserved.reserved) && !isHostIn(host, reserved.local)
  );
}

/** Writes another address at every place of one. */
export function readdress(
  { first, further }: ExternalLink,
  to: string,
  message: string,
): Suggestion {
  const text = written(to);
  const ranges = new Map<number, Range>();
  for (const { range } of [first, ...further]) ranges.set(range.start, range);
  return { message, edits: [...ranges.values()].map((range) => ({ ...range, text })) };
}

/** Characters that would end an address in Markdown or an attribute, encoded. */
function written(url: string): string {
  return url.replace(/[()<>"'\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Where an address has moved for good (RFC 9110 §15.4.2, §15.4.9); undefined when it has not, or only from http
 * to https, of which link/insecure speaks, or from https to http, which nobody should write.
 */
export function movedTo(
  address: string,
  { verdict, redirects, notes }: ExternalVerdict,
): string | undefined {
  const to = redirects.at(-1)?.to;
  if (verdict !== "ok" || to === undefined || notes.length > 0) return undefined;
  const [asked = ""] = address.split("#", 1);
  if (asked.startsWith("https:") && !to.startsWith("https:")) return undefined;
  if (to === asked || to === asked.replace(/^http:/, "https:")) return undefined;
  return redirects.every(({ status }) => status === 301 || status === 308) ? to : undefined;
}

/** Whether an https address answered over https to the end, with what one would expect there. */
export function answeredOverHttps(verdict: ExternalVerdict | undefined): boolean {
  if (verdict?.verdict !== "ok" || verdict.notes.length > 0) return false;
  return verdict.redirects.every(({ to }) => to.startsWith("https:"));
}

/** Whether a verdict says that nobody was asked, so that there is nothing to say of it. */
function isUnasked({ reason }: ExternalVerdict): boolean {
  return reason === "skipped" || reason === "not-asked";
}

/** What a rule about other sites needs of its site stage. */
interface Asking {
  readonly site: SiteIndex;
  readonly articles: readonly {
    readonly facts: ArticleFacts;
    readonly options: ExternalOptions;
    readonly settings: Settings;
  }[];
  noteUnknown(reference: UnknownReference): void;
}

/** An external address that was asked, what was said of it, and where a finding about it stands. */
export interface AskedLink {
  readonly link: ExternalLink;
  readonly verdict: ExternalVerdict;
  readonly place: {
    readonly path: string;
    readonly range: Range;
    readonly related: readonly RelatedPlace[];
  };
}

/**
 * The external links or images that the network was asked for. Of those that were not asked there is nothing to
 * say; what nobody could verify is counted.
 */
export function askedLinks(
  kind: "links" | "images",
  { site, articles, noteUnknown }: Asking,
): readonly AskedLink[] {
  // Most runs ask nobody.
  if (!site.knowsOtherSites) return [];
  return articles.flatMap(({ facts, options, settings }) =>
    externalLinks(facts[kind], settings.site, options).flatMap((link) => {
      const verdict = site.external(link.address);
      if (verdict?.verdict === "unknown") {
        const { url, range } = link.first;
        noteUnknown({ path: facts.path, range, url, reason: "unanswered" });
      }
      if (verdict === undefined || isUnasked(verdict)) return [];
      const related = link.further.map(({ range }) => ({ range, message: "The same address" }));
      return { link, verdict, place: { path: facts.path, range: link.first.range, related } };
    }),
  );
}

/** A web archive's copy, where there is one. */
export function archived(
  { link, verdict: { archive } }: AskedLink,
  message: string,
): readonly Suggestion[] {
  return archive === undefined ? [] : [readdress(link, archive, message)];
}
