import type { Article } from "../../article/article.js";
import { webHostOf } from "../link/url-scheme.js";
import { unwrapPictureUrl } from "../picture/picture-wrappers.js";
import { referencesOf } from "./references.js";

/** Front-matter keys that name where a text was first published. */
const SOURCE_KEYS: ReadonlySet<string> = new Set([
  "source",
  "source_url",
  "sourceurl",
  "original",
  "original_url",
  "originalurl",
  "origin",
  "from",
  "via",
]);
const CANONICAL_KEYS: ReadonlySet<string> = new Set([
  "canonical",
  "canonical_url",
  "canonicalurl",
  "canonical-url",
]);
const SECOND_LEVEL = /^(?:com|co|org|net|gov|edu|ac|or|ne)$/;

/** Pictures of one house that show an article to come from it, when a link leads there too. */
const LEAST_PICTURES = 2;

/** A front-matter entry that holds an address. */
export interface AddressField {
  readonly key: string;
  readonly url: string;
  readonly range: { readonly start: number; readonly end: number };
}

/** The address that the front matter gives as the canonical one. */
export function canonicalField(article: Article): AddressField | undefined {
  return addressField(article, CANONICAL_KEYS);
}

/** The source that the front matter names, an address or a name. */
export function sourceField(article: Article): AddressField | undefined {
  return addressField(article, SOURCE_KEYS);
}

function addressField(article: Article, keys: ReadonlySet<string>): AddressField | undefined {
  for (const { path, value, valueRange, style } of article.frontMatter?.entries ?? []) {
    const key = path.join(".");
    if (!keys.has(String(path.at(-1)).toLowerCase()) || path.length > 2) continue;
    if (typeof value !== "string" || value.trim() === "") continue;
    const quote = style === "single-quoted" || style === "double-quoted" ? 1 : 0;
    const range = { start: valueRange.start + quote, end: valueRange.end - quote };
    return { key, url: value.trim(), range };
  }
  return undefined;
}

/**
 * The domain an article seems to be republished from: that of several of its pictures, to which a link
 * leads as well. Undefined where nothing tells.
 */
export function originDomain(
  article: Article,
  isOwn: (host: string) => boolean,
): string | undefined {
  const { images, links } = referencesOf(article);
  const pictures = new Map<string, Set<string>>();
  for (const { url } of images) {
    const host = webHostOf(unwrapPictureUrl(url));
    if (host === undefined || isOwn(host)) continue;
    const domain = registrable(host);
    pictures.set(domain, (pictures.get(domain) ?? new Set()).add(url));
  }
  const linked = new Set(links.map(({ url }) => registrable(webHostOf(url) ?? "")));
  return [...pictures].find(
    ([domain, urls]) => urls.size >= LEAST_PICTURES && linked.has(domain),
  )?.[0];
}

/** The part of a host that its owner registered, as far as the usual second levels tell (`example.co.uk`). */
export function registrable(host: string): string {
  const labels = host.split(".");
  const isSecond = labels.length > 2 && SECOND_LEVEL.test(labels.at(-2) ?? "");
  return labels.slice(isSecond ? -3 : -2).join(".");
}
