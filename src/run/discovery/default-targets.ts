import { join } from "node:path";
import type { Project } from "../../config/project.js";
import type { ExpandedConfig } from "../../config/resolve/expand.js";
import { siteFacts } from "../../config/site/site-settings.js";
import { isInside } from "../../engine/paths.js";
import { plainFolders } from "../../engines/index.js";
import type { FileSystem } from "../files/file-system.js";

/** Folders to search when no paths are given. */
export interface DefaultTargets {
  readonly folders: readonly string[];
  /** Names of folders in them that hold templates or output, not articles. */
  readonly skip: readonly string[];
}

/**
 * The config's folder when it says which `files` are articles; else the content folders of the site around
 * the working directory; else the working directory.
 *
 * @param folder a folder to take for the working directory
 */
export function defaultTargets(
  project: Project,
  config: ExpandedConfig,
  files: FileSystem,
  folder = project.cwd,
): DefaultTargets {
  if (config.files !== undefined) return { folders: [config.folder], skip: [] };
  const named = config.layers.findLast(
    (layer) => layer.applies === undefined && layer.values.engine !== undefined,
  )?.values.engine;
  const site = project.sitesOf(config).find(folder, named);
  const engine = named ?? site?.engine ?? plainFolders;
  const around = config.file === undefined ? folder : config.folder;
  if (!engine.publishes) return { folders: [folder === project.cwd ? folder : around], skip: [] };
  const home = site?.folder ?? around;
  const folders = siteFacts(engine, site)
    .content.map((folder) => join(home, folder))
    .filter((folder) => isInside(folder, project.root) && files.kindOf(folder) === "folder");
  return { folders: folders.length > 0 ? folders : [home], skip: engine.folders.notArticles };
}
