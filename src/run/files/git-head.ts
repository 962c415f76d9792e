import { join, resolve } from "node:path";
import type { FileSystem } from "../../files/file-system.js";
import { gitFolder } from "../../files/git-folder.js";

/** Largest file of git that is read, in bytes: a large repository has that many packed references. */
const MOST_BYTES = 32_000_000;

/** The commit and branch of a work tree. */
export interface GitHead {
  readonly commit?: string;
  readonly branch?: string;
}

/**
 * Reads the checked-out commit from a `.git` folder, without running git; undefined where there is none.
 * See gitrepository-layout(5).
 */
export function gitHead(root: string, files: FileSystem): GitHead | undefined {
  const text = (path: string): string | undefined => {
    try {
      return new TextDecoder().decode(files.read(path, MOST_BYTES)).trim();
    } catch {
      return undefined;
    }
  };
  const folder = gitFolder(root, files);
  const head = folder === undefined ? undefined : text(join(folder, "HEAD"));
  if (folder === undefined || head === undefined) return undefined;
  const reference = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
  if (reference?.split("/").includes("..") === true) return undefined;
  if (reference === undefined) return isCommit(head) ? { commit: head } : undefined;

  // A linked work tree keeps its branches in the main one's folder.
  const common = resolve(folder, text(join(folder, "commondir")) ?? ".");
  const packed = text(join(common, "packed-refs"))
    ?.split("\n")
    .find((line) => line.endsWith(` ${reference}`))
    ?.split(" ")[0];
  const commit = text(join(common, reference)) ?? packed;
  return {
    ...(commit !== undefined && isCommit(commit) ? { commit } : {}),
    branch: reference.replace(/^refs\/heads\//, ""),
  };
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}
