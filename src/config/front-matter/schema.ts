import { createHash } from "node:crypto";
import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import { FRONT_MATTER_PRESETS } from "../../engines/presets.js";
import { member } from "../../engines/read/member.js";
import { nearestOf } from "../../knowledge/text/nearest.js";
import type { FrontMatterSchema, SchemaIssue } from "../../rule/index.js";
import { contentTypeOf, contentTypes, isFrontMatterCms } from "./cms.js";
import { jsonSchemaIssues } from "./json-schema-issues.js";
import { compileSchema } from "./load-ajv.js";
import { quickLook } from "./quick-look.js";
import { toSchemaIssues } from "./schema-issues.js";
import { fromStandard } from "./standard-schema.js";

type Validate = (data: Readonly<Record<string, unknown>>) => readonly SchemaIssue[];

const zodOutcome = z.looseObject({
  success: z.boolean(),
  error: z.looseObject({ issues: z.array(z.unknown()) }).optional(),
});

/** The part of a zod schema that holds for the value at `path`, wrappers such as `optional` taken off. */
function partAt(schema: unknown, path: SchemaIssue["path"]): unknown {
  const bare = (wrapped: unknown): unknown => {
    let part = wrapped;
    for (let depth = 0; depth < 10; depth++) {
      const unwrap = member(part, "element") === undefined ? member(part, "unwrap") : undefined;
      if (typeof unwrap !== "function") break;
      part = Reflect.apply(unwrap, part, []);
    }
    return part;
  };
  return path.reduce<unknown>(
    (part, step) =>
      bare(
        typeof step === "number" ? member(part, "element") : member(member(part, "shape"), step),
      ),
    bare(schema),
  );
}

function fromZod(schema: object): Validate | undefined {
  const safeParse = member(schema, "safeParse");
  if (typeof safeParse !== "function") return undefined;
  return (data) => {
    const outcome = zodOutcome.parse(Reflect.apply(safeParse, schema, [data]));
    const issues = outcome.success ? [] : (outcome.error?.issues ?? []);
    return toSchemaIssues(issues, data).map((issue) => {
      if (issue.code !== "unknown-key") return issue;
      const shape = member(partAt(schema, issue.path.slice(0, -1)), "shape");
      const isObject = typeof shape === "object" && shape !== null;
      return isObject ? { ...issue, allowed: Object.keys(shape) } : issue;
    });
  };
}

/** The presets are plain enough for zod, which is there anyway; they run where nothing is configured. */
function fromPreset(preset: object): Validate {
  const converted = lazily(() => z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(preset)));
  const holds = quickLook(preset);
  return (data) =>
    holds(data) ? [] : toSchemaIssues(converted().safeParse(data).error?.issues ?? [], data);
}

function fromJsonSchema(schema: object, isTrusted: boolean): Validate {
  const dialect = String(member(schema, "$schema") ?? "");
  const { errorsOf } = compileSchema(schema, dialect, isTrusted);
  return (data) => {
    const errors = errorsOf(data);
    return errors === undefined ? [ENDLESS] : jsonSchemaIssues(errors, data);
  };
}

/** Said of an article for which the schema never comes to an end. */
const ENDLESS: SchemaIssue = {
  path: [],
  code: "other",
  message: "the schema refers to itself or repeats itself too often to be checked",
  allowed: [],
  expected: undefined,
};

/** Each article is held to the content type it names; one that is not described may be as it likes. */
function fromContentTypes(settings: object): Validate {
  const types = new Map(
    [...contentTypes(settings)].map(([name, schema]) => [name, fromJsonSchema(schema, false)]),
  );
  return (data) => types.get(contentTypeOf(data))?.(data) ?? [];
}

function presetNamed(name: string): object {
  const preset = FRONT_MATTER_PRESETS.get(name);
  if (preset !== undefined) return preset;
  const names = FRONT_MATTER_PRESETS.keys();
  const nearest = nearestOf(name, names, { limit: Number.POSITIVE_INFINITY, exactCase: true });
  throw new TypeError(
    `The front-matter schema "${name}" does not exist; did you mean "${nearest}"?`,
  );
}

function fromPlainData(input: object, source: string, isTrusted: boolean): Validate {
  try {
    return isFrontMatterCms(input) ? fromContentTypes(input) : fromJsonSchema(input, isTrusted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(
      `The front-matter schema of ${source} cannot be used: ${reason.replace(/\.$/, "")}.`,
    );
  }
}

/**
 * Makes a front-matter schema of a zod schema, a Standard Schema, a JSON Schema (2020-12; older drafts where
 * `$schema` names them), the settings of Front Matter CMS, or the name of a preset.
 *
 * @param source where it comes from, for messages; a preset names itself
 * @param isTrusted whether whoever wrote it may run code: else all its patterns take linear time
 * @throws {TypeError} when it is none of these, names no preset, or is a JSON Schema that contradicts
 *   its own standard or refers to other files.
 */
export function toFrontMatterSchema(
  input: unknown,
  source = "config",
  isTrusted = false,
): FrontMatterSchema {
  if (typeof input === "string") {
    const preset = presetNamed(input);
    return { source: input, fingerprint: fingerprintOf(preset), validate: fromPreset(preset) };
  }
  if ((typeof input !== "object" && typeof input !== "function") || input === null) {
    throw new TypeError(
      "A front-matter schema must be a zod schema, a Standard Schema, a JSON Schema or the name of a preset.",
    );
  }
  const byCode = fromZod(input) ?? fromStandard(input);
  if (byCode !== undefined) return { source, validate: byCode };
  const validate = fromPlainData(input, source, isTrusted);
  // Patterns of strangers run on another engine, which knows fewer of them.
  return { source, fingerprint: fingerprintOf([input, isTrusted]), validate };
}

/** Of a schema that is data. */
function fingerprintOf(schema: object): string {
  return createHash("sha256").update(JSON.stringify(schema)).digest("hex");
}
