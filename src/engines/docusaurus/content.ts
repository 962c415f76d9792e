import { lazily } from "../../article/lazily.js";
import { below, join } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { UNREADABLE } from "../../facts/site-settings.js";
import { joinPath, routePath, siteGlobs } from "../read/config-value.js";
import type { BlogPlugin, DocsPlugin, DocusaurusConfig, PagesPlugin } from "./config.js";
import { docSlug, postSlug } from "./names.js";

/** What Docusaurus leaves out unless a plugin's `exclude` says otherwise. */
const USUAL_EXCLUDES = [
  "**/_*.{js,jsx,ts,tsx,md,mdx}",
  "**/_*/**",
  "**/*.test.{js,jsx,ts,tsx}",
  "**/__tests__/**",
];

/** A file of one of Docusaurus' content plugins. */
export type ContentFile = {
  /** The locale whose translation it is; undefined for the default one's. */
  readonly locale: string | undefined;
  /** Path relative to the plugin's folder (of the version, for documents). */
  readonly path: string;
  /** The folder of the plugin's content that it lies in, relative to the project root. */
  readonly folder: string;
} & (
  | { readonly kind: "docs"; readonly plugin: DocsPlugin; readonly version: string | undefined }
  | { readonly kind: "blog"; readonly plugin: BlogPlugin }
  | { readonly kind: "pages"; readonly plugin: PagesPlugin }
);

/** Address of a page as Docusaurus names it, without locale; a slash at its end for the page of a folder. */
export interface Permalink {
  readonly path: string;
  readonly certain: boolean;
}

/** Where the content of a Docusaurus site lies, and what its pages are called. */
export class DocusaurusContent {
  readonly #site: SiteSettings;
  readonly #config: DocusaurusConfig;
  readonly #files: SiteFiles | undefined;
  readonly #excludes = new Map<object, (path: string) => boolean>();
  /** Versions of each docs plugin, the newest first. */
  readonly #versions: () => ReadonlyMap<DocsPlugin, readonly string[]>;

  constructor(site: SiteSettings, config: DocusaurusConfig, files: SiteFiles | undefined) {
    this.#site = site;
    this.#config = config;
    this.#files = files;
    this.#versions = lazily(
      () => new Map(config.docs.map((plugin) => [plugin, this.#versionsOf(plugin)])),
    );
  }

  /** Which plugin publishes a file; undefined for one that none does. */
  fileAt(path: string): ContentFile | undefined {
    const inside = below(path, this.#site.folder);
    const found =
      (inside === undefined ? undefined : (this.#translated(inside) ?? this.#versioned(inside))) ??
      this.#plain(path);
    return found === undefined || this.#isExcluded(found) ? undefined : found;
  }

  /** The address of an article by its file and front matter. */
  permalinkOf(file: ContentFile, { route }: ArticleFacts): Permalink {
    const base = this.baseOf(file);
    const { values } = route;
    const slug = textOf(values.slug);
    if (file.kind === "pages") return { path: pagePath(base, file.path), certain: true };
    if (file.kind === "blog")
      return { path: routePath(base, slug ?? postSlug(file.path)), certain: true };
    const { numberPrefixParser } = file.plugin;
    const stripNumbers = values.parse_number_prefixes !== false && numberPrefixParser !== false;
    const own = docSlug(file.path, { id: textOf(values.id), slug, stripNumbers });
    const path = routePath(base, own);
    return {
      path: own.endsWith("/") && path !== "/" ? `${path}/` : path,
      certain: numberPrefixParser !== UNREADABLE || !/(?:^|\/)\d/.test(file.path),
    };
  }

  /** The address that a plugin's pages lie below, its version's for documents. */
  baseOf(file: ContentFile): string {
    if (file.kind !== "docs") return routePath(file.plugin.routeBasePath);
    return routePath(file.plugin.routeBasePath, this.#versionPath(file.plugin, file.version));
  }

  /** The folders in which Docusaurus looks for `other.md`, besides that of the article. */
  foldersOf(file: ContentFile): readonly string[] {
    return [...new Set([file.folder, this.folderOf(file.plugin) ?? file.folder])];
  }

  /** Where a plugin's content lies, relative to the project root; undefined where that is outside of it. */
  folderOf({ path }: DocsPlugin | BlogPlugin | PagesPlugin): string | undefined {
    return join(this.#site.folder, path);
  }

  /** Where the translation of a file would lie, relative to the project root. */
  translationOf(file: ContentFile, locale: string): string {
    const { kind, plugin } = file;
    const name = `docusaurus-plugin-content-${kind}${plugin.id === "default" ? "" : `-${plugin.id}`}`;
    const version =
      kind === "docs"
        ? `${file.version === undefined ? "current" : `version-${file.version}`}/`
        : "";
    return joinPath(this.#site.folder, `i18n/${locale}/${name}/${version}${file.path}`);
  }

  #plain(file: string): ContentFile | undefined {
    const { docs, blogs, pages } = this.#config;
    const plugins = [
      ...docs.map((plugin) => ({ kind: "docs", plugin, version: undefined }) as const),
      ...blogs.map((plugin) => ({ kind: "blog", plugin }) as const),
      ...pages.map((plugin) => ({ kind: "pages", plugin }) as const),
    ].sort((left, right) => right.plugin.path.length - left.plugin.path.length);
    for (const entry of plugins) {
      const folder = this.folderOf(entry.plugin);
      const path = folder === undefined ? undefined : below(file, folder);
      if (folder === undefined || path === undefined) continue;
      return { ...entry, path, locale: undefined, folder };
    }
    return undefined;
  }

  #versioned(inside: string): ContentFile | undefined {
    const found = /^(?:(.+)_)?versioned_docs\/version-([^/]+)\/(.+)$/.exec(inside);
    if (found === null) return undefined;
    const [, id = "default", version = "", path = ""] = found;
    const plugin = this.#config.docs.find((docs) => docs.id === id);
    const folder = joinPath(this.#site.folder, inside.slice(0, -path.length - 1));
    return plugin && { kind: "docs", plugin, version, path, locale: undefined, folder };
  }

  #translated(inside: string): ContentFile | undefined {
    const found =
      /^i18n\/([^/]+)\/docusaurus-plugin-content-(docs|blog|pages)(?:-([^/]+))?\/(.+)$/.exec(
        inside,
      );
    if (found === null) return undefined;
    const [, code = "", kind, id = "default", rest = ""] = found;
    const locale = code === this.#config.defaultLocale ? undefined : code;
    const folderOf = (path: string): string =>
      joinPath(this.#site.folder, inside.slice(0, -path.length - 1));
    if (kind === "docs") {
      const plugin = this.#config.docs.find((docs) => docs.id === id);
      const [, name = "", path = ""] = /^(current|version-[^/]+)\/(.+)$/.exec(rest) ?? [];
      if (plugin === undefined || path === "") return undefined;
      const version = name === "current" ? undefined : name.slice("version-".length);
      return { kind, plugin, version, path, locale, folder: folderOf(path) };
    }
    if (kind === "blog") {
      const plugin = this.#config.blogs.find((blog) => blog.id === id);
      return plugin && { kind, plugin, path: rest, locale, folder: folderOf(rest) };
    }
    const plugin = this.#config.pages.find((pages) => pages.id === id);
    return plugin && { kind: "pages", plugin, path: rest, locale, folder: folderOf(rest) };
  }

  #isExcluded({ plugin, path }: ContentFile): boolean {
    let matches = this.#excludes.get(plugin);
    if (matches === undefined) {
      matches = siteGlobs(plugin.exclude ?? USUAL_EXCLUDES);
      this.#excludes.set(plugin, matches);
    }
    return matches(path);
  }

  #versionPath(plugin: DocsPlugin, version: string | undefined): string {
    const versions = this.#versions().get(plugin) ?? [];
    const name = version ?? "current";
    const own = plugin.versions[name]?.path;
    if (own !== undefined) return own;
    const last = plugin.lastVersion ?? versions[0] ?? "current";
    if (name === last) return "";
    return name === "current" ? "next" : name;
  }

  /** By `versions.json`, the newest first; without it none. */
  #versionsOf(plugin: DocsPlugin): readonly string[] {
    if (plugin.disableVersioning) return [];
    const prefix = plugin.id === "default" ? "" : `${plugin.id}_`;
    const text = this.#files?.text(joinPath(this.#site.folder, `${prefix}versions.json`));
    try {
      const list: unknown = JSON.parse(text ?? "[]");
      return Array.isArray(list) ? list.map(String) : [];
    } catch {
      return [];
    }
  }
}

/** The address of a page component or Markdown page in `src/pages`. */
export function pagePath(base: string, path: string): string {
  return routePath(base, path.replace(/\.\w+$/, "").replace(/(?:^|\/)index$/, ""));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
