import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { FRONT_MATTER_PRESETS } from "../knowledge/front-matter-presets.js";
import type { FrontMatterSchema, SchemaIssue } from "../rule/index.js";
import { toSchemaIssues } from "./schema-issues.js";

type Validate = (data: unknown) => readonly unknown[];

const zodOutcome = z.looseObject({
  success: z.boolean(),
  error: z.looseObject({ issues: z.array(z.unknown()) }).optional(),
});

/** https://standardschema.dev, version 1 */
const standardOutcome = z.looseObject({ issues: z.array(z.unknown()).optional() });

function member(value: unknown, name: string): unknown {
  const holds = (typeof value === "object" && value !== null) || typeof value === "function";
  return holds ? Reflect.get(value, name) : undefined;
}

function fromZod(schema: object): Validate | undefined {
  const safeParse = member(schema, "safeParse");
  if (typeof safeParse !== "function") return undefined;
  return (data) => {
    const outcome = zodOutcome.parse(Reflect.apply(safeParse, schema, [data]));
    return outcome.success ? [] : (outcome.error?.issues ?? []);
  };
}

/** Path steps of Standard Schema may be objects with a `key`. */
function withPlainPath(issue: unknown): unknown {
  const path = member(issue, "path");
  const steps = Array.isArray(path) ? path.map((step: unknown) => member(step, "key") ?? step) : [];
  return { message: member(issue, "message"), path: steps };
}

function fromStandard(schema: object): Validate | undefined {
  const standard = member(schema, "~standard");
  const validate = member(standard, "validate");
  if (typeof validate !== "function") return undefined;
  return (data) => {
    const outcome: unknown = Reflect.apply(validate, standard, [data]);
    if (outcome instanceof Promise) {
      throw new TypeError(
        "The front-matter schema answers asynchronously; it must answer at once.",
      );
    }
    return (standardOutcome.parse(outcome).issues ?? []).map(withPlainPath);
  };
}

function fromJsonSchema(schema: object, source: string): Validate {
  try {
    const converted = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(schema));
    return (data) => converted.safeParse(data).error?.issues ?? [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`The front-matter schema of ${source} cannot be used: ${reason}.`);
  }
}

function presetNamed(name: string): object {
  const preset = FRONT_MATTER_PRESETS.get(name);
  if (preset !== undefined) return preset;
  const names = [...FRONT_MATTER_PRESETS.keys()];
  const nearest = names.sort((a, b) => distance(name, a) - distance(name, b))[0];
  throw new TypeError(
    `There is no front-matter schema named "${name}"; did you mean "${nearest}"?`,
  );
}

/** Names of the keys a JSON Schema declares at its top, for suggestions about unknown ones. */
function declaredKeys(schema: unknown): readonly string[] {
  const properties = member(schema, "properties") ?? member(schema, "shape");
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}

/**
 * Makes a front-matter schema of a zod schema, a Standard Schema, a JSON Schema (2020-12) or the name of a
 * preset.
 *
 * @param source where it comes from, for messages; a preset names itself
 * @throws {TypeError} when it is none of these, names no preset, or uses parts of JSON Schema that
 *   cannot be checked.
 */
export function toFrontMatterSchema(input: unknown, source = "config"): FrontMatterSchema {
  if (typeof input === "string") return toFrontMatterSchema(presetNamed(input), input);
  if ((typeof input !== "object" && typeof input !== "function") || input === null) {
    throw new TypeError(
      "A front-matter schema is a zod schema, a Standard Schema, a JSON Schema or the name of a preset.",
    );
  }
  const validate = fromZod(input) ?? fromStandard(input) ?? fromJsonSchema(input, source);
  const keys = declaredKeys(input);
  return {
    source,
    validate(data): readonly SchemaIssue[] {
      return toSchemaIssues(validate(data), data).map((issue) =>
        issue.code === "unknown-key" && issue.path.length === 1
          ? { ...issue, allowed: keys }
          : issue,
      );
    },
  };
}
