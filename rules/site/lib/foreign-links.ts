import {
  type Article,
  type ArticleFacts,
  attributeOf,
  type Range,
  rangeOf,
  type Settings,
  type SiteIndex,
  textContentOf,
} from "../../../src/rules.js";
import type { EditionGroup } from "./editions.js";
import table from "./language-switches.json" with { type: "json" };

/** Links of an article that lead to another language, although their target exists in its own. */
interface ForeignLinks {
  readonly facts: ArticleFacts;
  readonly links: readonly Range[];
  /** The page in the article's own language that the first of them could lead to, or the address of one. */
  readonly page: string;
  /** Whether the site shows the other language at that address, as long as there is no translation. */
  readonly isFallback: boolean;
  readonly own: string;
  readonly other: string;
}

type Group = EditionGroup<{
  readonly facts: ArticleFacts;
  readonly settings: { readonly site: { readonly folder: string } };
}>;

/** Only such links can lead out of the folder of a language. */
const LEAVES_FOLDER = /^(?:\/|https?:|(?:\.\/)?\.\.\/)/i;
const NAMES_LANGUAGE = new RegExp(
  `${table.names.join("|")}|\\((?:${table.tags.join("|")})\\)`,
  "iu",
);
/** How far behind a link the language of its target may be named: `[Components](/en/) (in English)`. */
const REACH = 24;

/** Whether a link may lead out of the folder of a language, but not out of the site. */
function leavesFolder(href: string, hosts: readonly string[]): boolean {
  if (!LEAVES_FOLDER.test(href)) return false;
  return !/^https?:/i.test(href) || hosts.some((host) => href.includes(host));
}

/** `example.org` of `https://example.org/blog/`. */
function hostOf(own: string): string {
  return own.replace(/^[a-z]+:\/\//i, "").split("/")[0] ?? own;
}

/** What tells the hosts of a site. */
type Hosts = Pick<Settings["site"], "url" | "ownHosts">;

/** Where the links of an article begin that stay on the site and say to which language they lead. */
export function languageSwitches(article: Article, { url, ownHosts }: Hosts): readonly number[] {
  const hosts = [...(url === undefined ? [] : [url]), ...ownHosts].map(hostOf);
  const links = article.elements.filter(({ tagName }) => tagName === "a");
  return links.flatMap((link) => {
    const href = attributeOf(article, link, "href")?.value;
    if (href !== undefined && !leavesFolder(href, hosts)) return [];
    const { start, end } = rangeOf(link);
    const text = textContentOf(article, link).text + article.source.slice(end, end + REACH);
    const names = NAMES_LANGUAGE.test(text) || attributeOf(article, link, "hreflang") !== undefined;
    return names ? [start] : [];
  });
}

/** @param switchesOf where the links of an article begin that say to which language they lead */
export function foreignLinks(
  site: SiteIndex,
  groups: readonly Group[],
  switchesOf: (path: string) => readonly number[],
): readonly ForeignLinks[] {
  const pages = new Map<string, string>();
  const members = groups
    .filter(({ languages }) => languages.size > 1)
    .flatMap(({ original, translations }) =>
      original === undefined ? translations : [original, ...translations],
    );
  for (const { facts, settings } of members) {
    const edition = site.editionOf(facts.path);
    if (edition === undefined) continue;
    pages.set(keyOf(settings.site.folder, edition.language, edition.page), facts.path);
  }
  return groups
    .flatMap(({ original, translations }) =>
      original === undefined ? translations : [original, ...translations],
    )
    .flatMap(({ facts, settings }) => {
      const own = site.editionOf(facts.path);
      if (own === undefined) return [];
      const switches = new Set(switchesOf(facts.path));
      const found = facts.links.flatMap((link) => {
        if (link.unknown || !link.from.startsWith("a[") || !LEAVES_FOLDER.test(link.url)) return [];
        if (switches.has(link.elementRange.start) || site.mayRewrite(facts.path, link)) return [];
        const target = site.resolve(facts, link);
        if (target.verdict !== "article") return [];
        const other = site.editionOf(target.path);
        if (other === undefined || other.language === own.language) return [];
        // The same page in another language is a switch.
        if (other.page === own.page) return [];
        const page = pages.get(keyOf(settings.site.folder, own.language, other.page));
        if (page !== undefined)
          return [{ range: link.range, page, other: other.language, isFallback: false }];
        const url = addressIn(link.url, own.language, other.language);
        if (url === undefined) return [];
        const shown = site.resolve(facts, { ...link, url });
        if (shown.verdict !== "article" || shown.path !== target.path) return [];
        return [{ range: link.range, page: url, other: other.language, isFallback: true }];
      });
      return [false, true].flatMap((isFallback): readonly ForeignLinks[] => {
        const some = found.filter((one) => one.isFallback === isFallback);
        const [first] = some;
        if (first === undefined) return [];
        const { page, other } = first;
        const links = some.map(({ range }) => range);
        return [{ facts, links, page, isFallback, own: own.language, other }];
      });
    });
}

/** An address in the folder of another language; undefined where it is not in the folder of its own: `/ja/guides/`. */
function addressIn(url: string, own: string, other: string): string | undefined {
  const folder = `/${other}/`;
  return url.toLowerCase().startsWith(folder) ? `/${own}/${url.slice(folder.length)}` : undefined;
}

function keyOf(...parts: readonly string[]): string {
  return parts.join("\0");
}
