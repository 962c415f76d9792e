import { createRequire } from "node:module";
import type { CodeKeywordDefinition } from "ajv";
import { excerpt } from "../../knowledge/text/excerpt.js";
import { UnsupportedPattern } from "../../patterns/javascript-syntax.js";
import { linearPattern, trustedPattern } from "../../patterns/linear.js";

// CommonJS, loaded only when a JSON Schema is met, and at once: compiling a schema must not wait.
const load = createRequire(import.meta.url);

/** Most references followed and choices tried for one value: schemas that refer to themselves double quickly. */
const MOST_STEPS = 50_000;

/** A schema that is held against values in bounded time. */
export interface BoundedValidator {
  /** What is wrong with a value; undefined where the schema asks for more steps than it may take. */
  errorsOf(data: unknown): readonly object[] | undefined;
}

type DialectModule = typeof import("ajv/dist/2020.js");
type Compiler = InstanceType<DialectModule["default"]>;

/** Drafts before 2019-09 say other things by the same words (`items`, `dependencies`). */
function moduleFor(dialect: string): DialectModule {
  if (/\/draft-0[67]\//.test(dialect)) return load("ajv");
  return dialect.includes("2019-09") ? load("ajv/dist/2019.js") : load("ajv/dist/2020.js");
}

/**
 * Compiles a JSON Schema of the dialect that `$schema` names; 2020-12 when nothing is named. Unknown keywords are
 * left to other tools; all errors are gathered.
 *
 * @param isTrusted whether its patterns may look around and refer back, as only whose may who may run code
 * @throws {Error} when it contradicts its own standard, refers to other files, or cannot be held in bounded time
 */
export function compileSchema(
  schema: object,
  dialect: string,
  isTrusted: boolean,
): BoundedValidator {
  if ("$async" in schema) throw new TypeError("it is asynchronous");
  const { default: Ajv } = moduleFor(dialect);
  const { default: addFormats }: typeof import("ajv-formats") = load("ajv-formats");
  const regExp = Object.assign(
    (source: string, flags: string) => schemaPattern(source, flags, isTrusted),
    { code: "" },
  );
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    logger: false,
    // A part that is referred to often would be compiled as often.
    inlineRefs: false,
    code: { regExp },
  });
  addFormats.default(ajv);
  const counter = countSteps(ajv);
  const validate = ajv.compile(schema);
  return {
    errorsOf: (data) => {
      counter.steps = 0;
      try {
        return validate(data) === true ? [] : (validate.errors ?? []);
      } catch (error) {
        // A circle of references ends at the end of the stack.
        if (error instanceof TooManySteps || error instanceof RangeError) return undefined;
        throw error;
      }
    },
  };
}

function schemaPattern(source: string, flags: string, isTrusted: boolean) {
  try {
    const { test } = isTrusted ? trustedPattern(source, flags) : linearPattern(source, flags);
    // Ajv keeps patterns apart by their text.
    return { test, toString: () => `/${source}/${flags}` };
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    throw new TypeError(
      `the pattern "${excerpt(source)}" ${error.message}, which could take unbounded time`,
    );
  }
}

class TooManySteps extends Error {}

/** Keywords by which a few lines of schema can mean very many steps. */
const MULTIPLYING = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "enum"];

/** Has the code of a schema count what it does. */
function countSteps(ajv: Compiler): { steps: number } {
  const { _ }: typeof import("ajv") = load("ajv");
  const counter = { steps: 0 };
  const count = (by: number): void => {
    counter.steps += by;
    if (counter.steps > MOST_STEPS) throw new TooManySteps();
  };
  const counted = (
    keyword: string,
    stepsOf: (context: Parameters<CodeKeywordDefinition["code"]>[0]) => ReturnType<typeof _>,
  ): void => {
    const rule = ajv.RULES.all[keyword];
    if (typeof rule !== "object" || !("code" in rule.definition)) return;
    const { definition } = rule;
    rule.definition = {
      ...definition,
      code(context, type) {
        const func = context.gen.scopeValue("func", { ref: count });
        context.gen.code(_`${func}(${stepsOf(context)})`);
        definition.code(context, type);
      },
    };
  };
  for (const keyword of MULTIPLYING) {
    counted(keyword, ({ schema }) => _`${Array.isArray(schema) ? schema.length : 1}`);
  }
  // Each entry is compared with all others.
  counted("uniqueItems", ({ data }) => _`Array.isArray(${data}) ? ${data}.length ** 2 / 50 : 1`);
  return counter;
}
