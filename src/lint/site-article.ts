import type { ArticleInput, CheckedArticle } from "./contract.js";

/** One article of the reduce stage: what was known before reading it, and what the map stage made of it. */
export interface SiteArticle {
  readonly input: Pick<ArticleInput, "path" | "engine" | "rules" | "settings">;
  readonly checked: CheckedArticle;
  /**
   * True for an article that is only there for the others' sake: rules know it, but nothing is reported of it
   * besides what is about an article that is being checked.
   */
  readonly isContext?: boolean;
}
