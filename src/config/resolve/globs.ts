import { isInside, type Platform, pathFrom } from "../../engine/paths.js";
import { globMatcher } from "../../patterns/globs.js";

/** Tells whether an absolute path is meant by some globs. */
export type PathMatcher = (path: string) => boolean;

/**
 * Matches paths against globs that are relative to `folder`. A glob that names a folder means everything
 * in it. Braces and `**` as in picomatch; names that begin with a dot are matched like others.
 */
export function matchGlobs(
  globs: string | readonly string[],
  folder: string,
  platform?: Platform,
): PathMatcher {
  const list = typeof globs === "string" ? [globs] : globs;
  const patterns = list.flatMap((glob) => {
    const plain = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    return plain === "" || plain === "." ? ["**"] : [plain, `${plain}/**`];
  });
  if (patterns.length === 0) return () => false;
  const isMatch = globMatcher(patterns, { dot: true });
  return (path) => isInside(path, folder, platform) && isMatch(pathFrom(folder, path, platform));
}
