import type { ArticleFacts } from "../facts/facts.js";
import type { SeenArticle } from "../lint/index.js";
import type { Report } from "../report/model.js";
import type { Finding, Rule } from "../rule/index.js";

/** The outcome of a run. */
export interface RunOutcome {
  readonly report: Report;
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  /** The rules that looked at some article, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The original text of an article, by its path in the report. */
  sourceOf(path: string): string | undefined;
  /**
   * What was found in each article that was checked, by its path in the report; also what a baseline knows. Nothing, like
   * `factsOf`, where only the report is asked for.
   */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Checks another text of an article with the rules that hold for it, without the rest of the site. */
  checkAgain(path: string, source: string): SeenArticle;
  /** What is known of an article that was checked. */
  factsOf(path: string): ArticleFacts | undefined;
}

/** What a run leaves besides its report where only that is asked for: facts and findings of all articles are let go. */
export const NOTHING_FOUND: Pick<RunOutcome, "found" | "checkAgain" | "factsOf"> = {
  found: new Map(),
  checkAgain: (path) => {
    throw new TypeError(`${path} was not checked.`);
  },
  factsOf: () => undefined,
};
