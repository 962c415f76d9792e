import type { FenceProblem, Problem } from "../problem.js";
import type { Range } from "../range.js";

/** The block that holds an article's front matter, before its content is read. */
export interface FencedBlock {
  readonly format: "yaml" | "toml" | "json";
  /** Name of a language that would be *executed* by some readers, as written; undefined for data. */
  readonly executable: string | undefined;
  /** True for `;;;` blocks, whose content is a JSON object without its braces. */
  readonly withoutBraces: boolean;
  readonly leading: Range;
  readonly opening: Range;
  readonly closing: Range | undefined;
  readonly content: Range;
  /** Offset just after the line ending of the closing fence. */
  readonly bodyStart: number;
}

export interface FenceSearch {
  readonly block: FencedBlock | undefined;
  readonly problems: readonly Problem[];
}

/** No front matter, and nothing wrong with that. */
export const NOTHING: FenceSearch = { block: undefined, problems: [] };

/** What some reader stumbles over at a fence. */
export function fenceProblem(code: FenceProblem, range: Range, related?: Range): Problem {
  return { kind: "front-matter-fence", code, range, ...(related && { related }) };
}

/** The line that holds `offset`, without its line ending. */
export function lineAt(text: string, offset: number): Range {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const feed = text.indexOf("\n", offset);
  const end = feed === -1 ? text.length : feed;
  return { start, end: end > start && text[end - 1] === "\r" ? end - 1 : end };
}

/** Offset of the line after the one that holds `offset`, or undefined on the last line. */
export function nextLineStart(text: string, offset: number): number | undefined {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? undefined : feed + 1;
}

/** `range` without the blanks at both ends; empty at its start when nothing else is in it. */
export function trimRange(text: string, range: Range): Range {
  const slice = text.slice(range.start, range.end);
  const body = slice.trim();
  if (body === "") return { start: range.start, end: range.start };
  const start = range.start + slice.length - slice.trimStart().length;
  return { start, end: start + body.length };
}
