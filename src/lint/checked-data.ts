import * as z from "zod";
import { remembered } from "../article/remembered.js";
import { articleFactsSchema } from "../facts/facts.js";
import { fromJson, toJson } from "../facts/plain-value.js";
import type { Finding } from "../rule/finding.js";
import { findingSchema } from "../rule/finding-schema.js";
import { markFact } from "../rule/rule-facts.js";
import type { CheckedArticle, RuleSetting } from "./contract.js";

const checkedSchema = z.strictObject({
  facts: articleFactsSchema,
  findings: z.array(findingSchema),
  crashes: z.array(z.strictObject({ rule: z.string(), path: z.string(), reason: z.string() })),
  period: z.strictObject({ from: z.number().nullable(), until: z.number().nullable() }),
});

type WrittenChecked = z.infer<typeof checkedSchema>;

/** What this program itself wrote has the form that its types say. */
const ownSchema = z.custom<WrittenChecked>(
  (value) => typeof value === "object" && value !== null && "facts" in value && "period" in value,
);

/** What came of one article as text, for a cache, another thread or another machine. */
export function writeChecked({ facts, findings, crashes, period }: CheckedArticle): string {
  const { route } = facts;
  // Only front matter holds what is not JSON.
  const values = toJson(route.values);
  const plain = { ...facts, route: { ...route, values } };
  // What has no end is null.
  return JSON.stringify({ facts: plain, findings, crashes, period });
}

/**
 * Reads what `writeChecked` wrote. Nobody vouches for the text: it is held to the schemas of facts and findings, and to
 * those of the rules that left facts.
 *
 * @param rules those that hold for the article
 * @returns undefined for any other text
 */
export function readChecked(
  text: string,
  rules: readonly RuleSetting[],
): CheckedArticle | undefined {
  return readAs(checkedSchema, text, rules);
}

/**
 * Reads what `writeChecked` wrote in this very build, where it is proven that nobody has changed it since. Its types gave it
 * its form, and checking that again takes several times longer than reading. Only the facts of rules are held to their
 * schemas, since rules may come from elsewhere.
 *
 * @param rules those that hold for the article
 * @returns undefined for any other text
 */
export function readOwnChecked(
  text: string,
  rules: readonly RuleSetting[],
): CheckedArticle | undefined {
  return readAs(ownSchema, text, rules);
}

function readAs(
  schema: z.ZodType<WrittenChecked>,
  text: string,
  rules: readonly RuleSetting[],
): CheckedArticle | undefined {
  try {
    const { facts, findings, crashes, period } = schema.parse(JSON.parse(text));
    const values = valuesSchema.parse(fromJson(facts.route.values));
    const ruleFacts = factsOfRules(facts.rules, rules);
    if (ruleFacts === undefined) return undefined;
    const read = { ...facts, route: { ...facts.route, values }, rules: ruleFacts };
    return {
      facts: read,
      findings: findings.map(sharing),
      crashes,
      period: {
        from: period.from ?? Number.NEGATIVE_INFINITY,
        until: period.until ?? Number.POSITIVE_INFINITY,
      },
    };
  } catch {
    return undefined;
  }
}

/** What a rule says without filling anything in is one text for all of its findings, as where it was found. */
function sharing(finding: Finding): Finding {
  return { ...finding, why: shared(finding.why), help: shared(finding.help) };
}

const shared = remembered((text) => text);

const valuesSchema = z.record(z.string(), z.unknown());

/** What rules left, by rule; undefined where something is not of the form that its rule describes. */
function factsOfRules(
  written: Readonly<Record<string, unknown>>,
  rules: readonly RuleSetting[],
): Record<string, unknown> | undefined {
  const facts: Record<string, unknown> = {};
  for (const { rule } of rules) {
    const fact = written[rule.id];
    if (fact === undefined) continue;
    const parsed = rule.facts?.safeParse(fact);
    if (parsed?.success === false) return undefined;
    facts[rule.id] = parsed === undefined ? fact : parsed.data;
    if (rule.facts !== undefined) markFact(facts[rule.id], rule.facts);
  }
  return Object.keys(facts).length === Object.keys(written).length ? facts : undefined;
}
