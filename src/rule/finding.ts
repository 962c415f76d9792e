import type { Range } from "../article/range.js";

/** Severity as reports show it. */
export type Severity = "error" | "warning" | "info";

/** How sure a finding is. `unknown` never fails a run. */
export type Certainty = "certain" | "likely" | "unknown";

/** Replaces `start`–`end` of the source (UTF-16 offsets) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change that needs a person's choice, in the imperative: "Delete this copy". */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** A further place of a finding. Without `path` it lies in the same article. */
export interface RelatedPlace {
  readonly path?: string | undefined;
  readonly range: Range;
  readonly message: string;
}

/**
 * What a finding about more than one article is known by, instead of the text at its place, which an edit in any of them
 * may change or move.
 */
export interface Concern {
  /**
   * `articles`: its own and those of its related places, one of which it is reported at; `site`: the site as a whole, and
   * its place is but an example.
   */
  readonly scope: "articles" | "site";
  /** What tells it from others of its message in the same article: what the articles have in common; "" for nothing. */
  readonly key: string;
}

/** A finding as the engine hands it on: ranges are offsets, severity is the rule's or the config's. */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** What is wrong: the message's `what`, filled. */
  readonly message: string;
  /** Why it matters, filled. */
  readonly why: string;
  /** What to do, in the imperative; the rule's help text, filled. */
  readonly help: string;
  readonly path: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly fix: readonly Edit[] | undefined;
  readonly suggestions: readonly Suggestion[];
  /** What repeats where this finding repeats; undefined where nothing tells it from others of its message. */
  readonly repeats?: string | undefined;
  /** What fixes of this rule are made together in all their articles, or not at all; undefined where each stands alone. */
  readonly together?: string | undefined;
  /** Where it is about more than one article. */
  readonly concerns?: Concern | undefined;
  /** Id of the cause that it shares with other findings, once those are known. */
  readonly cause?: string;
}
