import type { z } from "zod";
import type { ArticleFacts } from "../facts/facts.js";

/** The schema that a fact was left under in this process. */
const schemaOf = new WeakMap<object, z.ZodType>();

/** Remembers that a fact was left in this process, where its type was checked when the rule was compiled. */
export function markFact(fact: unknown, schema: z.ZodType): void {
  if (typeof fact === "object" && fact !== null) schemaOf.set(fact, schema);
}

/**
 * What a rule left of an article; undefined when it left nothing of that form. Only a fact that comes from a cache or
 * another thread is held to the schema.
 *
 * @param schema the `facts` of the rule
 */
export function readFact<Schema extends z.ZodType>(
  facts: ArticleFacts,
  rule: string,
  schema: Schema,
): z.output<Schema> | undefined {
  const fact = facts.rules[rule];
  if (fact === undefined) return undefined;
  return wasLeftUnder(fact, schema) ? fact : schema.safeParse(fact).data;
}

function wasLeftUnder<Schema extends z.ZodType>(
  fact: unknown,
  schema: Schema,
): fact is z.output<Schema> {
  return typeof fact === "object" && fact !== null && schemaOf.get(fact) === schema;
}
