import type { ArticleFacts } from "../../rule/facts.js";
import type { Alias, Routes } from "../../rule/routes.js";
import { below, normalise } from "./address.js";
import { joinPath, lazily } from "./config-value.js";
import { type HugoConfig, type HugoLanguage, readHugoConfig } from "./hugo-config.js";
import { fillPattern, hugoSegment } from "./hugo-path.js";
import type { CreateRouter } from "./router.js";

const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/** One content file, taken apart. */
interface ContentFile {
  readonly language: HugoLanguage;
  /** Folders below the content folder of the language. */
  readonly folders: readonly string[];
  /** File name without language and ending. */
  readonly name: string;
}

/**
 * Hugo: a page at its path below the content folder, `index` for a bundle, `_index` for a section; moved by
 * `slug`, `url` and the permalinks of its section. Lists, taxonomies and feeds come by themselves.
 */
export const createHugoRouter: CreateRouter = (site, articles) => {
  const config = readHugoConfig(site);
  const files = articles.flatMap((facts) => {
    const file = contentFile(facts.path, config);
    return file === undefined ? [] : [{ facts, file }];
  });
  // What lies in a leaf bundle belongs to its page.
  const bundles = new Set(
    files.flatMap(({ facts, file }) => (file.name === "index" ? [folderOf(facts.path)] : [])),
  );
  const isResource = (path: string, name: string): boolean => {
    const own = folderOf(path);
    const folders = name === "index" ? foldersAbove(folderOf(own)) : foldersAbove(own);
    return name !== "_index" && folders.some((folder) => bundles.has(folder));
  };
  const segment = (text: string): string => hugoSegment(text, config.keepsCase);

  const routesOf = (facts: ArticleFacts): Routes => {
    const file = contentFile(facts.path, config);
    if (file === undefined || !isPublished(facts) || isResource(facts.path, file.name))
      return NOWHERE;
    const { certain } = config;
    const aliases = aliasesOf(facts, file);
    const { url, slug } = facts.route;
    if (url !== undefined) {
      const isPattern = url.includes(":");
      const address = normalise(url.startsWith("/") ? url : `${file.language.prefix}/${url}`);
      return {
        addresses: isPattern ? [] : [withSlash(address)],
        aliases,
        certain: certain && !isPattern,
      };
    }
    const isSection = file.name === "_index";
    const isBundle = file.name === "index";
    const folders = isBundle ? file.folders.slice(0, -1) : file.folders;
    const name = isBundle ? (file.folders.at(-1) ?? "") : file.name;
    const pattern = isSection ? undefined : config.permalinks[(folders[0] ?? "").toLowerCase()];
    const path =
      pattern === undefined
        ? [...folders, ...(isSection ? [] : [slug ?? name])].map(segment).join("/")
        : fillPattern(pattern, {
            title: facts.metadata.title ?? undefined,
            slug,
            date: facts.metadata.date ?? undefined,
            sections: folders,
            name,
          })
            ?.split("/")
            .map(segment)
            .join("/");
    if (path === undefined) return { addresses: [], aliases, certain: false };
    const address = normalise(`${file.language.prefix}/${path}`);
    const isUgly = config.uglyUrls && !isSection && address !== "/";
    const published = isUgly ? `${address.replace(/\/$/, "")}.html` : withSlash(address);
    return { addresses: [published], aliases, certain };
  };

  const made = lazily(() => madeAddresses(files, config, routesOf, segment));
  const folders = lazily(() => {
    const map = new Map<string, string>();
    for (const { facts, file } of files) {
      if (file.name !== "index" && file.name !== "_index") continue;
      for (const address of routesOf(facts).addresses) map.set(address, folderOf(facts.path));
    }
    return map;
  });
  const pager = new RegExp(`^(.*/)${config.pagerPath.replace(/\W/g, "\\$&")}/\\d+/?$`);

  return {
    routesOf,
    generates: (address) => {
      const list = pager.exec(address)?.[1] ?? address;
      if (made().has(withSlash(list))) return "yes";
      if (/\/(?:index\.xml|index\.json)$/.test(address))
        return made().has(address.replace(/[^/]+$/, "")) ? "yes" : "no";
      if (/^\/(?:[\w-]+\/)?(?:sitemap\.xml|404\.html|robots\.txt)$/.test(address)) return "yes";
      if (!config.certain) return "maybe";
      return /\.(?:xml|txt|json|css|js|webmanifest)$/.test(address) ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const inBundles = foldersAbove(address.slice(1)).flatMap((above) => {
        const folder = folders().get(above === "" ? "/" : `/${above}/`);
        return folder === undefined
          ? []
          : [joinPath(folder, address.slice(above === "" ? 1 : above.length + 2))];
      });
      const inSections = config.languages.flatMap(({ folder, prefix }) =>
        address.startsWith(`${prefix}/`)
          ? [joinPath(folder, address.slice(prefix.length + 1))]
          : [],
      );
      return [
        ...site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
        ...inBundles,
        ...inSections.filter((path) => !ARTICLE.test(path)),
      ];
    },
    besideArticle: () => [],
    sameAs: () => [],
  };
};

/** Home pages, sections, taxonomies and their terms. */
function madeAddresses(
  files: readonly { readonly facts: ArticleFacts; readonly file: ContentFile }[],
  config: HugoConfig,
  routesOf: (facts: ArticleFacts) => Routes,
  segment: (text: string) => string,
): ReadonlySet<string> {
  const made = new Set<string>();
  for (const { prefix } of config.languages) {
    made.add(`${prefix}/`);
    if (config.disabledKinds.includes("taxonomy")) continue;
    for (const taxonomy of config.taxonomies) made.add(`${prefix}/${segment(taxonomy)}/`);
  }
  for (const { facts, file } of files) {
    if (routesOf(facts).addresses.length === 0) continue;
    const { prefix } = file.language;
    const [section] = file.folders;
    if (section !== undefined) made.add(normalise(`${prefix}/${segment(section)}/`));
    if (config.disabledKinds.includes("term")) continue;
    for (const taxonomy of config.taxonomies) {
      for (const term of termsOf(facts, taxonomy))
        made.add(normalise(`${prefix}/${segment(taxonomy)}/${segment(term)}/`));
    }
  }
  return made;
}

function termsOf({ metadata, route }: ArticleFacts, taxonomy: string): readonly string[] {
  if (taxonomy === "tags") return metadata.tags;
  if (taxonomy === "categories") return metadata.categories;
  const value = route.values[taxonomy];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((term): term is string => typeof term === "string");
}

function contentFile(path: string, { languages }: HugoConfig): ContentFile | undefined {
  if (!ARTICLE.test(path)) return undefined;
  const homes = languages
    .flatMap((language) => {
      const inside = below(path, language.folder);
      return inside === undefined ? [] : [{ language, inside }];
    })
    .sort((a, b) => b.language.folder.length - a.language.folder.length);
  const [home] = homes;
  if (home === undefined) return undefined;
  const folders = home.inside.split("/");
  const bare = (folders.pop() ?? "").replace(ARTICLE, "");
  const code = /\.([\w-]+)$/.exec(bare)?.[1]?.toLowerCase();
  const named = languages.find((language) => language.code.toLowerCase() === code);
  return named === undefined
    ? { language: home.language, folders, name: bare }
    : { language: named, folders, name: bare.slice(0, -named.code.length - 1) };
}

function aliasesOf({ route }: ArticleFacts, { language, folders }: ContentFile): readonly Alias[] {
  return route.aliases.map((alias) => {
    const from = alias.startsWith("/") ? alias : `/${[...folders, alias].join("/")}`;
    return { address: withSlash(normalise(language.prefix + from)), range: undefined };
  });
}

/** Drafts are not published, nor what says that it is never rendered. */
function isPublished({ route }: ArticleFacts): boolean {
  const build = route.values.build ?? route.values._build;
  const render =
    typeof build === "object" && build !== null && "render" in build ? build.render : undefined;
  return (
    route.published &&
    route.values.headless !== true &&
    render !== "never" &&
    render !== "link" &&
    render !== false
  );
}

function withSlash(address: string): string {
  return address.endsWith("/") || /\.[a-z0-9]{1,5}$/i.test(address) ? address : `${address}/`;
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** A folder and those above it, the nearest first; `""` last. */
function foldersAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path; folder !== ""; folder = folderOf(folder)) found.push(folder);
  return [...found, ""];
}
