import * as z from "zod";
import {
  type ArticleFacts,
  defineRule,
  editDistance,
  innerRange,
  pageIdentity,
  type Redirect,
  rangeSchema,
  type Settings,
} from "../../src/rules.js";
import { oldestFirst } from "./lib/publication.js";

/** Where the front matter of an article sets its URL. */
const factSchema = z.strictObject({ range: rangeSchema });
const ADDRESS_KEYS = ["permalink", "url", "slug", "path"];
const START = { start: 0, end: 0 };

/** One page that is to be written for a URL. */
interface Claim {
  readonly facts: ArticleFacts;
  readonly address: string;
}

/** Finds pages that an engine writes to the same place: the later one silently replaces the other. */
export default defineRule({
  id: "site/duplicate-url",
  summary: "Every page has an address of its own",
  references: ["RFC 3986 §6.2.2.1"],
  facts: factSchema,
  messages: {
    same: {
      severity: "error",
      what: "Another article also has the URL {address}.",
      why: "Only one of the two pages is published, this one or {other}.",
      help: "Change the permalink, slug or file name of one of the two.",
    },
    letterCase: {
      severity: "error",
      what: "Another article has the URL {address} in another letter case.",
      why: "Where letter case does not matter, only one of the two pages is published, this one or {other}.",
      help: "Change the permalink, slug or file name of one of the two.",
    },
    file: {
      severity: "error",
      what: "A static file also has the URL {address}.",
      why: "Only one of the two is published, this page or {other}.",
      help: "Change the permalink, slug or file name of the article, or rename the static file.",
    },
    alias: {
      severity: "error",
      what: "The alias {address} is the URL of another article.",
      why: "Either that article, {other}, or the redirect is never seen.",
      help: "Delete the alias, or move the other article.",
    },
    aliasTwice: {
      severity: "error",
      what: "Another article also has the alias {address}.",
      why: "The alias leads to only one of the two, this article or {other}, and it is undefined to which.",
      help: "Keep the alias in one of the two articles.",
    },
  },
  check({ article, leaveFact }) {
    const entry = ADDRESS_KEYS.flatMap((key) => article.frontMatter?.entry([key]) ?? [])[0];
    if (entry === undefined) return;
    const { start, end } = innerRange(entry);
    leaveFact({ range: { start, end } });
  },
  site({ site, articles, report }) {
    const places = new Map(articles.map(({ facts, fact }) => [facts.path, fact?.range ?? START]));
    const place = ({ path }: ArticleFacts) => places.get(path) ?? START;
    const sites = new Map<string, { settings: Settings; facts: ArticleFacts[] }>();
    for (const { facts, engine, settings } of articles) {
      const key = `${engine}\0${settings.site.folder}\0${settings.site.root}`;
      const known = sites.get(key);
      if (known === undefined) sites.set(key, { settings, facts: [facts] });
      else known.facts.push(facts);
    }
    for (const { settings, facts: members } of sites.values()) {
      const pages = new Map<string, Claim[]>();
      for (const facts of members) {
        const routes = site.routesOf(facts.path);
        if (routes?.certain !== true) continue;
        const own = new Set<string>();
        for (const address of routes.addresses) {
          const key = keyOf(address);
          if (!own.has(key)) add(pages, key, { facts, address });
          own.add(key);
        }
      }

      for (const claims of pages.values()) {
        const [first, ...later] = namedFirst(oldestFirst(claims));
        if (first === undefined) continue;
        const { path } = first.facts;
        for (const { facts, address } of later) {
          if (facts.path === path) continue;
          const isSame = slashless(address) === slashless(first.address);
          report({
            messageId: isSame ? "same" : "letterCase",
            path: facts.path,
            about: path,
            range: place(facts),
            data: { address, other: path },
            concerns: { scope: "articles", key: keyOf(address) },
            related: [
              {
                path,
                range: place(first.facts),
                message: `The other article, at ${first.address}`,
              },
            ],
          });
        }
        for (const file of staticFiles(first.address, settings.site.staticDirs)) {
          const other = site.assetAt(file)?.path;
          if (other !== file || site.article(file) !== undefined) continue;
          const range = place(first.facts);
          report({ messageId: "file", path, range, data: { address: first.address, other } });
        }
      }

      const aliases = new Map<string, Redirect["source"]>();
      const [anyone] = members;
      const redirects = anyone === undefined ? undefined : site.redirectsOf(anyone.path);
      for (const { address, article, source, isTemplated } of redirects?.all ?? []) {
        if (article === undefined || address === undefined) continue;
        const { path } = source;
        // A template of the site writes the redirect, for each language apart.
        const edition = isTemplated === true ? `${pageIdentity(path).edition}:` : "";
        const key = slashless(address);
        const twin = aliases.get(edition + key);
        const isNearer = twin !== undefined && slipsFrom(path, key) < slipsFrom(twin.path, key);
        aliases.set(edition + key, twin === undefined || isNearer ? source : twin);
        const claims = (isTemplated === true ? undefined : pages.get(keyOf(address))) ?? [];
        const page = claims.find((claim) => slashless(claim.address) === key)?.facts;
        // An alias that is the article's own URL is a circle, which site/redirects reports.
        const keeper = isNearer ? source : twin;
        const other = page === undefined ? keeper : { path: page.path, range: place(page) };
        const taker = page === undefined && isNearer ? twin : source;
        if (other === undefined || other.path === taker.path) continue;
        const messageId = page === undefined ? "aliasTwice" : "alias";
        const data = { address, other: other.path };
        const related = [{ ...other, message: "The other article" }];
        const concerns = { scope: "articles", key } as const;
        const certainty = isTemplated === true ? "likely" : "certain";
        report({ messageId, ...taker, certainty, about: other.path, data, related, concerns });
      }
    }
  },
});

function add<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The article whose file has the name of the URL has it by right: others took it over with a copy of its front matter. */
function namedFirst(claims: readonly Claim[]): readonly Claim[] {
  const isNamed = ({ facts: { path }, address }: Claim): boolean => {
    const { page } = pageIdentity(path);
    return lastOf(page).toLowerCase() === lastOf(slashless(address)).toLowerCase();
  };
  const named = claims.filter(isNamed);
  return named.length === 1 ? [...named, ...claims.filter((claim) => !isNamed(claim))] : claims;
}

/** How far the name of an article is from the end of an alias: the one that is nearer has it by right. */
function slipsFrom(path: string, alias: string): number {
  const page = lastOf(pageIdentity(path).page).toLowerCase();
  const last = lastOf(alias).toLowerCase();
  const numbers = last.match(/\d{1,9}/g) ?? [];
  // Of `v2` and `v3`, the number tells which version is meant.
  const isOther = numbers.some((number) => !page.includes(number));
  return editDistance(page, last) + (isOther ? 0.5 : 0);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function slashless(address: string): string {
  return address === "/" ? address : address.replace(/\/$/, "");
}

function keyOf(address: string): string {
  return slashless(address).toLowerCase();
}

/** The files in static folders that would be written to the place of the page. */
function staticFiles(address: string, folders: readonly string[]): readonly string[] {
  const file = address.endsWith("/") ? `${address}index.html` : address;
  return folders.map((folder) => (folder === "" ? file.slice(1) : folder + file));
}
