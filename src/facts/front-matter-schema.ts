import type { FrontMatter } from "../article/front-matter/front-matter.js";

/** One complaint of a front-matter schema. */
export interface SchemaIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** `unusable`: the schema that the value at `path` names cannot be used, for the reason in `message`. */
  readonly code: "type" | "enum" | "format" | "missing" | "unknown-key" | "unusable" | "other";
  /** Values that would have been accepted, for `enum`; key names, for `missing` and `unknown-key`. */
  readonly allowed: readonly string[];
  /** What was expected, in a few words ("a string", "an ISO date"). */
  readonly expected: string | undefined;
  /** Where its schema comes from, when that is not the source of the whole. */
  readonly source?: string;
}

/** A front-matter schema, whatever it was written in (zod, Standard Schema, JSON Schema, preset). */
export interface FrontMatterSchema {
  /** Where it comes from, for messages: "config", a file name, or a preset's name. */
  readonly source: string;
  /** The same for schemas that complain of the same; undefined where only code could tell. */
  readonly fingerprint?: string | undefined;
  /** @param frontMatter what the data was read from, for schemas that ask how a value is written */
  validate(
    data: Readonly<Record<string, unknown>>,
    frontMatter?: FrontMatter,
  ): readonly SchemaIssue[];
}
