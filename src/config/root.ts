import { dirname, join, resolve } from "node:path";
import { nodeFileSystem } from "../files/file-system.js";
import { isThere } from "../files/look.js";

/**
 * The folder nothing outside of which is read: the git top level around `directory`, else `directory`
 * itself. Symbolic links in the way there are resolved.
 */
export function findRoot(directory: string): string {
  const start = nodeFileSystem.realPath(resolve(directory));
  for (let current = start; ; current = dirname(current)) {
    if (isThere(join(current, ".git"))) return current;
    if (dirname(current) === current) return start;
  }
}
