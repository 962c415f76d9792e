import * as z from "zod";
import type { Problem } from "../../article/problem.js";
import type { ProjectRecipe } from "../../config/project.js";
import type { ConfigFlags } from "../../config/resolve/flags.js";

/** What a thread is started with. */
export interface ThreadSettings {
  readonly project: ProjectRecipe;
  readonly flags: ConfigFlags;
  /** Folder that paths in the report are relative to. */
  readonly base: string;
  /** The moment of the run, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** An article as a thread is given it. */
export interface ThreadArticle {
  /** Absolute. */
  readonly path: string;
  readonly source: string;
  readonly problems: readonly Problem[];
  readonly isContext: boolean;
}

/**
 * What a thread says: that it can begin, and what came of articles it was given, as `writeChecked` writes it, each after the
 * article's key: a config that changes during the run must not be taken for the one of its beginning.
 */
export const replySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({ kind: z.literal("checked"), texts: z.array(z.string()) }),
]);

export type Reply = z.infer<typeof replySchema>;
