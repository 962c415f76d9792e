import type { ReportSettings } from "../report/model.js";
import type { Rule } from "../rule/index.js";
import type { ReadArticle } from "./read.js";

/** The settings that held for the checked articles, those of the most articles first. */
export function settingsOfRun(articles: Iterable<ReadArticle>): readonly ReportSettings[] {
  const counts = new Map<ReadArticle["resolved"], number>();
  for (const { resolved, isContext } of articles)
    if (!isContext) counts.set(resolved, (counts.get(resolved) ?? 0) + 1);
  const settings = new Map<string, ReportSettings>();
  for (const [resolved, count] of counts) {
    const key = JSON.stringify(settingsOf(resolved, 0));
    settings.set(key, settingsOf(resolved, (settings.get(key)?.articles ?? 0) + count));
  }
  return [...settings]
    .sort(([a, one], [b, other]) => other.articles - one.articles || (a < b ? -1 : 1))
    .map(([, one]) => one);
}

function settingsOf(
  { engine, failOn, rules }: ReadArticle["resolved"],
  articles: number,
): ReportSettings {
  const severities = rules.map(({ rule, severity }) => [rule.id, severity ?? "own"] as const);
  severities.sort(([a], [b]) => (a < b ? -1 : 1));
  return { engine: engine.name, articles, failOn, rules: Object.fromEntries(severities) };
}

/** The rules that looked at some article, by id. */
export function rulesOf(articles: Iterable<ReadArticle>): ReadonlyMap<string, Rule> {
  const lists = new Set([...articles].map(({ resolved }) => resolved.rules));
  return new Map([...lists].flat().map(({ rule }) => [rule.id, rule]));
}
