import type { Project } from "../../config/project.js";
import { filesIn } from "../../files/file-system.js";
import { LEAST_ARTICLES } from "../../inference/collections.js";
import { type InferredCollections, inferCollections } from "../../inference/infer-collections.js";
import type { Discovery } from "../../run/discover.js";
import { baseFolder } from "../../run/discovery/base-folder.js";
import { type ObservedFrontMatter, observeFrontMatter } from "../../run/observe-front-matter.js";

/** What was read of articles, and what was inferred from it. */
export interface InferredArticles extends InferredCollections {
  readonly observed: ObservedFrontMatter;
  /** Folder that paths and globs are relative to. */
  readonly base: string;
}

/**
 * Reads the front matter of articles and infers schemas from it; no schema where there are too few.
 *
 * @param base folder that globs are relative to; that of the config when absent
 */
export function inferArticles(
  { articles }: Pick<Discovery, "articles">,
  project: Project,
  base = baseFolder(articles, project),
): InferredArticles {
  const observed = observeFrontMatter(
    articles.map(({ path }) => path),
    base,
    filesIn(project.root),
  );
  const isEnough = observed.articles.length >= LEAST_ARTICLES;
  const inferred = isEnough
    ? inferCollections(observed.articles)
    : { collections: [], others: observed.articles.length };
  return { ...inferred, observed, base };
}
