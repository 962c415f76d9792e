import type { Range } from "../range.js";

/** A way to a value inside front matter: keys and array indexes, outermost first. */
export type ValuePath = readonly (string | number)[];

/** One key with its value, at any depth, in source order. */
export interface FrontMatterEntry {
  readonly path: ValuePath;
  readonly value: unknown;
  /** Undefined for array items. */
  readonly keyRange: Range | undefined;
  /** The value as written, quotes included; empty (start = end, after the colon) for a missing value. */
  readonly valueRange: Range;
  /** How a scalar is written; undefined for lists and maps. */
  readonly style: ScalarStyle | undefined;
}

export type ScalarStyle = "plain" | "single-quoted" | "double-quoted" | "block";

/** The metadata block of an article. `data` has a null prototype at every level. */
export interface FrontMatter {
  readonly format: "yaml" | "toml" | "json";
  /** The whole block, both fences included, without the line ending after the closing fence. */
  readonly range: Range;
  readonly openingFence: Range;
  /** Undefined when the block is not closed. */
  readonly closingFence: Range | undefined;
  /** What lies between the fences. */
  readonly content: Range;
  /** What precedes the opening fence (blank lines, BOM, spaces); empty when nothing does. */
  readonly leading: Range;
  /** The values as plain JSON. Empty when the block has a syntax error that leaves no reading. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Every entry at every depth, in source order. */
  readonly entries: readonly FrontMatterEntry[];
  /** Comments inside the block (`# …`), with their text after the `#`. */
  readonly comments: readonly { readonly range: Range; readonly text: string }[];
  entry(path: ValuePath): FrontMatterEntry | undefined;
  rangeOfKey(path: ValuePath): Range | undefined;
  rangeOfValue(path: ValuePath): Range | undefined;
}
