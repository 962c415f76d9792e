import picomatch from "picomatch";
import * as z from "zod";
import { UnsupportedPattern } from "./javascript-syntax.js";
import { type LinearPattern, linearSource } from "./linear.js";

/** Tells whether a path or an address fits. */
export type GlobMatcher = (path: string) => boolean;

export interface GlobOptions {
  /** Names that begin with a dot are matched like others. */
  readonly dot?: boolean;
  readonly nocase?: boolean;
  /** `[!_]` is anything but an underscore. */
  readonly posix?: boolean;
}

const LONGEST = 1_000;
const DEEPEST = 5;
const MOST_GROUPS = 40;
/** Most globs of one list. */
const MOST_GLOBS = 2_000;

/** Wildcards with which a short path is matched at once, and with which any is, where no linear engine can. */
const FEW_WILDCARDS = 2;
const MOST_WILDCARDS = 3;
/** Longest path that is matched by going back and forth in it. */
const SHORT = 300;

/** Refuses a glob that cannot be used, for schemas. */
export function refineGlob(glob: string, context: z.RefinementCtx): void {
  const problem = globProblem(glob);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
}

/** A glob of a config. */
export const globSchema = z.string().superRefine(refineGlob);

/** One glob of a config, or several. */
export const globsSchema = z.union([globSchema, z.array(globSchema).max(MOST_GLOBS)]);

/** What keeps a glob from being used, as words after it: `has more than …`; undefined where nothing does. */
export function globProblem(glob: string): string | undefined {
  try {
    checkSize(glob);
    if (wildcardsOf(glob) > FEW_WILDCARDS || !isPlainGlob(glob)) compiled(glob, { dot: true });
    return undefined;
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    return error.message;
  }
}

/**
 * Matches paths against globs as picomatch reads them, in linear time.
 *
 * @throws {UnsupportedPattern} when one is too long, too deep, or has too many wildcards for what it excludes
 */
export function globMatcher(
  globs: string | readonly string[],
  options: GlobOptions = {},
): GlobMatcher {
  const list = typeof globs === "string" ? [globs] : globs;
  const matchers = list.map((glob) => compiled(glob, options));
  return (path) => matchers.some((isMatch) => isMatch(path));
}

/**
 * As `globMatcher`, without the globs that cannot be used: for those of sites, where each counts by itself. They are
 * compiled when the first path is matched: most engines are not the site's.
 */
export function usableGlobs(globs: readonly string[], options: GlobOptions = {}): GlobMatcher {
  let matches: GlobMatcher | undefined;
  const compile = () => {
    const usable = globs.filter((glob) => glob !== "" && globProblem(glob) === undefined);
    return globMatcher(usable.slice(0, MOST_GLOBS), options);
  };
  return (path) => {
    matches ??= compile();
    return matches(path);
  };
}

/** The folder before the first wildcard of a glob, and whether there is one. */
export function scanGlob(glob: string): { readonly base: string; readonly isGlob: boolean } {
  const { base, isGlob } = picomatch.scan(glob.slice(0, LONGEST));
  return { base, isGlob };
}

function compiled(glob: string, options: GlobOptions): GlobMatcher {
  checkSize(glob);
  const native = picomatch(glob, options);
  const wildcards = wildcardsOf(glob);
  let linear: LinearPattern | undefined;
  const isMatch = (path: string): boolean => {
    linear ??= linearGlob(glob, options);
    return linear.test(path) && (options.dot === true || !hasHiddenName(path));
  };
  if (isPlainGlob(glob) && wildcards <= FEW_WILDCARDS)
    return (path) => (path.length <= SHORT ? native(path) : isMatch(path));
  try {
    linear = linearGlob(glob, options);
    return isMatch;
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    if (wildcards > MOST_WILDCARDS)
      throw new UnsupportedPattern(
        `excludes something and has more than ${MOST_WILDCARDS} wildcards`,
      );
    return (path) => path.length <= SHORT && native(path);
  }
}

function wildcardsOf(glob: string): number {
  return glob.match(/\*+|\?|[@+!](?=\()/g)?.length ?? 0;
}

/** Whether a glob has no lists of patterns, such as `!(a|b)`. */
function isPlainGlob(glob: string): boolean {
  return !/[@+!*?]\(/.test(glob);
}

function checkSize(glob: string): void {
  if (glob.length > LONGEST) throw new UnsupportedPattern(`is longer than ${LONGEST} characters`);
  let depth = 0;
  let groups = 0;
  for (const character of glob) {
    if (/[{([]/.test(character)) {
      depth += 1;
      groups += 1;
    } else if (/[})\]]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) throw new UnsupportedPattern(`nests deeper than ${DEEPEST} levels`);
  }
  if (groups > MOST_GROUPS) throw new UnsupportedPattern(`has more than ${MOST_GROUPS} groups`);
}

/** What picomatch looks ahead for: that no name is `.` or `..`, which none is, or begins with a dot; that a name is not empty. */
const LOOKS_FOR_DOTS =
  /\(\?!(?:\(\?:\^\|\\\/\)|\(\?:\\\/\|\^\))?\\\.(?:\{1,2\}\(\?:\\\/\|\$\))?\)/g;
const NAMES_HIDDEN = /(?:^|[/{,(])\\?\./;

/** The pattern of picomatch without its looking ahead, which is what a linear engine can match. */
function linearGlob(glob: string, options: GlobOptions): LinearPattern {
  const { source, flags } = picomatch.makeRe(glob, options);
  if (options.dot !== true && NAMES_HIDDEN.test(glob))
    throw new UnsupportedPattern("names hidden files");
  return linearSource(
    source
      .replace(LOOKS_FOR_DOTS, "")
      .replace(/\(\?=\.\)\[\^\/\]\*\?(?=\\\/|\)|\$|\||$)/g, "[^/]+?")
      .replace(/\(\?=\.\)/g, ""),
    flags,
  );
}

function hasHiddenName(path: string): boolean {
  return /(?:^|\/)\./.test(path);
}
