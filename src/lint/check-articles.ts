import { ARTICLES_AT_HAND, forgetArticles } from "../article/per-article.js";
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

/** Parses and checks articles, so many together as are remembered. */
export function checkArticles(inputs: readonly ArticleInput[], now: number): CheckedArticle[] {
  const checked: CheckedArticle[] = [];
  for (let at = 0; at < inputs.length; at += ARTICLES_AT_HAND) {
    const together = parseArticles(inputs.slice(at, at + ARTICLES_AT_HAND));
    for (const one of checkParsed(together, now)) checked.push(one);
  }
  return checked;
}

/** Parses and checks one article. */
export function checkArticle(input: ArticleInput, now: number): CheckedArticle {
  const check = new ArticleCheck(parseForRules(input), now);
  for (const setting of input.rules) check.ask(setting);
  return check.result();
}
