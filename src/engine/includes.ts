import * as z from "zod";
import type { Article } from "../article/article.js";
import type { Range } from "../article/range.js";
import { rangeSchema } from "../facts/facts.js";
import type { SiteSettings } from "../facts/site-settings.js";

/**
 * What an engine does with an include that it cannot carry out: it stops the build, leaves the code of the include on the
 * page, leaves its content out, or takes the whole file in place of a part.
 */
const failureSchema = z.enum(["stops", "shows-code", "shows-nothing", "shows-all"]);

/** Text of an article that the engine replaces by the contents of a file. Plain data, so that it can be a fact. */
export const includeSchema = z.strictObject({
  /** The place of the path. */
  range: rangeSchema,
  written: z.string(),
  /** Files that the engine takes, the first that is there: relative to the project root. */
  candidates: z.array(z.string()),
  failure: failureSchema,
  /** The part of the file that is taken: its name, or its lines. */
  part: z.strictObject({ name: z.string(), range: rangeSchema, failure: failureSchema }).optional(),
});

export type IncludeFailure = z.infer<typeof failureSchema>;
export type Include = z.infer<typeof includeSchema>;

/** An include that is not written as the engine reads it. */
export type IncludeDefect = {
  readonly range: Range;
} /** Nothing closes it. */ & (
  | { readonly kind: "unclosed"; readonly end: string }
  /** The engine has none of this name, but one that is spelt much like it. */
  | { readonly kind: "unknown"; readonly name: string; readonly meant: string }
);

/** How an engine includes files. What nobody can know, such as a path that is computed, is left out. */
export interface IncludeReading {
  includesOf(article: Article, site: SiteSettings): readonly Include[];
  defectsOf(article: Article, site: SiteSettings): readonly IncludeDefect[];
  /** Whether the text of a file has the part that an include names. */
  hasPart(text: string, part: string): boolean;
}
