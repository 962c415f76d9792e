import native from "node:path";
import { type Platform, pathFrom, withSlashes } from "../../engine/paths.js";
import { globMatcher, globProblem, scanGlob } from "../../patterns/globs.js";
import { UsageError } from "../usage-error.js";

/** A glob of the command line, as a folder to search and what is meant in it. */
export interface CommandGlob {
  /** The folder before its first wildcard, as the glob names it. */
  readonly folder: string;
  /** Whether names that begin with a dot are looked at. */
  readonly hidden: boolean;
  /** Whether an article at an absolute path is meant. */
  isMatch(path: string): boolean;
}

/**
 * Reads a glob of the command line. Where the platform writes `\` between names, so may the glob.
 *
 * @param cwd what it is relative to, absolute
 * @throws {UsageError} for one that cannot be used
 */
export function commandGlob(glob: string, cwd: string, platform: Platform = native): CommandGlob {
  const pattern = withSlashes(glob, platform);
  const problem = globProblem(pattern);
  if (problem !== undefined) throw new UsageError(`${glob} cannot be used: it ${problem}.`);
  const { base } = scanGlob(pattern);
  const matches = globMatcher(pattern.replace(/^\.\//, ""), { dot: true });
  const isAbsolute = platform.isAbsolute(glob);
  return {
    folder: base === "" ? "." : base,
    hidden: /(?:^|\/)\.[^./]/.test(pattern),
    isMatch: (path) =>
      matches(isAbsolute ? withSlashes(path, platform) : pathFrom(cwd, path, platform)),
  };
}
