import type { FrontMatterReading } from "../article/front-matter/read-front-matter.js";
import { readOpening } from "../article/parse-article.js";
import { ArticleCheck } from "./article-check.js";
import type { ArticleInput, CheckedArticle } from "./contract.js";

/** Map: parses and checks one article. Never throws; a rule that throws becomes a crash and a finding. */
export function checkArticle(input: ArticleInput, now: number): CheckedArticle {
  const check = new ArticleCheck(input, now);
  for (const setting of input.rules) check.ask(setting);
  return check.result();
}

/**
 * The same for a few articles together, step by step and rule by rule. The code of all of it is much larger
 * than a processor's nearest memory, that of one rule stays there from article to article: a third of a run's time.
 *
 * @param inputs at most `ARTICLES_AT_HAND` of them, or what is remembered of the first is worked out again
 * @returns what came of each, in their order
 */
export function checkArticles(inputs: readonly ArticleInput[], now: number): CheckedArticle[] {
  const openings = inputs.map(readAhead);
  const checks = inputs.map((input, index) => ({
    rules: input.rules,
    check: new ArticleCheck(input, now, openings[index]),
  }));
  for (const rules of new Set(inputs.map((input) => input.rules))) {
    const sharing = checks.filter((one) => one.rules === rules);
    for (const setting of rules) for (const { check } of sharing) check.ask(setting);
  }
  return checks.map(({ check }) => check.result());
}

/** Nothing where that fails: parsing then fails in the same way, and says so. */
function readAhead(input: ArticleInput): FrontMatterReading | undefined {
  try {
    return readOpening(input);
  } catch {
    return undefined;
  }
}
