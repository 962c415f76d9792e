import * as z from "zod";
import { smallest } from "../../article/largest.js";
import type { SchemaIssue } from "../../rule/index.js";
import words from "./schema-words.json" with { type: "json" };

/** A complaint of zod, as far as it is read; other versions of zod say the same. */
const issueSchema = z.looseObject({
  code: z.string().catch("custom"),
  message: z.string().catch("is not valid"),
  path: z.array(z.union([z.string(), z.number()])).catch([]),
  expected: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
  values: z.array(z.unknown()).optional().catch(undefined),
  keys: z.array(z.string()).optional().catch(undefined),
  errors: z.array(z.array(z.unknown())).optional().catch(undefined),
  origin: z.string().optional().catch(undefined),
  minimum: z.number().optional().catch(undefined),
  maximum: z.number().optional().catch(undefined),
});

type Issue = z.output<typeof issueSchema>;

const TYPES: Readonly<Record<string, string>> = words.types;
const FORMATS: Readonly<Record<string, string>> = words.formats;
const UNITS: Readonly<Record<string, string>> = words.units;

/** The value at `path`; undefined when there is none. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** The texts as a choice: `a, b or c`. */
export function oneOf(texts: readonly string[]): string {
  const unique = [...new Set(texts)];
  const last = unique.pop() ?? "";
  return unique.length === 0 ? last : `${unique.join(", ")} or ${last}`;
}

function expectationOf(issue: Issue): string | undefined {
  if (issue.values !== undefined) return oneOf(issue.values.map((value) => JSON.stringify(value)));
  if (issue.code === "invalid_type") return TYPES[issue.expected ?? ""] ?? issue.expected;
  if (issue.format !== undefined) return FORMATS[issue.format] ?? issue.format;
  const unit = UNITS[issue.origin ?? ""] ?? "";
  const bound = (limit: number): string =>
    issue.origin === "date" ? new Date(limit).toISOString() : `${limit}${unit}`;
  if (issue.code === "too_small") return `at least ${bound(issue.minimum ?? 1)}`;
  return issue.code === "too_big" ? `at most ${bound(issue.maximum ?? 0)}` : undefined;
}

const CODES: Readonly<Record<string, SchemaIssue["code"]>> = {
  invalid_type: "type",
  invalid_value: "enum",
  invalid_enum_value: "enum",
  invalid_literal: "enum",
  invalid_format: "format",
  invalid_string: "format",
};

/** Of a value that fits none of several schemas: what each would have taken, as one complaint. */
function fromUnion(
  issue: Issue,
  data: unknown,
  at: readonly (string | number)[],
): readonly SchemaIssue[] {
  const branches = (issue.errors ?? []).map((errors) =>
    errors.map((error) => issueSchema.parse(error)),
  );
  const shallow = branches.every((errors) => errors.every(({ path }) => path.length === 0));
  if (!shallow) {
    // The branch that got furthest into the value is the one the writer meant.
    const reach = (errors: readonly Issue[]): number =>
      smallest(errors.map(({ path }) => path.length));
    const [best] = branches.sort((a, b) => reach(b) - reach(a) || a.length - b.length);
    return (best ?? []).flatMap((inner) => toIssues(inner, data, at));
  }
  const parts = branches.flat();
  const values = parts.flatMap((inner) => inner.values ?? []);
  const expected = oneOf(parts.flatMap((inner) => expectationOf(inner) ?? []));
  const code = values.length > 0 ? "enum" : parts.length > 0 ? "type" : "other";
  return [
    {
      ...base(issue, data, at),
      code,
      allowed: values.map(String),
      expected: expected || undefined,
    },
  ];
}

function base(issue: Issue, data: unknown, at: readonly (string | number)[]): SchemaIssue {
  const isMissing = at.length > 0 && valueAt(data, at) === undefined;
  return {
    path: at,
    message: issue.message,
    code: isMissing ? "missing" : (CODES[issue.code] ?? "other"),
    allowed: (issue.values ?? []).map(String),
    expected: expectationOf(issue),
  };
}

function toIssues(
  issue: Issue,
  data: unknown,
  prefix: readonly (string | number)[],
): readonly SchemaIssue[] {
  const at = [...prefix, ...issue.path];
  const own = base(issue, data, at);
  if (own.code === "missing") return [{ ...own, allowed: [String(at.at(-1))] }];
  if (issue.code === "invalid_union" && issue.errors !== undefined)
    return fromUnion(issue, data, at);
  if (issue.code !== "unrecognized_keys") return [own];
  return (issue.keys ?? []).map((key) => ({
    ...own,
    path: [...at, key],
    code: "unknown-key",
    allowed: [],
    expected: undefined,
  }));
}

/** Turns the issues of zod, or of another validator with `message` and `path`, into complaints about front matter. */
export function toSchemaIssues(issues: readonly unknown[], data: unknown): readonly SchemaIssue[] {
  return issues.flatMap((issue) => toIssues(issueSchema.parse(issue), data, []));
}
