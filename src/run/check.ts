import type { ArticleInput, CheckedArticle } from "../lint/contract.js";
import { checkParsed, type ParsedArticle } from "../lint/index.js";

/**
 * Has the rules look at each article, and gathers what other articles need to know of it.
 *
 * @param batches articles that are checked together
 * @param now the moment of the run, in milliseconds since 1970
 */
export function* check(
  batches: Iterable<readonly ParsedArticle[]>,
  now: number,
): Generator<{ readonly input: ArticleInput; readonly checked: CheckedArticle }> {
  for (const batch of batches) {
    for (const [index, checked] of checkParsed(batch, now).entries()) {
      const input = batch[index]?.input;
      if (input !== undefined) yield { input, checked };
    }
  }
}
