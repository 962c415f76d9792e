import { forgetArticles } from "../article/per-article.js";
import { ArticleCheck } from "./article-check.js";
import type { ArticleInput, CheckedArticle } from "./contract.js";
import { type ParsedArticle, parseArticles, parseForRules } from "./parse-articles.js";

/**
 * Has the rules look at articles, rule by rule. The code of all of them is much larger than a processor's nearest
 * memory, that of one rule stays there from article to article: a third of a run's time.
 *
 * @param articles at most `ARTICLES_AT_HAND` of them, or what is remembered of the first is worked out again
 * @returns what came of each, in their order
 */
export function checkParsed(articles: readonly ParsedArticle[], now: number): CheckedArticle[] {
  const checks = articles.map((parsed) => ({
    rules: parsed.input.rules,
    check: new ArticleCheck(parsed, now),
  }));
  for (const rules of new Set(checks.map((one) => one.rules))) {
    const sharing = checks.filter((one) => one.rules === rules);
    for (const setting of rules) for (const { check } of sharing) check.ask(setting);
  }
  const checked = checks.map(({ check }) => check.result());
  forgetArticles();
  return checked;
}

/** Parses and checks a few articles together. */
export function checkArticles(inputs: readonly ArticleInput[], now: number): CheckedArticle[] {
  return checkParsed(parseArticles(inputs), now);
}

/** Parses and checks one article. */
export function checkArticle(input: ArticleInput, now: number): CheckedArticle {
  const check = new ArticleCheck(parseForRules(input), now);
  for (const setting of input.rules) check.ask(setting);
  return check.result();
}
