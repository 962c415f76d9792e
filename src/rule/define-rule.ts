import * as z from "zod";
import type { MessageDefinition, Rule, RuleDefinition } from "./rule.js";

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** Options of a rule that has none. */
export const noOptions = z.strictObject({});

/**
 * Declares a rule. The types of `options`, `report` and message data follow from the definition.
 *
 * @throws {TypeError} when the id is not `family/name` or neither `check` nor `site` is given.
 */
export function defineRule<
  const Messages extends Readonly<Record<string, MessageDefinition>>,
  Options extends z.ZodType = typeof noOptions,
>(
  definition: Omit<RuleDefinition<Options, Messages>, "options"> & { readonly options?: Options },
): Rule;
export function defineRule(
  definition: Omit<RuleDefinition, "options"> & { readonly options?: z.ZodType },
): Rule {
  if (!ID.test(definition.id)) {
    throw new TypeError(`Rule id "${definition.id}" is not of the form family/name.`);
  }
  const { check, site, online } = definition;
  if (check === undefined && site === undefined) {
    throw new TypeError(`Rule "${definition.id}" has neither check nor site.`);
  }
  return {
    id: definition.id,
    summary: definition.summary,
    recommended: definition.recommended ?? true,
    fixes: definition.fixes ?? [],
    references: definition.references ?? [],
    options: definition.options ?? noOptions,
    messages: definition.messages,
    check: (context) => check?.(context),
    site: (context) => site?.(context),
    online: (context) => online?.(context) ?? [],
    stages: { check: check !== undefined, site: site !== undefined, online: online !== undefined },
  };
}
