import { dirname, resolve } from "node:path";
import type { Project } from "../../config/project.js";
import { findRoot } from "../../config/root.js";
import { isInside } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import type { FoundArticle } from "./walk.js";

/**
 * The folder that paths in reports are relative to: that of the config, when one config holds for all
 * articles and they lie below it; else the project's root.
 */
export function baseFolder(articles: readonly FoundArticle[], project: Project): string {
  const configs = new Set(articles.map(({ config }) => config));
  const [config] = configs;
  if (configs.size !== 1 || config?.file === undefined) return project.root;
  const { folder } = config;
  const holdsAll =
    isInside(folder, project.root) && articles.every(({ path }) => isInside(path, folder));
  return holdsAll ? folder : project.root;
}

/**
 * The folder whose project is meant when every named path lies outside the one around `cwd`, such as
 * `copydesk ../other/article.md`; undefined when the project around `cwd` is meant.
 */
export function elsewhere(
  paths: readonly string[],
  cwd: string,
  files: FileSystem,
): string | undefined {
  const root = findRoot(cwd);
  const here = files.realPath(cwd);
  const folders = paths.flatMap((path) => {
    const absolute = resolve(here, path);
    const kind = files.kindOf(absolute);
    if (kind === undefined) return [];
    // What is named inside the project belongs to it, wherever a link on the way leads.
    if (isInside(absolute, root)) return [root];
    try {
      return [files.realPath(kind === "folder" ? absolute : dirname(absolute))];
    } catch {
      return [];
    }
  });
  const [first] = folders;
  if (first === undefined || folders.some((folder) => isInside(folder, root))) return undefined;
  let common = first;
  while (!folders.every((folder) => isInside(folder, common))) common = dirname(common);
  return dirname(common) === common ? first : common;
}
