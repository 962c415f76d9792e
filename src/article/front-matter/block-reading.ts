import type { Problem } from "../problem.js";
import type { FrontMatterEntry } from "./front-matter.js";

/** Characters of front matter that are read at most; a block is a card, not a book. */
export const MAXIMUM_SIZE = 64 * 1024;

/** Nested lists and maps that are read at most. */
export const MAXIMUM_DEPTH = 32;

/** YAML aliases that are followed at most, so that a few lines cannot grow to gigabytes. */
export const MAXIMUM_ALIASES = 100;

/** What one reader (YAML, TOML, JSON) makes of the text between the fences, in file coordinates. */
export interface BlockReading {
  readonly data: Record<string, unknown>;
  readonly entries: readonly FrontMatterEntry[];
  readonly comments: readonly {
    readonly range: { start: number; end: number };
    readonly text: string;
  }[];
  readonly problems: readonly Problem[];
}

/** An object without a prototype: a key named `__proto__` or `toString` is a key like any other. */
export function emptyRecord(): Record<string, unknown> {
  return Object.create(null);
}

/** A reading without any data, for blocks that are refused as a whole. */
export function refusedBlock(problem: Problem): BlockReading {
  return { data: emptyRecord(), entries: [], comments: [], problems: [problem] };
}
