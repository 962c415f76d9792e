import { basename, dirname, join, resolve } from "node:path";
import type { ArticleSettings, Project } from "../config/project.js";
import type { ExpandedConfig } from "../config/resolve/expand.js";
import { NO_FLAGS } from "../config/resolve/flags.js";
import { isInside, pathFrom } from "../engine/paths.js";
import { type FileSystem, isNeverSearched } from "../files/file-system.js";
import { scanGlob } from "../patterns/globs.js";
import { commandGlob } from "./discovery/command-glob.js";
import { defaultTargets } from "./discovery/default-targets.js";
import { isSource } from "./discovery/is-source.js";
import {
  ARTICLE_ENDINGS,
  type FoundArticle,
  isArticleName,
  isMarkdownName,
  type WalkOptions,
  walk,
} from "./discovery/walk.js";
import { IgnoreFiles } from "./files/ignore-files.js";
import { MissingPath, UsageError } from "./usage-error.js";

export interface DiscoverOptions {
  readonly project: Project;
  readonly files: FileSystem;
  /** `--no-ignore`. */
  readonly noIgnore: boolean;
  /** Articles that were deleted or renamed, relative to the working directory. */
  readonly gone?: readonly string[];
}

/** What a run is going to check. */
export interface Discovery {
  /** Sorted by path, each once. */
  readonly articles: readonly FoundArticle[];
  /** Things a person should know: files named but ignored, nothing found. */
  readonly notes: readonly string[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly { readonly path: string; readonly error: unknown }[];
  /** True when nothing was named, so that the articles are all there are. */
  readonly isWhole?: boolean;
  /** How many Markdown files below the working directory belong to none of its sites; only where nothing was named. */
  readonly otherMarkdown?: number | undefined;
  /** Articles that exist no more; the links that still lead to them are wanted. */
  readonly gone?: readonly FoundArticle[];
}

/**
 * Finds the articles that paths mean: files, folders (searched whole), globs; without paths those of the
 * config's `files`, else of the engine's content folders.
 *
 * @throws {UsageError} for a path that does not exist, or lies outside the project
 * @throws {ConfigError} when a config on the way cannot be used
 */
export async function discover(
  paths: readonly string[],
  options: DiscoverOptions,
): Promise<Discovery> {
  const search = new Search(options);
  const gone = await Promise.all((options.gone ?? []).map((path) => search.goneArticle(path)));
  if (paths.length === 0 && gone.length === 0) await search.addDefault();
  for (const path of paths) await search.add(path);
  return { ...search.result([...paths, ...(options.gone ?? [])]), gone };
}

class Search {
  readonly #options: DiscoverOptions;
  readonly #ignores: IgnoreFiles;
  readonly #settings: ArticleSettings;
  readonly #found = new Map<string, FoundArticle>();
  readonly #notes: string[] = [];
  readonly #unreadable: { readonly path: string; readonly error: unknown }[] = [];
  #otherMarkdown: number | undefined;

  constructor(options: DiscoverOptions) {
    this.#options = options;
    this.#ignores = new IgnoreFiles(
      options.project.root,
      options.project.storedFiles ?? options.files,
    );
    this.#settings = options.project.settingsFrom(options.project.root, NO_FLAGS);
  }

  result(paths: readonly string[]): Discovery {
    const articles = [...this.#found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const isAnyGone = (this.#options.gone ?? []).length > 0;
    if (articles.length === 0 && this.#notes.length === 0 && !isAnyGone) {
      const where = paths.length === 0 ? "here" : `in ${paths.join(", ")}`;
      this.#notes.push(`No articles found ${where} (files with the ending ${ARTICLE_ENDINGS}).`);
    }
    return {
      articles,
      notes: this.#notes,
      unreadable: this.#unreadable,
      isWhole: paths.length === 0,
      otherMarkdown: this.#otherMarkdown,
    };
  }

  async addDefault(): Promise<void> {
    const { project, files } = this.#options;
    const config = await project.configFor(project.cwd);
    const isLeftOut = (folder: string): boolean => this.#isIgnoredFolder(folder);
    const targets = defaultTargets(config, { project, files, isLeftOut });
    for (const { folder, skip, isArticle } of targets)
      await this.#addFolder(folder, { skip, isArticle });
    if (targets.some(({ isOfSite }) => isOfSite))
      this.#otherMarkdown = await this.#countOthers(project.cwd);
  }

  /** How many Markdown files more a search of the whole folder would find. */
  async #countOthers(folder: string): Promise<number> {
    const isOther = (path: string): boolean => isMarkdownName(path) && !this.#found.has(path);
    let count = 0;
    for await (const found of this.#walk(folder, { isArticle: isOther })) {
      if (isMeant(found) && this.#isSource(found, folder)) count += 1;
    }
    return count;
  }

  /** @throws {UsageError} when the article is there after all, or lies outside the project */
  async goneArticle(path: string): Promise<FoundArticle> {
    const { project, files } = this.#options;
    const absolute = resolve(project.cwd, path);
    if (!isInside(absolute, project.root)) throw outside(path, project.root);
    if (files.kindOf(absolute) !== undefined)
      throw new UsageError(`${path} is not deleted.`, "To check it, name it as a path.");
    const config = await project.configFor(dirname(absolute));
    const { settings } = project.settingsFrom(project.root, NO_FLAGS).resolveFor(absolute, config);
    if (!settings.site.complete)
      this.#notes.push(
        `The links to ${path} are not checked, because the whole site is not in view. If it is, set site.complete in the config.`,
      );
    return { path: absolute, config };
  }

  async add(path: string): Promise<void> {
    const { project, files } = this.#options;
    const absolute = this.#locate(path);
    const kind = absolute === undefined ? undefined : files.kindOf(absolute);
    if (absolute === undefined || kind === undefined) {
      if (scanGlob(path).isGlob) return this.#addGlob(path);
      throw new MissingPath(path);
    }
    if (!isInside(absolute, project.root)) return this.#leaveOut(path);
    if (kind === "link") this.#notes.push(`${path} is a symbolic link, so it was skipped.`);
    else if (kind === "other") this.#notes.push(`${path} is not a file, so it was skipped.`);
    else if (kind === "file") await this.#addFile(absolute, path);
    else if (this.#isIgnoredFolder(absolute))
      this.#notes.push(`${path} is ignored, so it was skipped.`);
    else await this.#addFolder(absolute, {});
  }

  /**
   * What a linked folder of the project brings in from outside is left out with a note: a glob of the shell may have
   * named it.
   *
   * @throws {UsageError} where the path itself leads out of the project
   */
  #leaveOut(path: string): void {
    const { cwd, root } = this.#options.project;
    if (!isInside(resolve(cwd, path), root)) throw outside(path, root);
    this.#notes.push(
      `${path} leads out of the project through a symbolic link, so it was skipped.`,
    );
  }

  /** The absolute path, links in the folders on the way resolved; undefined where there is no such folder. */
  #locate(path: string): string | undefined {
    const { project, files } = this.#options;
    const absolute = resolve(project.cwd, path);
    if (isInside(absolute, project.root) && absolute === project.root) return absolute;
    try {
      return join(files.realPath(dirname(absolute)), basename(absolute));
    } catch {
      return undefined;
    }
  }

  /** Where a folder leads, should it be a link; itself where that is nowhere. */
  #target(folder: string): string {
    try {
      return this.#options.files.realPath(folder);
    } catch {
      return folder;
    }
  }

  async #addFile(path: string, named: string): Promise<void> {
    const { project, noIgnore } = this.#options;
    if (!isArticleName(path)) {
      this.#notes.push(`${named} is not an article (${ARTICLE_ENDINGS}), so it was skipped.`);
      return;
    }
    const config = await project.configFor(dirname(path));
    const neverSearched = pathFrom(project.root, path).split("/").some(isNeverSearched);
    const ignored =
      !noIgnore && (neverSearched || this.#ignores.ignoresFile(path) || config.ignores(path));
    if (ignored)
      this.#notes.push(
        `${named} is ignored, so it was skipped. Use --no-ignore to check it anyway.`,
      );
    else this.#found.set(path, { path, config });
  }

  #isIgnoredFolder(path: string): boolean {
    return !this.#options.noIgnore && this.#ignores.ignoresFolder(path);
  }

  async #addFolder(
    folder: string,
    {
      skip = [],
      isArticle = isArticleName,
      hidden = false,
      meant = isMeant,
    }: {
      skip?: readonly string[];
      isArticle?: (path: string) => boolean;
      hidden?: boolean;
      meant?: Filter;
    },
  ): Promise<number> {
    let count = 0;
    const unreadable: WalkOptions["unreadable"] = (path, error) =>
      this.#unreadable.push({ path, error });
    for await (const found of this.#walk(folder, { skip, isArticle, hidden, unreadable })) {
      if (!meant(found) || !this.#isSource(found, folder)) continue;
      this.#found.set(found.path, found);
      count += 1;
    }
    return count;
  }

  #isSource(found: FoundArticle, from: string): boolean {
    return isSource(found, from, this.#settings, this.#options.project.root);
  }

  #walk(folder: string, options: Partial<WalkOptions>): AsyncGenerator<FoundArticle> {
    const { project, files, noIgnore } = this.#options;
    const ignores = noIgnore ? undefined : this.#ignores;
    const usual = { hidden: false, skip: [], unreadable: () => {} };
    return walk(folder, { project, files, ignores, ...usual, ...options });
  }

  async #addGlob(glob: string): Promise<void> {
    const { project, files } = this.#options;
    const { folder: named, hidden, isMatch } = commandGlob(glob, project.cwd);
    const folder = this.#locate(named);
    if (folder !== undefined && !isInside(this.#target(folder), project.root))
      return this.#leaveOut(glob);
    let count = 0;
    if (folder !== undefined && files.kindOf(folder) === "folder") {
      count = await this.#addFolder(folder, { hidden, meant: ({ path }) => isMatch(path) });
    }
    if (count === 0) {
      throw new UsageError(`No article matches ${glob}; ignored articles do not count.`);
    }
  }
}

type Filter = (found: FoundArticle) => boolean;

/** In folders, only what the config's `files` name is meant. */
function isMeant({
  path,
  config,
}: {
  readonly path: string;
  readonly config: ExpandedConfig;
}): boolean {
  return config.files === undefined || config.files(path);
}

function outside(path: string, root: string): UsageError {
  return new UsageError(
    `${path} is outside the project (${root}), and copydesk reads nothing outside.`,
    "Run copydesk in the project that contains it.",
  );
}
