import { parseDocument } from "yaml";
import { normalise } from "../../engine/address.js";
import type { Generation } from "../../engine/router.js";
import type { SiteTable } from "../../facts/site-settings.js";
import type { JekyllConfig } from "./config.js";
import type { JekyllDocument } from "./document.js";
import { datePlaceholders, expandPermalink, slugify } from "./permalink.js";
import themes from "./themes.json" with { type: "json" };

/** Addresses of the files that a plugin makes, besides those that follow from the articles. */
const PLUGIN_FILES: Readonly<Record<string, readonly string[]>> = {
  "jekyll-sitemap": ["/sitemap.xml", "/robots.txt"],
  "jekyll-redirect-from": ["/redirects.json"],
};

/** Themes whose assets hold no pages; as gems and on a host, without its owner. */
const WITHOUT_PAGES: ReadonlySet<string> = new Set(themes.withoutPages);

const ARCHIVES: Readonly<Record<string, string>> = {
  year: "/:year/",
  month: "/:year/:month/",
  day: "/:year/:month/:day/",
  category: "/category/:name/",
  tag: "/tag/:name/",
};

/** What the generated pages of a site depend on. */
export interface JekyllSurroundings {
  readonly config: JekyllConfig;
  readonly documents: readonly JekyllDocument[];
  /** Names of plugins; undefined when nobody can tell. */
  readonly plugins: ReadonlySet<string> | undefined;
  /** Whether code of the site's own makes pages. */
  readonly hasGenerators: boolean;
  /** Permalinks in the front matter of files that are no articles. */
  readonly otherPermalinks: readonly string[];
}

/** The pages that Jekyll's plugins make: further pages of lists, archives, feeds. */
export class JekyllPages {
  readonly #site: JekyllSurroundings;
  readonly #sure = new Set<string>();
  readonly #open = new Set<string>();
  /** Folders of posts: nothing but posts lies there. */
  readonly #postFolders = new Set<string>();

  constructor(site: JekyllSurroundings) {
    this.#site = site;
    const { config, documents } = site;
    const posts = documents.filter(({ kind }) => kind === "post");
    const indexes = documents.filter(({ facts }) => /(?:^|\/)index\.html$/.test(facts.path));
    for (const address of site.otherPermalinks) this.#sure.add(normalise(address));
    for (const [plugin, files] of Object.entries(PLUGIN_FILES)) this.#add(plugin, files);
    this.#add("jekyll-feed", [config.feed.path]);
    if (config.paginate !== undefined) {
      const total = Math.ceil(posts.length / config.paginate);
      const folders = ["/", ...indexes.flatMap(({ addresses }) => addresses)];
      for (let page = 2; page <= total; page++) {
        const path = config.paginate_path.replaceAll(":num", String(page));
        for (const folder of folders)
          this.#sure.add(asFolder(path.startsWith("/") ? path : folder + path));
      }
    }
    this.#archives(posts);
    for (const { addresses } of posts)
      for (const address of addresses) this.#postFolders.add(parentOf(address));
  }

  generates(address: string): Generation {
    if (this.#sure.has(address) || this.#sure.has(asFolder(address))) return "yes";
    if (this.#open.has(address)) return "maybe";
    const { config, hasGenerators } = this.#site;
    const isPage = /(?:\/|\.html?|\/[^/.]+)$/.test(address);
    const isPost = this.#postFolders.has(parentOf(address)) && parentOf(address) !== "/";
    if (isPage && config.pagination.enabled && /\/(?:page)?\/?\d+\/?$/.test(address))
      return "maybe";
    if (isPage && hasGenerators && !isPost) return "maybe";
    const theme = config.remote_theme ?? config.theme;
    if (theme === undefined) return "no";
    // Jekyll publishes the pages in the assets of a theme: lists of tags, of contributors, a search.
    if (TOP_PAGE.test(address) && !WITHOUT_PAGES.has(nameOf(theme))) return "maybe";
    return /^\/assets\/.*\.(?:css|js|map|woff2?|svg)$/.test(address) ? "maybe" : "no";
  }

  #add(plugin: string, files: readonly string[]): void {
    const { plugins } = this.#site;
    const list = plugins === undefined ? this.#open : this.#sure;
    if (plugins?.has(plugin) !== false) for (const file of files) list.add(normalise(file));
  }

  #archives(posts: readonly JekyllDocument[]): void {
    const { enabled, permalinks } = this.#site.config["jekyll-archives"];
    if (this.#site.plugins?.has("jekyll-archives") === false) return;
    const isOn = (...kinds: readonly string[]): boolean =>
      enabled === "all" || kinds.some((kind) => enabled.includes(kind));
    const add = (kind: string, values: Readonly<Record<string, string>>): void => {
      const pattern = permalinks[kind] ?? ARCHIVES[kind] ?? "";
      this.#sure.add(normalise(expandPermalink(pattern, values).path));
    };
    for (const { dates, tags, categories } of posts) {
      for (const clock of dates) {
        const values = datePlaceholders(clock);
        for (const kind of ["year", "month", "day"]) if (isOn(kind)) add(kind, values);
      }
      if (isOn("tags", "tag")) for (const tag of tags) add("tag", { name: slugify(tag) });
      if (isOn("categories", "category"))
        for (const category of categories) add("category", { name: slugify(category) });
    }
  }
}

/** A page right below the root. */
const TOP_PAGE = /^\/[^/.]+\/?$/;

/** `owner/theme@v1` → `theme` */
function nameOf(theme: string): string {
  return theme.replace(/@.*$/, "").replace(/^.*\//, "");
}

function asFolder(address: string): string {
  return normalise(address.endsWith("/") || /\.[a-z]+$/.test(address) ? address : `${address}/`);
}

function parentOf(address: string): string {
  return address.replace(/[^/]*\/?$/, "");
}

/** The front matter of a file that is no article; empty when it has none. */
export function frontMatterOf(text: string | undefined): SiteTable {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text?.slice(0, 5000) ?? "");
  if (match === null || match.index !== 0) return {};
  const value: unknown = parseDocument(match[1] ?? "", { logLevel: "silent" }).toJSON();
  return typeof value === "object" && value !== null ? { ...value } : {};
}
