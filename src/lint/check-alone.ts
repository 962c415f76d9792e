import type { Article } from "../article/article.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Finding } from "../rule/finding.js";
import { applyDirectives, judgesDirectives } from "./apply-directives.js";
import { ArticleCheck } from "./article-check.js";
import type { ArticleInput } from "./contract.js";
import { parseForRules } from "./parse-articles.js";

/** An article as its rules see it without the rest of the site. */
export interface SeenArticle {
  readonly article: Article;
  readonly facts: ArticleFacts;
  /** What the rules find in it and no directive silences. */
  readonly findings: readonly Finding[];
  /** Why a rule or the parser failed, if one did. */
  readonly crash: string | undefined;
}

/** Parses and checks one article without the rest of its site. */
export function checkAlone(input: ArticleInput, now: number): SeenArticle {
  const parsed = parseForRules(input);
  const check = new ArticleCheck(parsed, now);
  for (const setting of input.rules) check.ask(setting);
  const { facts, findings, crashes } = check.result();
  // Whether a directive is of use only the whole site can tell.
  const rules = input.rules.filter(({ rule }) => !judgesDirectives(rule));
  const [crash] = crashes;
  return {
    article: parsed.article,
    facts,
    findings: applyDirectives(facts, findings, rules, input.settings).findings,
    crash: crash === undefined ? undefined : `${crash.rule} crashed: ${crash.reason}`,
  };
}
