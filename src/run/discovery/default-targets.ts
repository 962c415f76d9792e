import { join } from "node:path";
import type { Project } from "../../config/project.js";
import type { ExpandedConfig } from "../../config/resolve/expand.js";
import type { DetectedSite } from "../../config/site/detected-site.js";
import type { SiteFinder } from "../../config/site/find-site.js";
import { siteFacts } from "../../config/site/site-settings.js";
import type { Engine } from "../../engine/engine.js";
import { isInside, pathFrom } from "../../engine/paths.js";
import { plainFolders } from "../../engines/index.js";
import type { FileSystem } from "../../files/file-system.js";
import { isArticleName } from "./walk.js";

/** A folder to search when no paths are given. */
export interface DefaultTarget {
  readonly folder: string;
  /** Names of folders in it that hold templates or output, not articles. */
  readonly skip: readonly string[];
  /** Whether it holds only what a site publishes, so that other articles may lie outside. */
  readonly isOfSite: boolean;
  /** Whether the file at an absolute path is an article. */
  isArticle(path: string): boolean;
}

/** Where default targets are looked for. */
export interface Surroundings {
  readonly project: Project;
  readonly files: FileSystem;
  /** Whether a folder is none of the project's: ignored ones. */
  readonly isLeftOut: (folder: string) => boolean;
}

/**
 * The config's folder when it says which `files` are articles; else the content folders of the site around
 * the working directory; else those of the sites in the folders below it; else the working directory.
 *
 * @param folder a folder to take for the working directory
 */
export function defaultTargets(
  config: ExpandedConfig,
  { project, files, isLeftOut }: Surroundings,
  folder = project.cwd,
): readonly DefaultTarget[] {
  if (config.files !== undefined) return [wholeTarget(config.folder)];
  const named = config.layers.findLast(
    (layer) => layer.applies === undefined && layer.values.engine !== undefined,
  )?.values.engine;
  const finder = project.sitesOf(config);
  const site = finder.find(folder, named);
  const engine = named ?? site?.engine ?? plainFolders;
  const around = config.file === undefined ? folder : config.folder;
  if (site === undefined && named === undefined) {
    const sites = finder.below(around, isLeftOut);
    if (sites.length > 0)
      return sites.flatMap((one) =>
        contentOf(one.engine, one, one.folder, finder, { project, files }),
      );
  }
  if (!engine.publishes) return [plainTarget(folder === project.cwd ? folder : around, files)];
  return contentOf(engine, site, site?.folder ?? around, finder, { project, files });
}

function wholeTarget(folder: string): DefaultTarget {
  return { folder, skip: [], isOfSite: false, isArticle: isArticleName };
}

/** Input of tests: `test/fixtures`, `spec/a/fixtures`, `testdata`, `__fixtures__`. */
const TEST_INPUT =
  /(?:^|\/)(?:(?:tests?|specs?|__tests__)\/(?:[^/]+\/)*(?:fixtures?|cases|snapshots|data)|testdata|__(?:fixtures|mocks|snapshots)__)\//i;
/** Tags that only templates have, wherever they begin. */
const TEMPLATE = /\{%-?\s*(?:block|else|extends|for|if|include|load|macro|set)\b/;
/** How much of a file is looked at for them. */
const TEMPLATE_START = 4096;

/** A plain folder: input of tests and templates are no articles. */
function plainTarget(folder: string, files: FileSystem): DefaultTarget {
  const isArticle = (path: string): boolean =>
    isArticleName(path) &&
    !TEST_INPUT.test(pathFrom(folder, path)) &&
    !(/\.html?$/i.test(path) && isTemplate(path, files));
  return { ...wholeTarget(folder), isArticle };
}

/** Whether a program fills a file in; one with front matter is an article of some engine. */
function isTemplate(path: string, files: FileSystem): boolean {
  try {
    const start = new TextDecoder().decode(files.readStart(path, TEMPLATE_START));
    return !/^---\s/.test(start) && TEMPLATE.test(start);
  } catch {
    return false;
  }
}

function contentOf(
  engine: Engine,
  site: DetectedSite | undefined,
  home: string,
  finder: SiteFinder,
  { project, files }: Pick<Surroundings, "project" | "files">,
): readonly DefaultTarget[] {
  const { content, isArticle } = siteFacts(engine, site, finder.reader);
  const folders = content
    .map((folder) => join(home, folder))
    .filter((folder) => isFolderIn(folder, project.root, files));
  return (folders.length > 0 ? folders : [home]).map((folder) => ({
    folder,
    skip: engine.folders.notArticles,
    isOfSite: engine.publishes,
    isArticle:
      isArticle === undefined
        ? isArticleName
        : (path) => isArticle(pathFrom(home, path), () => hasFrontMatter(path, files)),
  }));
}

/** Whether a path leads to a folder inside the root; a link itself is none. */
function isFolderIn(folder: string, root: string, files: FileSystem): boolean {
  try {
    return files.kindOf(folder) === "folder" && isInside(files.realPath(folder), root);
  } catch {
    return false;
  }
}

function hasFrontMatter(path: string, files: FileSystem): boolean {
  try {
    return /^---\s/.test(new TextDecoder().decode(files.readStart(path, 4)));
  } catch {
    return false;
  }
}
