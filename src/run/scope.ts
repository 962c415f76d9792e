import { pathFrom } from "../engine/paths.js";
import type { Discovery } from "./discover.js";
import { baseFolder } from "./discovery/base-folder.js";
import { surroundings } from "./discovery/surroundings.js";
import type { FoundArticle } from "./discovery/walk.js";
import type { RunOptions } from "./options.js";

/** The articles of a run. */
export interface Scope {
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  readonly subjects: readonly FoundArticle[];
  /** Articles that are read for the others' sake only. */
  readonly context: readonly FoundArticle[];
  /** Paths of articles that exist no more, relative to the base. */
  readonly gone: readonly string[];
}

/** What is checked of what was found, and what is read besides. */
export async function scopeOf(discovery: Discovery, options: RunOptions): Promise<Scope> {
  const { articles: subjects, gone: goneArticles = [], isWhole = false } = discovery;
  const asked = [...subjects, ...goneArticles];
  const base = baseFolder(asked, options.project);
  const gone = goneArticles.map(({ path }) => pathFrom(base, path));
  const context = isWhole ? [] : await surroundings(asked, options);
  return { base, subjects, context, gone };
}
