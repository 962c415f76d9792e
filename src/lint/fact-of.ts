import type { ArticleFacts } from "../facts/facts.js";
import type { Rule } from "../rule/rule.js";
import { readFact } from "../rule/rule-facts.js";

/** What a rule left of an article; undefined for a rule that leaves nothing. */
export function factOf({ id, facts: schema }: Rule, facts: ArticleFacts): unknown {
  return schema === undefined ? undefined : readFact(facts, id, schema);
}
