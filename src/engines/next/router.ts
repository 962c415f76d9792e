import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter, Generation, SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { couldBeMade, joinPath, routePath } from "../read/config-value.js";
import { nextConfig } from "./config.js";
import {
  addressIn,
  beginsWithLanguage,
  type ContentRoot,
  languageOf,
  rootsShownByLinks,
} from "./content.js";
import { showsFilesAlone } from "./file-pages.js";
import { rootsOfLibraries } from "./libraries.js";
import { iconFiles, isInRouter, type NextPage, pageOf, prefixOf } from "./pages.js";
import { redirectSources } from "./redirect-sources.js";

const NOT_PUBLISHED: Routes = { addresses: [], aliases: [], certain: true };
const MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/;
/** Code of one's own that shows or sends to other addresses than the one that is asked for. */
const SENDS = /\bNextResponse\.(?:rewrite|redirect)\(/;
const mayBeSent = (code: string | undefined): boolean => code === undefined || SENDS.test(code);
/** Most redirects that are followed from one to the next. */
const MOST_STEPS = 3;

const NOBODY_KNOWS: Routes = { addresses: [], aliases: [], certain: false };

/**
 * Next: files of `app` and `pages` at their paths. Where code shows articles of other folders, their addresses are
 * known by the library that shows them, or by the links of the site itself; elsewhere nobody knows them.
 */
export const createNextRouter: CreateRouter = (site, articles, files) => {
  const config = nextConfig(site.config);
  const inside = (path: string): string => below(path, site.folder) ?? path;
  const pages = lazily(() =>
    (files?.list() ?? []).flatMap(
      (path) => pageOf(inside(path), path, config.pageExtensions) ?? [],
    ),
  );
  const dynamic = lazily(() => pages().filter(({ pattern }) => pattern !== undefined));
  const library = lazily(() =>
    files === undefined ? [] : rootsOfLibraries(pages(), site.folder, files),
  );
  const roots = lazily((): readonly ContentRoot[] => {
    const others = articles
      .map((facts) => [inside(facts.path), facts] as const)
      .filter(([path, facts]) => path.includes("/") && ownPage(path, facts.path) === undefined);
    const prefixes = [...new Set(dynamic().map(({ route }) => prefixOf(route)))].slice(0, 12);
    return [...library(), ...rootsShownByLinks(new Map(others), prefixes)];
  });
  /** Folders of addresses, the top one aside, that hold an article whose address is known by its root. */
  const taken = lazily(
    () =>
      new Set(
        articles.flatMap(({ path }) => {
          return addressesInRoots(inside(path)).map(parentOf);
        }),
      ),
  );
  const hasLocales = lazily(
    () =>
      dynamic().some(({ route }) => route.startsWith("/[")) &&
      (files?.list() ?? []).some((path) => MIDDLEWARE.test(inside(path))),
  );

  const redirected = lazily(() =>
    files === undefined ? undefined : redirectSources(site.folder, files),
  );

  /** Whether rules that only code puts together may send readers from an address to something that is there. */
  function mayBeRedirected(path: string, depth = 0): boolean {
    if (!config.hasUnknownRedirects) return false;
    const targets = redirected()?.(path);
    return targets?.every((to) => to !== undefined && isLost(to, depth + 1)) !== true;
  }
  function isLost(address: string, depth: number): boolean {
    return (
      depth <= MOST_STEPS &&
      couldBeMade(address) &&
      !addresses().has(address) &&
      generation(address, depth) === "no"
    );
  }
  function hasStaticFolder(address: string): boolean {
    return site.staticDirs.some(
      (folder) => (files?.list(joinPath(folder, address.slice(1))) ?? []).length > 0,
    );
  }
  function ownPage(own: string, path: string) {
    return isInRouter(own) ? pageOf(own, path, config.pageExtensions) : undefined;
  }
  /** Originals without a language before their addresses are shown with it as well, where pages have that as a parameter. */
  const showsLanguages = lazily(() => dynamic().some(({ route }) => /^\/\[[\w-]+\]\//.test(route)));
  function addressesInRoots(own: string): readonly string[] {
    for (const root of roots()) {
      const address = addressIn(root, own);
      if (address === undefined) continue;
      const language = showsLanguages() ? languageOf(root) : undefined;
      return language === undefined ? [address] : [address, routePath(language, address)];
    }
    return [];
  }
  const bare = (path: string): string => path.replace(/\.[^./]+$/, "");
  const known = lazily(() => new Set(articles.map(({ path }) => bare(inside(path)))));
  /** Whether an article is a translation of one that is gone. */
  function hasLostOriginal(own: string): boolean {
    const root = roots().find(({ folder }) => below(own, folder) !== undefined);
    const path = root === undefined ? undefined : below(own, root.folder);
    if (root?.originals === undefined || path === undefined) return false;
    return !known().has(bare(joinPath(root.originals, path)));
  }
  const at = ([first = "/", ...others]: readonly string[]): Routes => ({
    addresses: [first, ...others, ...config.locales.map((locale) => routePath(locale, first))].map(
      normalise,
    ),
    aliases: [],
    certain: true,
  });

  const routesOf = ({ path }: ArticleFacts): Routes => {
    const own = inside(path);
    const page = ownPage(own, path);
    if (page !== undefined) return page.pattern === undefined ? at([page.route]) : NOBODY_KNOWS;
    const inRoots = addressesInRoots(own);
    if (inRoots.length > 0)
      return hasLostOriginal(own) ? { ...at(inRoots), isDoubtful: true } : at(inRoots);
    // A file at the top of the site, such as its README, is no page.
    return own.includes("/") ? NOBODY_KNOWS : NOT_PUBLISHED;
  };
  const addresses = lazily(() => new Set(articles.flatMap((facts) => routesOf(facts).addresses)));

  /** Languages that code of the site puts before addresses that are written without. */
  const languages = lazily(() =>
    showsLanguages() && !hasOwnMiddleware()
      ? roots().flatMap((root) => languageOf(root) ?? [])
      : [],
  );
  const hasOwnMiddleware = lazily(() =>
    (files?.list() ?? []).some(
      (path) => MIDDLEWARE.test(inside(path)) && mayBeSent(files?.text(path)),
    ),
  );
  const ofFiles = new Map<string, boolean>();
  function showsFiles(page: NextPage): boolean {
    const known = ofFiles.get(page.path);
    if (known !== undefined || files === undefined) return known === true;
    const isShown = showsFilesAlone(page, roots(), site.folder, files);
    ofFiles.set(page.path, isShown);
    return isShown;
  }
  /** Whether all pages that could show an address, with a language before it as well, show files that are known. */
  function isOfKnownFiles(path: string, found: readonly NextPage[]): boolean {
    // A language that has no folder may show pages of another.
    if (found.length === 0 || beginsWithLanguage(path) || hasOwnMiddleware()) return false;
    const others = languages().map((language) => routePath(language, path));
    const shown = pages().filter(({ route, pattern }) =>
      others.some((other) => pattern?.test(other) ?? route === other),
    );
    return [...found, ...shown].every(showsFiles);
  }

  /** Whether a page is there in the language of the originals alone: code often shows that one in its place. */
  function isOnlyOriginal(path: string): boolean {
    return roots().some(({ originals, prefix }) => {
      const inside = originals === undefined ? undefined : below(path, prefix);
      return inside !== undefined && addresses().has(routePath(parentOf(prefix), inside));
    });
  }

  function generation(path: string, depth = 0): Generation {
    if (files === undefined || path.startsWith("/_next/")) return "maybe";
    // Redirects that code makes send pages elsewhere, hardly a file of a public folder that holds others.
    if (mayBeRedirected(path, depth) && (couldBeMade(path) || !hasStaticFolder(parentOf(path))))
      return "maybe";
    const found = pages().filter(({ route, pattern }) => pattern?.test(path) ?? route === path);
    if (found.some(({ pattern }) => pattern === undefined)) return "yes";
    // Such files are often written to the public folder by a build.
    if (/\.(?:xml|txt|json|ics|rss|webmanifest)$/.test(path)) return "maybe";
    if (!couldBeMade(path)) return found.some(({ isEndpoint }) => isEndpoint) ? "maybe" : "no";
    if (found.some(({ route }) => !showsRoot(route, roots()))) return "maybe";
    // Code that reads `path + ".md"` shows the file `index.md` under its name as well.
    if (found.length > 0 && path.endsWith("/index")) return "maybe";
    if (found.length > 0 && isOnlyOriginal(path)) return "maybe";
    if (found.length > 0 && found.every((page) => readsRoot(page, roots(), files))) return "no";
    if (isOfKnownFiles(path, found)) return "no";
    if (found.length > 0 || pages().length === 0)
      return parentOf(path) !== "" && taken().has(parentOf(path)) ? "no" : "maybe";
    return hasLocales() ? "maybe" : "no";
  }

  return {
    routesOf,
    generates: (address) => generation(routePath(address)),
    // Paths from `/` stay as they are; what plugins make of others nobody knows.
    readingOf: ({ path }) => (path.startsWith("/") ? "address" : "either"),
    staticFiles: (address) => [
      ...site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
      ...iconFiles(address).map((file) => joinPath(site.folder, file)),
    ],
    besideArticle: (_facts, path) =>
      path.startsWith("@/")
        ? [joinPath(site.folder, path.slice(2)), joinPath(site.folder, `src/${path.slice(2)}`)]
        : [],
    // `next/link` of the Pages Router resolves relative links against the route as written: `/docs/[...slug]` → `/docs/`.
    linkBases: (facts) => {
      const own = routesOf(facts).addresses;
      const written = pages()
        .filter(
          ({ router, pattern }) => router === "pages" && own.some((one) => pattern?.test(one)),
        )
        .map(({ route }) => route.slice(0, route.lastIndexOf("/") + 1))
        .filter((base) => !base.includes("["));
      return config.trailingSlash ? [...own.map((one) => `${one}/`), ...written] : written;
    },
    sameAs: (address) => {
      if (address.endsWith(".html")) return [address.slice(0, -".html".length)];
      return address.endsWith("/") ? [] : [`${address}.html`];
    },
  };
};

/** Whether a page with parameters is the one that shows the articles of a root: it begins where they do. */
function showsRoot(route: string, roots: readonly ContentRoot[]): boolean {
  return (
    /\[\.\.\.[\w-]+\]$|\[[\w-]+\]$/.test(route) &&
    roots.some(({ prefix }) => prefix === prefixOf(route))
  );
}

const FOLDER = /["'`](?:\.{0,2}\/)*([\w-]+(?:\/[\w-]+)*)\/?["'`]/g;
const READS = /\b(?:readFile|readdir)(?:Sync)?\(/;
const ASKS = /\bfetch\(/;

/** Whether the code of a page with parameters reads the folder of the root that it shows, and asks nobody else. */
function readsRoot(
  { route, path }: NextPage,
  roots: readonly ContentRoot[],
  files: Pick<SiteFiles, "text">,
): boolean {
  const code = files.text(path) ?? "";
  if (!READS.test(code) || ASKS.test(code)) return false;
  const folders = new Set([...code.matchAll(FOLDER)].map(([, folder]) => folder));
  return roots.some(({ folder, prefix }) => prefix === prefixOf(route) && folders.has(folder));
}

function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/"));
}
