import * as z from "zod";
import type { AnyMessages } from "./message.js";
import type { Rule, RuleDefinition } from "./rule.js";

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** Options of a rule that has none. */
export const noOptions = z.strictObject({});

/**
 * Declares a rule. The types of `options`, `report`, message data and `leaveFact` follow from the definition.
 *
 * @throws {TypeError} when the id is not `family/name`, or when neither `check` nor `site` is given and the rule has no
 *   role.
 */
export function defineRule<
  const Id extends string,
  const Messages extends AnyMessages,
  Options extends z.ZodType = typeof noOptions,
  Facts extends z.ZodType = z.ZodNever,
  Loaded = undefined,
>(
  definition: Omit<RuleDefinition<Options, Messages, Facts, Id, Loaded>, "options"> & {
    readonly options?: Options;
  },
): Rule<Id, Options>;
export function defineRule(
  definition: Omit<RuleDefinition, "options"> & { readonly options?: z.ZodType },
): Rule {
  const { id, check, site, online, role, load } = definition;
  if (!ID.test(id)) throw new TypeError(`Rule id "${id}" is not of the form family/name.`);
  if (check === undefined && site === undefined && role === undefined) {
    throw new TypeError(`Rule "${id}" has neither check nor site.`);
  }
  return {
    id,
    summary: definition.summary,
    recommended: definition.recommended ?? true,
    replacedBy: definition.replacedBy,
    fixes: definition.fixes ?? [],
    references: definition.references ?? [],
    options: definition.options ?? noOptions,
    messages: definition.messages,
    facts: definition.facts,
    role,
    load,
    check: (context) => check?.(context),
    site: (context) => site?.(context),
    online: (context) => online?.(context) ?? [],
    speaksOf: definition.speaksOf,
    stages: { check: check !== undefined, site: site !== undefined, online: online !== undefined },
  };
}
