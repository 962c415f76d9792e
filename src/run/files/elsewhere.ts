import { join } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import { IgnoreFiles } from "./ignore-files.js";
import { smallText } from "./small-text.js";

/** A line of `.gitmodules` that names the folder of a submodule. */
const SUBMODULE = /^[ \t]*path[ \t]*=[ \t]*(\S[^\r\n]*)$/gm;

/** Parts of a path beyond which nobody makes files; each folder on the way is asked for its ignore file. */
const DEEPEST = 40;

/**
 * Tells which files may well exist although they are not there: those that git ignores, which a build makes, and those
 * in submodules that are not checked out. The answer is for paths relative to a folder.
 *
 * @param root the project's root, whose ignore files count
 */
export function createElsewhere(
  base: string,
  root: string,
  files: FileSystem,
): (path: string) => boolean {
  const ignores = new IgnoreFiles(root, files);
  let submodules: readonly string[] | undefined;
  return (path) => {
    const absolute = join(base, path);
    if (!isInside(absolute, root) || path.split("/").length > DEEPEST) return false;
    submodules ??= emptySubmodules(root, files);
    return submodules.some((folder) => isInside(absolute, folder)) || ignores.ignoresFile(absolute);
  };
}

/** Absolute folders of the submodules that hold nothing. */
function emptySubmodules(root: string, files: FileSystem): readonly string[] {
  const list = join(root, ".gitmodules");
  const text = smallText(list, files);
  return [...text.matchAll(SUBMODULE)]
    .map(([, path = ""]) => join(root, path.trim()))
    .filter((folder) => isInside(folder, root) && isEmpty(folder, files));
}

function isEmpty(folder: string, files: FileSystem): boolean {
  return files.kindOf(folder) !== "folder" || files.entries(folder).length === 0;
}
