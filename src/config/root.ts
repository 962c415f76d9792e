import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The folder nothing outside of which is read: the git top level around `directory`, else `directory`
 * itself. Symbolic links in the way there are resolved.
 */
export function findRoot(directory: string): string {
  const start = realpathSync(resolve(directory));
  for (let current = start; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (dirname(current) === current) return start;
  }
}
