import { lazily } from "../../article/lazily.js";
import { remembered } from "../../article/remembered.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter, SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Alias, Routes } from "../../facts/routes.js";
import { headingIds } from "../../knowledge/heading/heading-ids.js";
import { colonFootnoteId } from "../footnote-ids.js";
import { fileAt, joinPath } from "../read/config-value.js";
import { layoutIds } from "../read/layout-ids.js";
import { defaultsFor, gemsIn, type JekyllConfig, jekyllConfig } from "./config.js";
import { type JekyllDocument, jekyllDocument } from "./document.js";
import { isServed } from "./files.js";
import { jekyllSluggers } from "./heading-ids.js";
import { frontMatterOf, JekyllPages } from "./pages.js";
import { printedReference } from "./printed.js";
import { type TagSite, tagTarget } from "./tags.js";

/** Files that are no articles and often have front matter with an address of their own. */
const OTHER_PAGE = /\.(?:xml|json|txt|webmanifest|ics|csv)$/i;

/** Endings that Jekyll writes from other ones. */
const RENDERED: Readonly<Record<string, readonly string[]>> = {
  ".css": [".scss", ".sass"],
  ".js": [".coffee"],
};

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Jekyll: posts and collections by pattern, pages at their path or permalink, plugins' pages. */
export const createJekyllRouter: CreateRouter = (site, articles, files) => {
  const config = jekyllConfig(site.config);
  const isConfigured = Object.keys(site.config).length > 0;
  const made = new Map<string, JekyllDocument | undefined>();
  const documentOf = (facts: ArticleFacts): JekyllDocument | undefined => {
    const inside = below(facts.path, site.root);
    if (inside === undefined) return undefined;
    if (!made.has(facts.path))
      made.set(facts.path, jekyllDocument(facts, inside, config, isConfigured));
    return made.get(facts.path);
  };
  const plugins = lazily(() => pluginsOf(site.folder, config, isConfigured, files));
  const pages = lazily(
    () =>
      new JekyllPages({
        config,
        documents: articles.flatMap((facts) => documentOf(facts) ?? []),
        plugins: plugins(),
        hasGenerators: hasGenerators(site.folder, files),
        otherPermalinks: otherPermalinks(site.root, config, files),
      }),
  );
  const folders = lazily(() => collectionFolders(config));
  const paths = lazily(() => new Set(files?.list() ?? []));
  const fileOf = (name: string): string | undefined =>
    [`_layouts/${name}`, `_layouts/${name}.html`, `_layouts/${name}.md`, `_includes/${name}`]
      .map((path) => joinPath(site.root, path))
      .find((path) => paths().has(path));
  const idsIn = remembered((layout: string) => layoutIds(layout, fileOf, files));
  /** The ids that layouts print around an article; undefined where only a build could tell them. */
  const idsAround = (facts: ArticleFacts): readonly string[] | undefined => {
    const inside = below(facts.path, site.root) ?? "";
    const kind = documentOf(facts)?.type ?? "pages";
    const { layout = defaultsFor(config, inside, kind).layout } = facts.route.values;
    return typeof layout === "string" ? idsIn(layout) : [];
  };

  const articlePaths = lazily(() => new Map(articles.map((facts) => [facts.path, facts])));
  const tagSite: TagSite = {
    posts: lazily(() =>
      articles.flatMap((facts) => {
        const document = documentOf(facts);
        const inside = below(facts.path, site.root);
        return document?.kind === "post" && inside !== undefined ? [{ inside, document }] : [];
      }),
    ),
    // Pages are known by their paths as they stand, files that are copied with a slash before them, too.
    fileOf: (asked) => {
      if (/(?:^|\/)\.{1,2}\//.test(asked)) return undefined;
      const inside = asked.replace(/^\//, "");
      const path = joinPath(site.root, inside);
      const facts = articlePaths().get(path);
      if (facts !== undefined) {
        const document = documentOf(facts);
        if (document === undefined) return undefined;
        const isBare = document.kind === "page" && isPlain(facts);
        return asked.startsWith("/") && !isBare ? undefined : path;
      }
      if (paths().has(path)) return isServed(inside, config) ? path : "maybe";
      return pages().generates(normalise(asked)) === "no" ? undefined : "maybe";
    },
  };

  /** Whether a file makes the page of the folder that another one lies in. */
  const hasIndex = (inside: string): boolean =>
    ["html", "htm", "md", "markdown"].some((ending) =>
      paths().has(joinPath(site.root, joinPath(parentOf(inside), `index.${ending}`))),
    );

  /** Jekyll 4 writes `a%20b.png` as `a b.png`, Jekyll 3 as it stands, where no address leads to it. */
  const escapedName = (path: string): readonly string[] => {
    if (site.version?.startsWith("3.") === true || LONE_SURROGATE.test(path)) return [];
    const name = path.split("/").map(encodeURIComponent).join("/");
    return name === path ? [] : [name];
  };

  return {
    routesOf: (facts): Routes => {
      const inside = below(facts.path, site.root);
      if (inside === undefined) return { addresses: [], aliases: [], certain: true };
      const document = documentOf(facts);
      if (document === undefined) return { addresses: [], aliases: [], certain: true };
      const { values } = facts.route;
      // A file without front matter is served as it is, unless a plugin makes a page of it.
      const isBare = document.kind === "page" && isPlain(facts);
      const asFolder = isConfigured || document.kind !== "page" ? [] : withoutEnding(document);
      const own = [
        ...document.addresses,
        ...(isBare ? servedAs(inside, hasIndex(inside)) : []),
        ...asFolder,
      ];
      const isChosen = values.permalink !== undefined || document.kind === "page";
      return {
        addresses: [...new Set(own)],
        aliases: aliasesOf(facts, plugins()),
        certain: document.certain && (isConfigured || isChosen),
      };
    },
    generates: (address) => pages().generates(address),
    staticFiles: (address) => {
      const path = address.slice(1);
      const own = isServed(path, config) ? [...spellings(path), ...escapedName(path)] : [];
      const inCollection = folders().flatMap(({ prefix, folder }) =>
        address.startsWith(prefix) ? [folder + address.slice(prefix.length)] : [],
      );
      return [...own, ...inCollection].map((one) => joinPath(site.root, one));
    },
    besideArticle: (facts, path) => {
      const from = path.startsWith("/") ? site.root : parentOf(facts.path);
      const file = fileAt(from, path);
      return file === undefined ? [] : [file];
    },
    anchorsOf: (facts) => {
      const around = idsAround(facts);
      if (around === undefined) return undefined;
      const open = facts.headings.filter(({ id }) => id === undefined);
      const footnotes = facts.ids.flatMap(colonFootnoteId);
      return [...around, ...footnotes, ...headingIds(open, jekyllSluggers(site)).flat()];
    },
    printedReference: (facts, written) => printedReference(written, facts, site.config),
    templateTarget: (_facts, tag) => tagTarget(tag, tagSite),
    // Jekyll's server and GitHub Pages answer `/x` with `x.html`.
    sameAs: (address) => (/\/[^/.]+$/.test(address) ? [`${address}.html`] : []),
  };
};

/** What address the files of each collection begin with, and the folder they lie in. */
function collectionFolders({ collections, collections_dir }: JekyllConfig) {
  return Object.entries(collections).flatMap(([label, { output, permalink }]) => {
    const [start = ""] = (permalink ?? "/:collection/:path").split(/:path|:name|:title/);
    const prefix = start.replace(":collection", label);
    const isPlaced = output && prefix !== "/" && !prefix.includes(":");
    return isPlaced ? [{ prefix, folder: `${joinPath(collections_dir, `_${label}`)}/` }] : [];
  });
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function isPlain({ route, metadata }: ArticleFacts): boolean {
  return Object.keys(route.values).length === 0 && metadata.title === null;
}

/** Addresses of a file that no page is made of; a readme stands for a folder without an index on GitHub Pages. */
function servedAs(inside: string, hasIndex: boolean): readonly string[] {
  if (hasIndex) return [normalise(inside)];
  const readme = inside.replace(/(^|\/)readme\.(?:md|markdown)$/i, "$1");
  return [normalise(inside), ...(readme === inside ? [] : [normalise(readme)])];
}

/** Without a config nobody knows whether pages are `/x.html` or `/x/`. */
function withoutEnding({ addresses }: JekyllDocument): readonly string[] {
  return addresses.flatMap((address) => {
    const bare = address.replace(/\.html$/, "/");
    return bare === address ? [] : [bare];
  });
}

function spellings(path: string): readonly string[] {
  const ending = /\.[^./]*$/.exec(path)?.[0] ?? "";
  const bare = path.slice(0, path.length - ending.length);
  return [path, ...(RENDERED[ending] ?? []).map((source) => bare + source)];
}

/** Former addresses; they answer only where the plugin for them is on. */
function aliasesOf(
  facts: ArticleFacts,
  plugins: ReadonlySet<string> | undefined,
): readonly Alias[] {
  if (plugins?.has("jekyll-redirect-from") === false) return [];
  const places = facts.route.aliasPlaces ?? [];
  const value = facts.route.values.redirect_from;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    if (typeof one !== "string" || one === "") return [];
    const range = places.find((place) => place.value === one.trim())?.range;
    return [{ address: normalise(one.trim()), range }];
  });
}

/** Plugins of the config and the Gemfile; undefined when neither is there to tell. */
function pluginsOf(
  folder: string,
  config: JekyllConfig,
  isConfigured: boolean,
  files: SiteFiles | undefined,
): ReadonlySet<string> | undefined {
  const gemfile = files?.text(joinPath(folder, "Gemfile"));
  const named = [...config.plugins, ...config.gems];
  if (!isConfigured && gemfile === undefined) return undefined;
  return new Set([...named, ...gemsIn(gemfile)]);
}

/** Whether the site's own code makes pages. */
function hasGenerators(folder: string, files: SiteFiles | undefined): boolean {
  const plugins = joinPath(folder, "_plugins");
  const paths = files?.list().filter((path) => below(path, plugins) !== undefined) ?? [];
  return paths.some(
    (path) =>
      path.endsWith(".rb") &&
      /\bGenerator\b|\bPage(?:WithoutAFile)?\b/.test(files?.text(path) ?? ""),
  );
}

function otherPermalinks(
  root: string,
  config: JekyllConfig,
  files: SiteFiles | undefined,
): readonly string[] {
  const paths = files?.list().filter((path) => OTHER_PAGE.test(path)) ?? [];
  return paths.flatMap((path) => {
    const inside = below(path, root);
    if (inside === undefined || !isServed(inside, config)) return [];
    const { permalink } = frontMatterOf(files?.text(path));
    return typeof permalink === "string" ? [permalink] : [];
  });
}
