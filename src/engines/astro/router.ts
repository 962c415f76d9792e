import { slug as githubSlug } from "github-slugger";
import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { couldBeMade, joinPath, routePath } from "../read/config-value.js";
import { editionByFolder } from "../read/editions.js";
import { isTable } from "../read/table.js";
import { type AstroConfig, astroConfig } from "./config.js";
import { makesPages } from "./integrations.js";
import { anchorsOf } from "./markdown.js";
import { addressesOfServer } from "./own-server.js";
import { type AstroPage, astroPages, derivesFromIds, entryPage, routeOf } from "./pages.js";

const NOT_PUBLISHED: Routes = { addresses: [], aliases: [], certain: true };
const NOBODY_KNOWS: Routes = { addresses: [], aliases: [], certain: false };

/**
 * Astro: files of `src/pages` at their paths; entries of collections where a page component literally shows them
 * (or Starlight does), by slug or path. What a component's code decides is uncertain.
 */
export const createAstroRouter: CreateRouter = (site, articles, files) => {
  const config = astroConfig(site.config);
  const sources = joinPath(site.folder, config.sources);
  const pages = lazily(() => (files === undefined ? [] : astroPages(sources, files)));
  const entryPages = new Map<string, ReturnType<typeof entryPage>>();
  const ids = lazily(() => new Set(articles.map(({ path }) => idOf(path, ""))));

  /** How addresses that are made of entries' ids end. */
  const names = lazily(
    () => new Set(articles.map(({ path }) => lastOf(idOf(path.replace(/\/index\.\w+$/, ""), "")))),
  );

  const pageOf = (collection: string): ReturnType<typeof entryPage> => {
    if (files === undefined) return "unclear";
    if (!entryPages.has(collection))
      entryPages.set(collection, entryPage(collection, pages(), files));
    return entryPages.get(collection);
  };
  const addsAnywhere = lazily(
    () =>
      config.additions.anywhere ||
      config.additions.ownModules.some(
        (name) => files === undefined || makesPages(name, site.folder, files),
      ),
  );
  const answered = lazily(() => (files === undefined ? [] : addressesOfServer(site.folder, files)));
  const mayBeAdded = (path: string): boolean =>
    addsAnywhere() || config.additions.below.some((folder) => hasFolder(path, folder));
  const at = (addresses: readonly string[], certain = true): Routes => ({
    addresses: addresses.flatMap((address) => spellings(address, config)).map(normalise),
    aliases: [],
    certain: certain && config.certain,
  });

  const entryRoutes = (entry: Entry, facts: ArticleFacts): Routes => {
    const { collection, path, hasPlainIds } = entry;
    const { values } = facts.route;
    const id = idOf(path, values.slug);
    if (collection === "docs" && config.starlight !== undefined) {
      if (values.draft === true) return NOT_PUBLISHED;
      const own = routePath(id === "index" ? "" : id);
      const docs = facts.path.slice(0, -path.length);
      const others = untranslated(path, own, config, (other) => ids().has(idOf(docs + other, "")));
      return at([own, ...others], hasPlainIds);
    }
    const page = pageOf(collection);
    if (page === undefined) return addsAnywhere() ? NOBODY_KNOWS : NOT_PUBLISHED;
    if (page === "unclear" || !hasPlainIds) return NOBODY_KNOWS;
    if (values.draft === true && page.mindsDrafts) return NOT_PUBLISHED;
    return at([page.addressOf(id)]);
  };

  return {
    routesOf: (facts) => {
      const inPages = below(facts.path, joinPath(sources, "pages"));
      if (inPages !== undefined) {
        if (/(?:^|\/)_/.test(inPages)) return NOT_PUBLISHED;
        return /\[[^\][]+\]/.test(inPages) ? NOBODY_KNOWS : at([routeOf(inPages)]);
      }
      const inside = below(facts.path, site.folder);
      const entry = inside === undefined ? undefined : entryOf(inside, config);
      return entry === undefined
        ? { ...NOT_PUBLISHED, certain: config.certain && !config.hasUnknownCollections }
        : entryRoutes(entry, facts);
    },
    editionOf: (facts) => {
      const inside = below(facts.path, site.folder);
      const entry = inside === undefined ? undefined : entryOf(inside, config);
      const { locales = {}, defaultLocale = "root" } = config.starlight ?? {};
      const names = Object.keys(locales);
      if (entry?.collection !== "docs" || names.length < 2) return undefined;
      const original = names.includes("root") ? "root" : defaultLocale;
      if (!names.includes(original)) return undefined;
      const folders = names.filter((name) => name !== "root");
      const edition = editionByFolder(inLocale(entry.path, names), folders, original);
      const language = edition.language === "root" ? rootLanguage(locales.root) : undefined;
      return language === undefined ? edition : { ...edition, language };
    },
    generates: (address) => {
      const path = routePath(address);
      if (config.hasSitemap && /^\/sitemap-(?:index|\d+)\.xml$/.test(path)) return "yes";
      if (
        files === undefined ||
        !config.certain ||
        /^\/_(?:astro|image|actions|server-islands)(?:\/|$)/.test(path)
      )
        return "maybe";
      const found = pages().filter(({ route, pattern }) => pattern?.test(path) ?? route === path);
      if (found.some(({ pattern }) => pattern === undefined)) return "yes";
      if (path === "/404" || path === "/404.html") return "yes";
      // Components make pages; pictures come of endpoints.
      const makers = couldBeMade(path) ? found : found.filter(({ path: file }) => isEndpoint(file));
      if (makers.some((page) => mayShow(page, path))) return "maybe";
      if (answered().some((named) => path === named || below(path, named) !== undefined))
        return "maybe";
      if (config.fallbackLocales.some((locale) => below(`${path}/`, `/${locale}`) !== undefined))
        return "maybe";
      return found.length === 0 && couldBeMade(path) && mayBeAdded(path) ? "maybe" : "no";
    },
    // A page with parameters shows what only its code knows; Starlight and integrations bring such pages along.
    couldShow: (address) => {
      const path = routePath(address);
      return (
        files === undefined ||
        !config.certain ||
        config.starlight !== undefined ||
        config.fallbackLocales.length > 0 ||
        mayBeAdded(path) ||
        pages().some(({ pattern }) => pattern?.test(path) === true)
      );
    },
    staticFiles: (address) => site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
    besideArticle: (_facts, path) =>
      /^[@~]\//.test(path) ? [joinPath(sources, path.slice(2))] : [],
    // Links to source files are for plugins, and pictures for the bundler.
    readingOf: ({ path, from }) =>
      from === "a[href]" && !/\.(?:md|mdx|markdown)$/i.test(path) ? "address" : "either",
    anchorsOf: ({ headings }) => anchorsOf(headings, site),
    sameAs: (address) => {
      if (address.endsWith(".html")) return [address.slice(0, -".html".length)];
      return address.endsWith("/") ? [] : [`${address}.html`];
    },
  };

  /** Whether a page with parameters may have an address that no article's entry has. */
  function mayShow({ path, route }: AstroPage, address: string): boolean {
    const text = files?.text(path) ?? "";
    if (derivesFromIds(route, text)) return names().has(lastOf(address));
    const collections = new Set(
      [...text.matchAll(/\bgetCollection\(\s*["'`]([^"'`\n]{0,100})["'`]/g)].map(
        ([, name = ""]) => name,
      ),
    );
    const [only, ...others] = collections;
    const page = only === undefined ? undefined : pageOf(only);
    const isEntryPage = page !== undefined && page !== "unclear" && page.page.path === path;
    const entries = config.collections?.find(({ name }) => name === only);
    const hasPlainIds = entries?.hasPlainIds ?? !config.hasUnknownCollections;
    return !(isEntryPage && hasPlainIds && others.length === 0);
  }
};

function lastOf(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

function isEndpoint(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

/** Whether a folder stands in an address where an integration puts it: at its beginning, or behind a locale. */
function hasFolder(path: string, folder: string): boolean {
  const [, , ...behindLocale] = path.split("/");
  return [path, `/${behindLocale.join("/")}`].some(
    (one) => below(`${one}/`, `/${folder}`) !== undefined,
  );
}

interface Entry {
  readonly collection: string;
  /** Relative to the folder of the collection. */
  readonly path: string;
  readonly hasPlainIds: boolean;
}

/** The collection that an article belongs to, by its path relative to the site's folder. */
function entryOf(inside: string, config: AstroConfig): Entry | undefined {
  if (config.collections !== undefined) {
    for (const { name, folder, holds, hasPlainIds } of config.collections) {
      const path = below(inside, folder);
      if (path !== undefined && holds(path)) return { collection: name, path, hasPlainIds };
    }
    return undefined;
  }
  const content = below(inside, joinPath(config.sources, "content"));
  const [, collection, path] = /^([^/]+)\/(.+)$/.exec(content ?? "") ?? [];
  if (collection === undefined || path === undefined || /(?:^|\/)_/.test(path)) return undefined;
  return { collection, path, hasPlainIds: !config.hasUnknownCollections };
}

/** An entry's id as Astro makes it: its slug, or its path with each part a slug. */
function idOf(path: string, slug: unknown): string {
  if (typeof slug === "string" && slug !== "") return slug;
  return path
    .replace(/\.\w+$/, "")
    .split("/")
    .map((part) => githubSlug(part))
    .join("/")
    .replace(/\/index$/, "");
}

/** The language of pages outside of all folders of locales. */
function rootLanguage(locale: unknown): string | undefined {
  return isTable(locale) && typeof locale.lang === "string" ? locale.lang : undefined;
}

/** A path whose first folder is named as the locale: Starlight compares ids, so `pt-BR/a.md` belongs to the locale `pt-br`. */
function inLocale(path: string, locales: readonly string[]): string {
  const [folder = ""] = path.split("/", 1);
  const locale = locales.find((name) => githubSlug(name) === githubSlug(folder));
  return locale === undefined ? path : locale + path.slice(folder.length);
}

/**
 * The addresses at which Starlight shows a page of the default locale for want of a translation. Pages of the default locale
 * lie in its folder, or outside of all of them when it is `root`.
 */
function untranslated(
  written: string,
  own: string,
  { starlight }: AstroConfig,
  exists: (path: string) => boolean,
): readonly string[] {
  const locales = Object.keys(starlight?.locales ?? {});
  const main = starlight?.defaultLocale ?? "root";
  const path = inLocale(written, locales);
  const inFolder = locales.find((locale) => path.startsWith(`${locale}/`)) ?? "root";
  if (inFolder !== main) return [];
  const inside = main === "root" ? path : path.slice(`${main}/`.length);
  const address = main === "root" ? own : below(`${own}/`, `/${main}`);
  if (address === undefined) return [];
  return locales
    .filter((locale) => locale !== main)
    .map((locale) => (locale === "root" ? "" : locale))
    .filter((folder) => !exists(joinPath(folder, inside)))
    .map((folder) => routePath(joinPath(folder, address)));
}

/** How an address is written: with a slash at its end or without; both where Astro does not mind. */
function spellings(address: string, { trailingSlash, format }: AstroConfig): readonly string[] {
  if (address === "/") return ["/"];
  if (trailingSlash !== "ignore") return [trailingSlash === "always" ? `${address}/` : address];
  return format === "directory" ? [`${address}/`, address] : [address];
}
