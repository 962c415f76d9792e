import type { ProjectFiles } from "../lint/contract.js";
import * as lint from "../lint/index.js";
import type { Clock } from "../rule/clock.js";
import type { SiteIndex } from "../rule/index.js";

/** What the site stage is given besides the articles and their index. */
export interface SiteScene {
  readonly files: ProjectFiles;
  /** The moment of the run. */
  readonly clock: Clock;
  /** Paths of articles that exist no more. */
  readonly gone: readonly string[];
  /** The text of an article. */
  readonly sourceOf: (path: string) => string | undefined;
}

/** Has the site rules look at all articles together; then directives silence what they are meant to silence. */
export function checkSite(
  articles: readonly lint.SiteArticle[],
  index: SiteIndex,
  scene: SiteScene,
): lint.SiteOutcome {
  return lint.checkSite(articles, index, scene);
}
