import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter, SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { joinPath } from "../read/config-value.js";
import { type HexoConfig, hexoConfig } from "./config.js";
import { HexoPages } from "./pages.js";
import { withoutExtension } from "./permalink.js";
import { assetFolder, type HexoPost, hexoPost, isPostFile, matches } from "./post.js";

const NOT_PUBLISHED: Routes = { addresses: [], aliases: [], certain: true };

/** Endings that Hexo writes from other ones: `style.styl` is served as `style.css`. */
const RENDERED: Readonly<Record<string, readonly string[]>> = {
  ".css": [".styl", ".stylus", ".scss", ".sass", ".less"],
  ".json": [".yml", ".yaml"],
  ".html": [".ejs", ".njk", ".j2", ".swig", ".pug", ".jade"],
  ".js": [".ts", ".coffee"],
};

/** Files that themes bring along, where the theme is a package and nobody can look. */
const THEME_FILE = /^\/(?:css|js|lib|fonts?|webfonts|fancybox)\//;

/** Hexo: posts by the pattern of the config, pages at their path, generators' pages, asset folders. */
export const createHexoRouter: CreateRouter = (site, articles, files) => {
  const config = hexoConfig(site.config);
  // Without a config nobody knows the pattern, and few sites keep the default one.
  const isConfigured = Object.keys(site.config).length > 0;
  const plugins = lazily(() => packagesOf(joinPath(site.folder, "package.json"), files));
  const posts = lazily(() => articles.flatMap((facts) => postOf(facts, site, config) ?? []));
  const pages = lazily(() => new HexoPages(config, posts(), plugins()));
  const theme = joinPath(site.folder, `themes/${config.theme}/source`);
  const hasTheme = lazily(
    () => files?.list().some((path) => below(path, theme) !== undefined) === true,
  );
  const assetFolders = lazily(() =>
    config.post_asset_folder
      ? new Map(
          posts().flatMap(({ paths, facts }) =>
            paths.map((path): [string, string] => [folderOf(path), assetFolder(facts)]),
          ),
        )
      : new Map<string, string>(),
  );

  return {
    routesOf: (facts) => {
      const inside = below(facts.path, site.root);
      if (inside === undefined) return NOT_PUBLISHED;
      const post = postOf(facts, site, config);
      if (post !== undefined) {
        const certain = post.certain && (isConfigured || facts.route.permalink !== undefined);
        return {
          addresses: post.paths.map(normalise),
          aliases: aliasesOf(facts, plugins()),
          certain,
        };
      }
      const path = pagePath(inside, facts, config);
      return path === undefined
        ? NOT_PUBLISHED
        : { addresses: [normalise(path)], aliases: aliasesOf(facts, plugins()), certain: true };
    },
    generates: (address) => {
      const made = pages().generates(address);
      if (made !== "no" || hasTheme()) return made;
      return THEME_FILE.test(address) ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const path = address.slice(1);
      const inSource = isServed(path, config)
        ? spellings(path).map((one) => joinPath(site.root, one))
        : [];
      const inTheme = spellings(path).map((one) => joinPath(theme, one));
      return [...assetsAt(address, assetFolders()), ...inSource, ...inTheme];
    },
    besideArticle: (facts, path) =>
      config.post_asset_folder ? [joinPath(assetFolder(facts), path.replace(/^\.\//, ""))] : [],
    // Hexo's server and the usual hosts answer `/x` with `x.html`.
    sameAs: (address) => (/\/[^/.]+$/.test(address) ? [`${address}.html`] : []),
  };
};

function postOf(
  facts: ArticleFacts,
  { root }: { readonly root: string },
  config: HexoConfig,
): HexoPost | undefined {
  const folders = config.render_drafts ? ["_posts", "_drafts"] : ["_posts"];
  for (const folder of folders) {
    const inside = below(facts.path, joinPath(root, folder));
    if (inside === undefined || !isPostFile(inside, folder, config)) continue;
    const isHidden = facts.route.values.published === false && !config.render_drafts;
    return isHidden ? undefined : hexoPost(facts, inside, config);
  }
  return undefined;
}

/** Where a page is written to; undefined for what Hexo leaves out. */
function pagePath(inside: string, facts: ArticleFacts, config: HexoConfig): string | undefined {
  if (!isServed(inside, config)) return undefined;
  if (/\.mdx$/i.test(inside) || matches(inside, config.skip_render)) return inside;
  const { permalink } = facts.route.values;
  if (typeof permalink !== "string" || permalink === "") return `${withoutExtension(inside)}.html`;
  const path = permalink.endsWith("/") ? `${permalink}index` : permalink;
  return /[^/]\.[^/.]*$/.test(path) ? path : `${path}.html`;
}

/** Whether Hexo serves what lies at this path below `source`. */
function isServed(path: string, { include, exclude, ignore }: HexoConfig): boolean {
  if (/[%~]$/.test(path) || matches(path, exclude) || matches(`source/${path}`, ignore))
    return false;
  return !/(?:^|\/)[_.]/.test(path) || matches(path, include);
}

/** The address that a post's assets lie below. */
function folderOf(path: string): string {
  return `${normalise(path)
    .replace(/\.html?$/, "")
    .replace(/\/$/, "")}/`;
}

function spellings(path: string): readonly string[] {
  const bare = withoutExtension(path);
  const sources = RENDERED[path.slice(bare.length)] ?? [];
  return [path, ...sources.map((ending) => bare + ending)];
}

/** What lies in the asset folders of the posts whose addresses an address begins with. */
function assetsAt(address: string, folders: ReadonlyMap<string, string>): readonly string[] {
  if (folders.size === 0) return [];
  const found: string[] = [];
  for (let end = address.indexOf("/", 1); end !== -1; end = address.indexOf("/", end + 1)) {
    const folder = folders.get(address.slice(0, end + 1));
    if (folder !== undefined && end + 1 < address.length)
      found.push(...spellings(address.slice(end + 1)).map((one) => joinPath(folder, one)));
  }
  return found;
}

/** Former addresses, where the plugin that serves them may be there. */
function aliasesOf(facts: ArticleFacts, plugins: ReadonlySet<string> | undefined) {
  if (plugins?.has("hexo-generator-alias") === false) return [];
  const places = facts.route.aliasPlaces ?? [];
  const { alias } = facts.route.values;
  const list: readonly unknown[] = Array.isArray(alias) ? alias : [alias];
  return list.flatMap((value) =>
    typeof value === "string" && value !== ""
      ? [
          {
            address: normalise(value),
            range: places.find((place) => place.value === value.trim())?.range,
          },
        ]
      : [],
  );
}

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

/** Packages of a site; undefined when its package.json is not there or names no Hexo plugin. */
function packagesOf(path: string, files: SiteFiles | undefined): ReadonlySet<string> | undefined {
  const text = files?.text(path);
  if (text === undefined) return undefined;
  try {
    const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(text));
    const names = [dependencies, devDependencies].flatMap((list) => Object.keys(list));
    return names.some((name) => name.startsWith("hexo")) ? new Set(names) : undefined;
  } catch {
    return undefined;
  }
}
