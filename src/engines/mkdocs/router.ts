import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter, Generation } from "../../engine/router.js";
import type { Routes } from "../../facts/routes.js";
import { colonFootnoteId } from "../footnote-ids.js";
import { fileAt, joinPath } from "../read/config-value.js";
import { namesIn } from "../read/names-in.js";
import { isPageFile, isServed, mkdocsConfig } from "./config.js";
import { mkdocsEdition } from "./editions.js";
import { headingAnchors } from "./heading-ids.js";
import plugins from "./plugins.json" with { type: "json" };

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

const MADE = new Set([
  "/404.html",
  "/sitemap.xml",
  "/sitemap.xml.gz",
  "/objects.inv",
  "/search/search_index.json",
]);

/** Files that the themes `material`, `mkdocs` and `readthedocs` bring along, and cards of the plugin `social`. */
const THEME_FILE =
  /^\/(?:assets\/(?:javascripts|stylesheets|external|images\/(?:favicon\.png|social\/))|css\/(?:base|bootstrap|font-awesome|fonts|theme|v4)|js\/(?:base|bootstrap|darkmode|html5shiv|jquery|modernizr|theme|v4)|img\/(?:favicon\.ico|grid\.png)|webfonts\/|fonts\/|search\/)/;

const NO_PAGES: ReadonlySet<string> = new Set(plugins.noPages);
const MOVES_PAGES: ReadonlySet<string> = new Set(plugins.movesPages);

/** MkDocs: each Markdown file below `docs_dir` at its path, `index` and `README` at their folder's; other files are copied. */
export const createMkdocsRouter: CreateRouter = (site, _articles, files) => {
  const config = mkdocsConfig(site.config);
  const names = Object.keys(config.plugins);
  const blog = ["blog", "material/blog"].find((name) => names.includes(name));
  const blogFolder = blog === undefined ? undefined : folderOf(config.plugins[blog]?.blog_dir);
  const movesPages = names.some((name) => MOVES_PAGES.has(name));
  const makesPages = lazily(
    () =>
      names.some(
        (name) => !NO_PAGES.has(name) && name !== blog && !/^(?:material\/)?tags$/.test(name),
      ) ||
      config.hooks.some((hook) =>
        /\bon_(?:files|nav|env)\b/.test(files?.text(joinPath(site.folder, hook)) ?? ""),
      ),
  );

  const isPost = (inside: string): boolean =>
    blogFolder !== undefined && below(inside, joinPath(blogFolder, "posts")) !== undefined;

  return {
    routesOf: ({ path }) => {
      const inside = below(path, site.root);
      if (inside === undefined || !isPageFile(inside, config)) return NOWHERE;
      if (isPost(inside)) return { addresses: [], aliases: [], certain: false };
      const address = pageAddress(inside, config.use_directory_urls);
      return { addresses: [address], aliases: [], certain: !movesPages };
    },
    editionOf: ({ path }) => {
      const inside = below(path, site.root);
      return inside === undefined ? undefined : mkdocsEdition(inside, config.plugins.i18n);
    },
    // Material's `plugins/blog/plugin.py` takes the names of a post's authors from this file.
    namesOf: ({ path }, key) => {
      const inside = below(path, site.root);
      const options = blog === undefined ? undefined : config.plugins[blog];
      if (key !== "authors" || inside === undefined || !isPost(inside) || options === undefined)
        return undefined;
      const { authors, authors_file: named } = options;
      if (authors !== undefined && authors !== true) return undefined;
      if (named !== undefined && typeof named !== "string") return undefined;
      const map = (named ?? "{blog}/.authors.yml").replace("{blog}", blogFolder ?? "blog");
      const file = joinPath(site.root, map);
      const names = namesIn(files?.text(file), "authors");
      return names === undefined ? undefined : { file, names };
    },
    generates: (address): Generation => {
      if (MADE.has(address)) return "yes";
      if (blogFolder !== undefined && below(address, `/${blogFolder}`) !== undefined)
        return "maybe";
      if (THEME_FILE.test(address)) return "maybe";
      return makesPages() ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const path = address.slice(1);
      const folders = isServed(path, config) ? [site.root] : [];
      const { custom_dir: custom } = config.theme;
      const own = custom === undefined ? [] : [joinPath(site.folder, custom)];
      return [...folders, ...own].map((folder) => joinPath(folder, path));
    },
    besideArticle: (facts, path) => {
      if (path.startsWith("/")) return [joinPath(site.root, fileAt("", path) ?? "")];
      const inside = below(facts.path, site.root) ?? "";
      const target = fileAt(inside.slice(0, Math.max(0, inside.lastIndexOf("/"))), path);
      return target === undefined ? [] : [joinPath(site.root, target)];
    },
    // MkDocs adds the files of the theme to those of the site, so that links may name them.
    mayRewrite: (facts, { url, from }) => {
      if (from !== "a[href]" && from !== "img[src]") return false;
      const inside = below(facts.path, site.root) ?? "";
      const target = fileAt(inside.slice(0, Math.max(0, inside.lastIndexOf("/"))), url);
      return target !== undefined && THEME_FILE.test(`/${target}`);
    },
    sameAs: (address) => (/\/[^/.]+$/.test(address) ? [`${address}/`] : []),
    anchorsOf: (facts) => {
      const inside = below(facts.path, site.root) ?? "";
      const { tags_file: file } = config.plugins.tags ?? config.plugins["material/tags"] ?? {};
      if (inside === file || /(?:^|\/)tags\.md$/.test(inside)) return undefined;
      const named = config.markdown_extensions.attr_list ?? config.markdown_extensions.extra;
      const open = facts.headings.filter(({ id }) => named === undefined || id === undefined);
      // A macro of the site writes it, and its id.
      if (open.some(({ text }) => text === "")) return undefined;
      return [...headingAnchors(open, facts.ids, config), ...facts.ids.flatMap(colonFootnoteId)];
    },
  };
};

/** Where a page goes: `a.md` to `/a/` or `/a.html`. */
export function pageAddress(inside: string, isFolder: boolean): string {
  const bare = inside.replace(/\.[^./]+$/, "");
  if (/(?:^|\/)(?:index|README)$/.test(bare)) return normalise(bare.replace(/[^/]*$/, ""));
  return normalise(isFolder ? `${bare}/` : `${bare}.html`);
}

function folderOf(value: unknown): string {
  const folder = typeof value === "string" ? value : "blog";
  return folder.replace(/^\.?\/?|\/$/g, "");
}
