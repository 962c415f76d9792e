import { join } from "node:path";
import { CONFIG_FILES } from "../../config/load/find-config.js";
import type { Project } from "../../config/project.js";
import type { ExpandedConfig } from "../../config/resolve/expand.js";
import { type Entry, type FileSystem, isNeverSearched } from "../../files/file-system.js";
import type { IgnoreFiles } from "../files/ignore-files.js";

const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

/** Whether a file name is that of an article. */
export function isArticleName(name: string): boolean {
  return ARTICLE.test(name);
}

/** Whether a file name is that of Markdown or MDX. */
export function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(name);
}

/** The endings of articles, for people. */
export const ARTICLE_ENDINGS = ".md, .markdown, .mdx, .html or .htm";

/** An article to be checked: its absolute path and the config that holds for it. */
export interface FoundArticle {
  readonly path: string;
  readonly config: ExpandedConfig;
}

export interface WalkOptions {
  readonly project: Project;
  readonly files: FileSystem;
  /** Undefined with `--no-ignore`; then the configs' `ignores` are not asked either. */
  readonly ignores: IgnoreFiles | undefined;
  /** Whether names that begin with a dot are looked at. */
  readonly hidden: boolean;
  /** Further folder names to leave out. */
  readonly skip: readonly string[];
  /** Whether the file at a path is an article; by its ending when absent. */
  readonly isArticle?: (path: string) => boolean;
  /** Hears of folders that cannot be listed. */
  readonly unreadable: (folder: string, error: unknown) => void;
}

/** Most folders in one another that are searched: each path is resolved folder by folder, so depth costs its square. */
const MOST_DEPTH = 100;

const CONFIG_NAMES: ReadonlySet<string> = new Set(CONFIG_FILES);

/**
 * The articles in a folder and the folders below it, in order of their names. Links are never followed, so
 * no walk goes in circles or leaves the project. A folder's `ignores` hold for the folders below it, also
 * where those have a config of their own.
 */
export async function* walk(folder: string, options: WalkOptions): AsyncGenerator<FoundArticle> {
  const config = await options.project.configFor(folder);
  yield* walkEntries(folder, list(folder, options), [config], options, 1);
}

async function* walkEntries(
  folder: string,
  entries: readonly Entry[],
  configs: readonly ExpandedConfig[],
  options: WalkOptions,
  depth: number,
): AsyncGenerator<FoundArticle> {
  const { ignores, isArticle = isArticleName } = options;
  const nearest = configs.at(-1);
  const isIgnored = (path: string): boolean =>
    ignores !== undefined && configs.some((config) => config.ignores(path));
  for (const { name, kind } of entries) {
    if (isNeverSearched(name) || (name.startsWith(".") && !options.hidden)) continue;
    const path = join(folder, name);
    if (kind === "file" && isArticle(path)) {
      if (nearest === undefined || ignores?.ignoresFile(path) === true || isIgnored(path)) continue;
      yield { path, config: nearest };
    } else if (kind === "folder" && !options.skip.includes(name)) {
      if (ignores?.ignoresFolder(path) === true || isIgnored(path)) continue;
      if (depth === MOST_DEPTH) {
        options.unreadable(path, new Error(`It lies ${MOST_DEPTH} folders deep.`));
        continue;
      }
      const inside = list(path, options);
      const ownConfig = inside.some((entry) => CONFIG_NAMES.has(entry.name));
      const config = ownConfig ? await options.project.configFor(path) : nearest;
      const known = config === undefined || configs.includes(config);
      yield* walkEntries(path, inside, known ? configs : [...configs, config], options, depth + 1);
    }
  }
}

function list(folder: string, { files, unreadable }: WalkOptions): readonly Entry[] {
  try {
    return files.entries(folder);
  } catch (error) {
    unreadable(folder, error);
    return [];
  }
}
