import { dirname, join } from "node:path";
import type { Project } from "../../config/project.js";
import { NO_FLAGS } from "../../config/resolve/flags.js";
import { isInside, pathFrom } from "../../engine/paths.js";
import { type FileSystem, filesIn } from "../../files/file-system.js";
import { type Changes, changedLines, changesSince, type LineRange } from "../../git/changes.js";
import {
  askingGit,
  commitOf,
  headCommit,
  mergeBase,
  openRepository,
  RepositoryError,
} from "../../git/repository.js";
import { filesOfIndex, filesOfNothing, filesOfTree } from "../../git/tree-files.js";
import type { Discovery } from "../discover.js";
import type { FoundArticle } from "../discovery/walk.js";
import { UsageError } from "../usage-error.js";

/** Which change is judged. */
export interface ChangeRequest {
  /** `since`: the work tree against the merge base; `staged`: the index against HEAD; `dirty`: the work tree against HEAD. */
  readonly kind: "since" | "staged" | "dirty";
  /** The revision of `since`. */
  readonly revision: string;
  /** Only findings on lines of the change count. */
  readonly linesOnly: boolean;
}

/** A change that git knows, and the files before and after it. */
export interface Change extends ChangeRequest {
  /** Top of the work tree. */
  readonly root: string;
  /** The commit it starts from; undefined before the first one. */
  readonly commit: string | undefined;
  readonly changes: Changes;
  readonly before: FileSystem;
  readonly after: FileSystem;
  /** Lines of the change, by path from the root; undefined where all lines count. */
  readonly lines: ReadonlyMap<string, readonly LineRange[]> | undefined;
}

/**
 * Asks git what a change consists of.
 *
 * @param root of the project
 * @throws {UsageError} where git cannot tell
 */
export function openChange(request: ChangeRequest, root: string): Change {
  return ofRepository(() => {
    const git = openRepository(root);
    const { kind, revision, linesOnly } = request;
    const commit = kind === "since" ? mergeBase(git, revision) : headCommit(git);
    const side = kind === "staged" ? "index" : "work-tree";
    const from = commit ?? git.text(["hash-object", "-t", "tree", "--stdin"]).trim();
    return {
      ...request,
      root,
      commit,
      changes: changesSince(git, from, side),
      before: commit === undefined ? filesOfNothing(git, root) : filesOfTree(git, root, commit),
      after: kind === "staged" ? filesOfIndex(git, root) : filesIn(root),
      lines: linesOnly ? changedLines(git, from, side) : undefined,
    };
  });
}

/**
 * The files of a revision.
 *
 * @throws {UsageError} where git cannot tell
 */
export function filesOfRevision(revision: string, root: string): FileSystem {
  return ofRepository(() => {
    const git = openRepository(root);
    return filesOfTree(git, root, commitOf(git, revision));
  });
}

function ofRepository<Value>(work: () => Value): Value {
  try {
    return askingGit(work);
  } catch (error) {
    if (error instanceof RepositoryError) throw new UsageError(error.message, error.help);
    throw error;
  }
}

/** The change as people call it. */
export function nameOf({ kind, revision }: ChangeRequest): string {
  return kind === "since" ? revision : "HEAD";
}

/**
 * What is left to check of the articles that were found: those that the change touches. Deleted and renamed files are gone,
 * so that links which still lead to them are told.
 */
export async function narrowed(
  found: Discovery,
  { root, changes, after }: Change,
  project: Project,
): Promise<Discovery> {
  const changed = new Set(changes.changed.map((path) => join(root, path)));
  const articles = found.articles.filter(({ path }) => changed.has(path));
  const left = [...changes.deleted, ...changes.renamed.values()]
    .map((path) => join(root, path))
    .filter((path) => isInside(path, project.root))
    .filter((path) => after.kindOf(path) === undefined);
  const gone: FoundArticle[] = [];
  let inPart = 0;
  const settings = project.settingsFrom(project.root, NO_FLAGS);
  for (const path of [...new Set(left)].sort()) {
    const config = await project.configFor(dirname(path));
    if (!settings.resolveFor(path, config).settings.site.complete) inPart += 1;
    gone.push({ path, config });
  }
  const notes = inPart === 0 ? found.notes : [...found.notes, partNote(inPart)];
  return { ...found, articles, gone, notes, isWhole: false, otherMarkdown: undefined };
}

function partNote(count: number): string {
  const files = count === 1 ? "a deleted or renamed file" : `${count} deleted or renamed files`;
  return `The links to ${files} are not checked, because the whole site is not in view. If it is, set site.complete in the config.`;
}

/**
 * The articles of before that correspond to those of a change: changed ones by their old names, and what is gone, also
 * outside of what was asked for.
 *
 * @param everything all articles of before
 */
export function narrowedBefore(
  found: Discovery,
  everything: Discovery,
  { root, changes }: Change,
): Discovery {
  const absolute = (path: string): string => join(root, path);
  const gone = new Set([...changes.deleted, ...changes.renamed.values()].map(absolute));
  const changed = new Set(changes.changed.map(absolute));
  const articles = new Map(
    [
      ...found.articles.filter(({ path }) => changed.has(path)),
      ...everything.articles.filter(({ path }) => gone.has(path)),
    ].map((article) => [article.path, article]),
  );
  return {
    ...found,
    articles: [...articles.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    isWhole: false,
  };
}

/** The name that a file of before has now. */
export function nameNow(path: string, { root, changes }: Change): string {
  const now = changes.names.get(pathFrom(root, path));
  return now === undefined ? path : join(root, now);
}
