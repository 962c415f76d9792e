import type { IndexedArticle } from "./contract.js";

/** Endings of files that are articles. */
export const ARTICLE_EXTENSION = /\.(?:md|markdown|mdx|html?)$/i;

const EXTENSIONS = [".md", ".mdx", ".markdown", ".html", ".htm"];
const INDEX_FILES = [
  "index.md",
  "index.mdx",
  "index.markdown",
  "index.html",
  "index.htm",
  "_index.md",
  "README.md",
];

/** Where a root-relative path may lie: the site's sources, its static and content folders, the site itself, the project. */
export function rootFolders({ engine, settings }: IndexedArticle): readonly string[] {
  const { site } = settings;
  const { folders } = engine;
  const own = [...folders.static, folders.sources, ...folders.content];
  const inSite = (folder: string): string =>
    site.folder === "" || folder === "" ? site.folder + folder : `${site.folder}/${folder}`;
  return [...new Set([site.root, ...site.staticDirs, ...own.map(inSite), site.folder, ""])];
}

/** Both readings of a relative path by files: from the article's folder, and from a folder of its own name. */
export function relativeFolders(path: string): readonly string[] {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const name = path.slice(path.lastIndexOf("/") + 1).replace(ARTICLE_EXTENSION, "");
  return [folder, folder === "" ? name : `${folder}/${name}`];
}

/** Source files that a path may stand for: itself, with an ending, as a folder, by the name of its output. */
export function candidates(target: string): readonly string[] {
  const inside = INDEX_FILES.map((name) => (target === "" ? name : `${target}/${name}`));
  if (target === "") return inside;
  const bare = target.replace(/\.html?$/i, "");
  const sources = bare === target ? [] : EXTENSIONS.map((extension) => bare + extension);
  return [target, ...EXTENSIONS.map((extension) => target + extension), ...inside, ...sources];
}

/** File names under which a page of this name may lie. */
export function fileNames(name: string): readonly string[] {
  return [name, ...EXTENSIONS.map((extension) => name + extension)];
}
