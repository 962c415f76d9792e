import type { Range } from "./range.js";

/** The part of an article that could not be checked because of a problem. */
export type Unchecked = "front-matter" | "body" | "block";

/**
 * What parsing found wrong. Parsing never throws: each of these is turned into a finding by the rule
 * that owns it (`desk/*`, `front-matter/*`, `html/parse`), at its own place.
 */
export type Problem =
  | { readonly kind: "encoding"; readonly range: Range; readonly encoding: string }
  | {
      readonly kind: "limit";
      readonly range: Range;
      readonly limit: LimitName;
      readonly maximum: number;
      readonly unchecked: Unchecked;
    }
  | { readonly kind: "mdx-syntax"; readonly range: Range; readonly reason: string }
  | { readonly kind: "html-parse"; readonly range: Range; readonly code: string }
  | {
      readonly kind: "front-matter-fence";
      readonly range: Range;
      readonly code: FenceProblem;
      readonly related?: Range;
    }
  | {
      readonly kind: "front-matter-executable";
      readonly range: Range;
      /** The engine name or tag as written: `js`, `!!js/function`. */
      readonly language: string;
    }
  | {
      readonly kind: "front-matter-syntax";
      readonly range: Range;
      /** The parser's own words, first sentence, no position. */
      readonly reason: string;
      /** A cause a person can act on, where one was recognised. */
      readonly hint?: SyntaxHint;
    }
  | {
      readonly kind: "front-matter-duplicate-key";
      readonly range: Range;
      readonly key: string;
      readonly first: Range;
      /** True when the keys differ only by letter case. */
      readonly caseOnly: boolean;
    };

export type LimitName =
  | "size"
  | "time"
  | "depth"
  | "containers"
  | "delimiters"
  | "references"
  | "cells"
  | "tags"
  | "attributes"
  | "expressions"
  | "modules"
  | "aliases"
  | "front-matter-size"
  | "front-matter-depth";

export type FenceProblem =
  | "unclosed"
  /** Only a closing fence, which hardly any engine reads. */
  | "unopened"
  | "closing-prefix"
  | "text-after-opening"
  | "too-many-dashes"
  | "mixed"
  | "indented"
  | "dots-close"
  | "prose-rule";

export type SyntaxHint =
  | "unquoted-colon"
  | "missing-space"
  | "tab-indent"
  | "unbalanced-quote"
  | "unclosed-bracket"
  | "reserved-start"
  | "comment-hash"
  | "bad-indent"
  /** A line of quoted text begins at the margin: parsers read it, though YAML wants it indented. */
  | "margin-text";
