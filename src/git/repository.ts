import { realPath } from "../files/look.js";
import { Git, GitFailure } from "./run-git.js";

/** What cannot be asked of a repository, and what helps. */
export class RepositoryError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "RepositoryError";
    this.help = help;
  }
}

/**
 * Opens the repository whose work tree a folder is.
 *
 * @throws {RepositoryError} where the folder is not the top of a work tree
 */
export function openRepository(root: string): Git {
  const git = new Git(root);
  try {
    const top = git.text(["rev-parse", "--show-toplevel"]).replace(/\n$/, "");
    if (realPath(top) === root) return git;
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const isNone = /not a git repository|must be run in a work tree/.test(error.message);
    if (!isNone) throw asked("git cannot be asked", error);
  }
  throw new RepositoryError(
    `${root} is not a git repository, so nothing can be said of changes.`,
    "Run copydesk in the work tree of a repository.",
  );
}

/**
 * The commit that a revision names.
 *
 * @throws {RepositoryError} for a revision that does not exist
 */
export function commitOf(git: Git, revision: string): string {
  const found = isRevision(revision)
    ? git.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])
    : undefined;
  // Older versions of git print the marker back.
  const commit = found?.trim().split("\n").at(-1);
  if (commit !== undefined && commit !== "") return commit;
  const isShallow = git.attempt(["rev-parse", "--is-shallow-repository"])?.trim() === "true";
  throw new RepositoryError(
    `The revision "${revision}" does not exist in this repository.`,
    isShallow
      ? `The clone is shallow. Run git fetch --unshallow, or git fetch --depth=1 origin ${revision.replace(/^origin\//, "")} and name FETCH_HEAD.`
      : "Name a branch, a tag or a commit; git fetch gets those of the remote.",
  );
}

/**
 * The commit at which the present one left a revision.
 *
 * @throws {RepositoryError} where the revision does not exist, or no common commit is known
 */
export function mergeBase(git: Git, revision: string): string {
  const commit = commitOf(git, revision);
  const base = git.attempt(["merge-base", commit, "HEAD"])?.trim().split("\n")[0];
  if (base !== undefined && base !== "") return base;
  const isShallow = git.attempt(["rev-parse", "--is-shallow-repository"])?.trim() === "true";
  throw new RepositoryError(
    isShallow
      ? `The clone is shallow, so the commit that HEAD and "${revision}" have in common is not here.`
      : `HEAD and "${revision}" have no commit in common.`,
    isShallow
      ? "Run git fetch --unshallow, or check out with the whole history (fetch-depth: 0)."
      : "Name a revision that HEAD comes from.",
  );
}

/** The commit that is checked out; undefined before the first one. */
export function headCommit(git: Git): string | undefined {
  return git.attempt(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?.trim();
}

/** Runs what asks git, and makes of its failures what people can use. */
export function askingGit<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof GitFailure) throw asked("git cannot be asked", error);
    throw error;
  }
}

function asked(what: string, { message }: GitFailure): RepositoryError {
  const [line = ""] = message.split("\n");
  return new RepositoryError(`${what}: ${line.replace(/^fatal: /, "") || "it fails"}.`);
}

/** Nothing that git would take for an option, or for more than one revision. */
function isRevision(text: string): boolean {
  return text !== "" && !text.startsWith("-") && !/[\s\0]|\.\./.test(text);
}
