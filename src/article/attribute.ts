import type { Range } from "./range.js";

/** One attribute as written. For Markdown, `[text](href "title")` and `![alt](src "title")` have attributes too. */
export interface Attribute {
  /** HTML name in lower case: `srcset`, `data-src`, `referrerpolicy`. */
  readonly name: string;
  /** Decoded value; "" when none is written. Template tags stand in it as written. */
  readonly value: string;
  /** The whole attribute, `name="value"`; for Markdown the same as `valueRange`. */
  readonly range: Range;
  /** The value without quotes; empty after the name when there is none. */
  readonly valueRange: Range;
  readonly hasValue: boolean;
  /** True when the value holds template syntax or a JSX expression: nobody can know it here. */
  readonly unknown: boolean;
}

/** An opening tag read to its `>`. */
export interface OpeningTag {
  readonly range: Range;
  readonly attributes: readonly Attribute[];
}
