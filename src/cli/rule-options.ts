import * as z from "zod";
import { member } from "../engines/read/member.js";
import type { Rule } from "../rule/index.js";

/** An option of a rule, for people who look it up. */
export interface RuleOption {
  readonly name: string;
  /** As JSON; undefined when it has none that JSON can say. */
  readonly default: unknown;
  readonly description: string;
  /** The values it takes, where it takes few. */
  readonly choices: readonly string[];
}

/** The options of a rule, in the order of its schema. */
export function optionsOf(rule: Rule): readonly RuleOption[] {
  if (!(rule.options instanceof z.ZodObject)) return [];
  const defaults: unknown = rule.options.safeParse({}).data;
  return Object.entries(rule.options.shape).map(([name, schema]) => ({
    name,
    default: member(defaults, name),
    description: schema instanceof z.ZodType ? (schema.description ?? "") : "",
    choices: choicesOf(schema),
  }));
}

function choicesOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return choicesOf(schema.unwrap());
  }
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}
