import { createRequire } from "node:module";
import { toRe2, UnsupportedPattern } from "./javascript-syntax.js";

// CommonJS, loaded only when a stranger's pattern is met, and at once.
const load = createRequire(import.meta.url);

/** Longest pattern, and the most that its counted repeats may add up to: each is a state of the engine. */
const LONGEST = 1_000;
const MOST_REPEATS = 2_000;

/** Where a pattern matches, and what its groups took. */
export interface PatternMatch {
  readonly index: number;
  readonly end: number;
  /** The whole first; undefined for a group that took no part. */
  readonly groups: readonly (string | undefined)[];
}

/** A pattern that takes time in proportion to the text, whatever either of them is. */
export interface LinearPattern {
  test(text: string): boolean;
  /** The first match at or after a place. */
  exec(text: string, from?: number): PatternMatch | undefined;
}

/**
 * Compiles a pattern that comes from data, in the syntax of JavaScript.
 *
 * @param flags of `i`, `m`, `s`, `u` and `v`
 * @throws {SyntaxError} when it is no regular expression
 * @throws {UnsupportedPattern} when it needs more than a linear engine has: looking around, back references
 */
export function linearPattern(source: string, flags = "u"): LinearPattern {
  checkSize(source);
  return linearSource(source, flags);
}

/** As `linearPattern`, for a pattern whose size is bounded already. */
export function linearSource(source: string, flags: string): LinearPattern {
  if (flags.includes("v")) throw new UnsupportedPattern("has the flag v");
  // JavaScript itself knows best what it accepts; nothing is matched.
  new RegExp(source, flags);
  return compiled(toRe2(source, flags), flags);
}

/** Compiles a pattern of Go, whose engine is RE2; one that Go would not accept matches nothing. */
export function goPattern(source: string): LinearPattern {
  try {
    checkSize(source);
    return compiled(source, "");
  } catch {
    return NEVER;
  }
}

/** Whether a text is a regular expression of JavaScript. */
export function isPattern(source: string, flags = "u"): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** As `linearPattern`, for patterns of sites: one that cannot be used matches nothing. */
export function usablePattern(source: string, flags = "u"): LinearPattern {
  try {
    return linearPattern(source, flags);
  } catch {
    return NEVER;
  }
}

const NEVER: LinearPattern = { test: () => false, exec: () => undefined };

/**
 * Compiles a pattern that comes from someone who may run code here: what the linear engine cannot express runs
 * on that of JavaScript.
 *
 * @throws {SyntaxError} when it is no regular expression
 */
export function trustedPattern(source: string, flags = "u"): LinearPattern {
  try {
    return linearPattern(source, flags);
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    return nativePattern(source, flags);
  }
}

function checkSize(source: string): void {
  if (source.length > LONGEST) throw new UnsupportedPattern(`is longer than ${LONGEST} characters`);
  let repeats = 0;
  for (const [, least = "", most = least] of source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    repeats += Math.max(Number(least), Number(most));
  }
  if (repeats > MOST_REPEATS) throw new UnsupportedPattern("repeats too much");
}

function compiled(source: string, flags: string): LinearPattern {
  const { RE2JS }: typeof import("re2js") = load("re2js");
  const engineFlags =
    (flags.includes("i") ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes("m") ? RE2JS.MULTILINE : 0);
  const pattern = (() => {
    try {
      return RE2JS.compile(source, engineFlags);
    } catch (error) {
      throw new UnsupportedPattern(reasonOf(error));
    }
  })();
  return {
    test: (text) => pattern.test(text),
    exec: (text, from = 0) => {
      const matcher = pattern.matcher(text);
      if (from > text.length || !matcher.find(from)) return undefined;
      const groups = Array.from(
        { length: matcher.groupCount() + 1 },
        (_, group) => matcher.group(group) ?? undefined,
      );
      return { index: matcher.start(), end: matcher.end(), groups };
    },
  };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const part = /`([^`]*)`\s*$/.exec(message)?.[1];
  if (part === undefined) return "nests too deeply";
  return /^\(\?<?[=!]/.test(part) ? `looks around with ${part.slice(0, 4)}` : `has "${part}"`;
}

/** A pattern on the engine of JavaScript: for what cannot take long, or comes from someone trusted. */
export function nativePattern(source: string, flags: string): LinearPattern {
  const pattern = new RegExp(source, `${flags}g`);
  return {
    test: (text) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    },
    exec: (text, from = 0) => {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      if (match === null) return undefined;
      return { index: match.index, end: match.index + match[0].length, groups: [...match] };
    },
  };
}
