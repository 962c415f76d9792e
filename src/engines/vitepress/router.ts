import * as z from "zod";
import { below, join, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import { type SiteSettings, type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import {
  isHidden,
  joinPath,
  readableText,
  routePath,
  routePattern,
  siteGlobs,
} from "../read/config-value.js";
import { editionByFolder } from "../read/editions.js";
import { isFile, vitepressReading } from "./links.js";
import { type Rewrite, readRewrite } from "./rewrites.js";
import { slugifyOf } from "./slugify.js";

/** The members of a VitePress config that decide addresses; `srcDir` is the settings' root already. */
const schema = z.object({
  /** `/x` instead of `/x.html`. */
  cleanUrls: z.boolean().catch(false),
  srcExclude: z.array(z.string()).catch([]),
  /** Where pages go, by patterns on their files. */
  rewrites: z.record(z.string(), z.string()).catch({}),
  /** By folder; `root` for the pages in none of them. */
  locales: z.record(z.string(), z.unknown()).catch({}),
  /** The language of the pages outside of those folders. */
  lang: readableText,
});

const localeSchema = z
  .object({ lang: readableText, label: readableText })
  .catch({ lang: undefined, label: undefined });

/** `[pkg].md`: a template for many pages, whose names only its `paths` module knows. */
const DYNAMIC = /\[\w+?\]/;

/** Whether a file lies outside of the sources or is left out of them by `srcExclude`. */
export function isLeftOut(path: string, site: SiteSettings): boolean {
  const page = below(path, site.root);
  return page === undefined || excludes(site.config)(page);
}

const known = new WeakMap<SiteTable, (path: string) => boolean>();

/** Asked for each file of a site, with one and the same config. */
function excludes(config: SiteTable): (path: string) => boolean {
  const { srcExclude } = schema.parse(config);
  const matches =
    known.get(config) ?? siteGlobs(["**/node_modules/**", "**/.vitepress/**", ...srcExclude]);
  known.set(config, matches);
  return matches;
}

/** What plugins and hooks of a build write beside the pages. */
const WRITTEN_FILE = /\.(?:xml|txt|json|rss|atom|ics|css|js|webmanifest)$/;

/**
 * VitePress: every Markdown file below `srcDir` is a page at its path, or where `rewrites` sends it. Root-relative
 * paths name files of `public` and of the sources.
 */
export const createVitepressRouter: CreateRouter = (site, articles, files) => {
  const { cleanUrls, srcExclude, rewrites, locales, lang } = schema.parse(site.config);
  const root = localeSchema.parse(locales.root);
  const read = Object.entries(rewrites).map(([from, to]) => readRewrite(from, to));
  const rules = read.filter((rule): rule is Rewrite => rule !== undefined);
  const isExcluded = excludes(site.config);
  const rootLanguage = root.lang ?? lang ?? root.label ?? "root";
  const certain =
    rules.length === read.length &&
    !srcExclude.includes(UNREADABLE) &&
    !isHidden(site.config, "rewrites", "srcExclude", "srcDir");
  const hasWriters = ["buildEnd", "vite", "extends"].some(
    (key) => Object.hasOwn(site.config, key) || isHidden(site.config, key),
  );

  /** A page's file below the sources, after rewrites; undefined for what is no page. */
  const pageOf = (path: string): string | undefined => {
    const page = below(path, site.root);
    if (page === undefined || !page.endsWith(".md") || isExcluded(page)) return undefined;
    for (const rule of rules) {
      const moved = rule.rewrite(page);
      if (moved !== undefined) return moved;
    }
    return page;
  };
  let moved: ReadonlyMap<string, string> | undefined;
  /** Sources by where rewrites send them. */
  const sources = (): ReadonlyMap<string, string> => {
    moved ??= new Map(
      rules.length === 0 ? [] : articles.flatMap(({ path }) => [[pageOf(path) ?? path, path]]),
    );
    return moved;
  };
  const templates = [...articles.map(({ path }) => path), ...(files?.list() ?? [])].flatMap(
    (path) => {
      const page = pageOf(path);
      return page !== undefined && DYNAMIC.test(page)
        ? [routePattern(routePath(page.replace(/\.md$/, "").replace(/(?:^|\/)index$/, "")))]
        : [];
    },
  );

  return {
    ...(slugifyOf(site.config) === undefined ? { anchorsOf: () => undefined } : {}),
    routesOf: ({ path }) => {
      const page = pageOf(path);
      if (page === undefined) return { addresses: [], aliases: [], certain };
      if (DYNAMIC.test(page)) return { addresses: [], aliases: [], certain: false };
      const bare = page.replace(/\.md$/, "");
      const isIndex = /(?:^|\/)index$/.test(bare);
      const file = isIndex || !cleanUrls ? `${bare}.html` : bare;
      return { addresses: [normalise(`/${file}`)], aliases: [], certain };
    },
    editionOf: ({ path }) => {
      const page = pageOf(path);
      const folders = Object.keys(locales).filter((name) => name !== "root");
      const hasRoot = Object.hasOwn(locales, "root");
      if (page === undefined || !hasRoot || folders.length === 0) return undefined;
      const edition = editionByFolder(page, folders, "root");
      return edition.language === "root" ? { ...edition, language: rootLanguage } : edition;
    },
    generates: (address) => {
      if (/^\/(?:404(?:\.html)?|hashmap\.json)$/.test(address)) return "yes";
      if (address === "/sitemap.xml" && Object.hasOwn(site.config, "sitemap")) return "yes";
      if (templates.some((template) => template.test(address.replace(/\.html$/, ""))))
        return "maybe";
      return hasWriters && WRITTEN_FILE.test(address) ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const name = address.slice(1);
      const names = /(?:\.\w+|\/|^)$/.test(name) ? [name] : [name, `${name}.html`];
      return site.staticDirs.flatMap((folder) => names.map((one) => joinPath(folder, one)));
    },
    besideArticle: ({ path: own }, path) => {
      const page = pageOf(own);
      const folder =
        page === undefined ? undefined : page.slice(0, Math.max(0, page.lastIndexOf("/")));
      const from = path.startsWith("/") || folder === undefined ? "" : folder;
      const file = join(joinPath(site.root, from), path.replace(/\/$/, "/index"));
      const meant = file === undefined ? undefined : below(file, site.root);
      if (meant === undefined) return [];
      const bare = meant.replace(/\.(?:html|md)$/, "");
      const source = sources().get(`${bare}.md`) ?? joinPath(site.root, `${bare}.md`);
      const pages = site.staticDirs.map((one) => joinPath(one, `${bare}.html`));
      return pageOf(source) === undefined ? pages : [source, ...pages];
    },
    readingOf: (reference) => {
      const reading = vitepressReading(reference, site);
      // Hooks of the build may copy what lies beside the pages.
      if (hasWriters && isFile(reference.path)) return "either";
      if (reading !== "page" || certain) return reading;
      return reference.path.endsWith(".md") ? "source" : "address";
    },
    sameAs: (address) => {
      if (address.endsWith("/index")) return [address.slice(0, -"index".length)];
      if (address.endsWith(".html")) return [address.slice(0, -".html".length)];
      return address.endsWith("/") ? [] : [`${address}.html`];
    },
  };
};
