import * as z from "zod";
import type { SchemaIssue } from "../../rule/index.js";
import { oneOf, valueAt } from "./schema-issues.js";
import words from "./schema-words.json" with { type: "json" };

/** An error of Ajv with `verbose`, as far as it is read (https://ajv.js.org/api.html#error-objects). */
const errorSchema = z.looseObject({
  instancePath: z.string(),
  schemaPath: z.string(),
  keyword: z.string(),
  message: z.string().catch("is not valid"),
  params: z.record(z.string(), z.unknown()),
  parentSchema: z.unknown(),
});

type AjvError = z.output<typeof errorSchema>;

const TYPES: Readonly<Record<string, string>> = words.types;
const FORMATS: Readonly<Record<string, string>> = words.formats;

const COUNTED: Readonly<Record<string, string>> = {
  Length: " characters",
  Items: " items",
  Properties: " keys",
};

/** Steps of a JSON Pointer (RFC 6901), with the indexes of lists as numbers. */
function stepsOf(pointer: string, data: unknown): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    steps.push(Array.isArray(valueAt(data, steps)) ? Number(name) : name);
  }
  return steps;
}

function propertiesOf(schema: unknown): readonly string[] {
  const holder = z.looseObject({ properties: z.record(z.string(), z.unknown()) }).safeParse(schema);
  return holder.success ? Object.keys(holder.data.properties) : [];
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function rangeExpected({ keyword, params }: AjvError): string | undefined {
  const bound = /^(min|max)(Length|Items|Properties)$/.exec(keyword);
  if (bound !== null) {
    const side = bound[1] === "min" ? "at least" : "at most";
    return `${side} ${String(params.limit)}${COUNTED[bound[2] ?? ""] ?? ""}`;
  }
  const { limit } = params;
  if (keyword === "minimum") return `at least ${String(limit)}`;
  if (keyword === "maximum") return `at most ${String(limit)}`;
  if (keyword === "exclusiveMinimum") return `more than ${String(limit)}`;
  if (keyword === "exclusiveMaximum") return `less than ${String(limit)}`;
  return keyword === "multipleOf" ? `a multiple of ${String(params.multipleOf)}` : undefined;
}

function toIssue(error: AjvError, data: unknown): readonly SchemaIssue[] {
  const { keyword, params, message } = error;
  const path = stepsOf(error.instancePath, data);
  const issue = { path, message, allowed: [], expected: undefined } as const;
  switch (keyword) {
    case "type": {
      const expected = oneOf(texts(params.type).map((type) => TYPES[type] ?? type));
      return [{ ...issue, code: "type", expected }];
    }
    case "enum":
    case "const": {
      const values: unknown = keyword === "enum" ? params.allowedValues : [params.allowedValue];
      const list: readonly unknown[] = Array.isArray(values) ? values : [];
      const expected = oneOf(list.map((value) => JSON.stringify(value)));
      return [{ ...issue, code: "enum", allowed: list.map(String), expected }];
    }
    case "required":
    case "dependentRequired":
    case "dependencies": {
      const name = String(params.missingProperty);
      return [{ ...issue, path: [...path, name], code: "missing", allowed: [name] }];
    }
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      const allowed = propertiesOf(error.parentSchema);
      return [{ ...issue, path: [...path, name], code: "unknown-key", allowed }];
    }
    case "format": {
      const format = String(params.format);
      return [{ ...issue, code: "format", expected: FORMATS[format] ?? format }];
    }
    case "pattern":
      return [
        { ...issue, code: "format", expected: `text that matches ${String(params.pattern)}` },
      ];
    case "propertyNames":
      return [{ ...issue, path: [...path, String(params.propertyName)], code: "other" }];
    case "if":
      // What `then` or `else` asks for is said by its own errors.
      return [];
    default:
      return [{ ...issue, code: "other", expected: rangeExpected(error) }];
  }
}

function isChoice({ keyword }: AjvError): boolean {
  return keyword === "anyOf" || keyword === "oneOf";
}

/** Whether `inner` is what a branch of the choice `outer` said: of the same value, but not of its own schema. */
function isOfBranch(inner: AjvError, outer: AjvError): boolean {
  const isInside = `${inner.instancePath}/`.startsWith(`${outer.instancePath}/`);
  const parent = outer.schemaPath.slice(0, outer.schemaPath.lastIndexOf("/") + 1);
  const isSibling =
    inner.schemaPath.startsWith(parent) && !inner.schemaPath.startsWith(`${outer.schemaPath}/`);
  return isInside && !isSibling;
}

/** A value that fits no branch: what each would have taken, or what the branch nearest to it misses. */
function fromChoice(
  outer: AjvError,
  branches: readonly AjvError[],
  data: unknown,
): readonly SchemaIssue[] {
  const here = branches.filter(({ instancePath }) => instancePath === outer.instancePath);
  const issues = here.flatMap((error) => toIssue(error, data));
  const deeper = branches.filter(({ instancePath }) => instancePath !== outer.instancePath);
  const aboutKeys = issues.filter(({ code }) => code === "missing" || code === "unknown-key");
  // The branch that got into the value is the one the writer meant.
  if (deeper.length > 0) return deeper.flatMap((error) => toIssue(error, data)).slice(0, 1);
  if (aboutKeys.length > 0) return aboutKeys.slice(0, 1);
  const allowed = issues.flatMap((issue) => issue.allowed);
  const expected = oneOf(issues.flatMap((issue) => issue.expected ?? []));
  const code = allowed.length > 0 ? "enum" : issues.length > 0 ? "type" : "other";
  const path = stepsOf(outer.instancePath, data);
  return [{ path, message: outer.message, code, allowed, expected: expected || undefined }];
}

/** Turns the errors of Ajv into complaints about front matter. */
export function jsonSchemaIssues(errors: readonly object[], data: unknown): readonly SchemaIssue[] {
  const open: { readonly error: AjvError; readonly issues: readonly SchemaIssue[] }[] = [];
  for (const raw of errors) {
    const error = errorSchema.parse(raw);
    if (!isChoice(error)) {
      open.push({ error, issues: toIssue(error, data) });
      continue;
    }
    // Ajv reports the branches first, right before the choice.
    const branches: (typeof open)[number][] = [];
    for (
      let last = open.at(-1);
      last !== undefined && isOfBranch(last.error, error);
      last = open.at(-1)
    ) {
      branches.unshift(last);
      open.pop();
    }
    const issues = fromChoice(
      error,
      branches.map((branch) => branch.error),
      data,
    );
    open.push({ error, issues });
  }
  const seen = new Set<string>();
  return open.flatMap(({ issues }) =>
    issues.filter((issue) => {
      const key = JSON.stringify([issue.path, issue.code, issue.expected, issue.message]);
      return !seen.has(key) && seen.add(key);
    }),
  );
}
