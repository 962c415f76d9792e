import * as z from "zod";
import { member } from "../../engines/read/member.js";
import type { SchemaIssue } from "../../rule/index.js";
import { toSchemaIssues } from "./schema-issues.js";

/** https://standardschema.dev, version 1; arktype's outcome is itself the list. */
const issuesSchema = z.array(z.unknown()).optional();

/** `"a" | "b"`, `("a" | "b")`, `"a", "b" or "c"`: values written out, and nothing else. */
const VALUES = /^\(?"(?:[^"\\]|\\.)*"(?:(?:\s*\||,| or)\s*"(?:[^"\\]|\\.)*")*\)?$/;
const VALUE = /"(?:[^"\\]|\\.)*"/g;

/** Path steps of Standard Schema may be objects with a `key`. */
function pathOf(issue: unknown): readonly unknown[] {
  const path = member(issue, "path");
  return Array.isArray(path) ? path.map((step: unknown) => member(step, "key") ?? step) : [];
}

/**
 * An issue in the words of zod. The standard promises a message and a path only; valibot and arktype also say
 * what they expected.
 */
function inWordsOfZod(issue: unknown): object {
  const path = pathOf(issue);
  const said = { message: member(issue, "message"), path };
  const told = member(issue, "expected");
  if (typeof told !== "string") return said;
  // For a choice arktype gives the whole sentence.
  const expected = /must be (.+) \(was .*\)$/.exec(told)?.[1] ?? told;
  if (expected === "never" || expected === "removed")
    return { ...said, code: "unrecognized_keys", path: path.slice(0, -1), keys: [path.at(-1)] };
  if (VALUES.test(expected)) {
    const values = (expected.match(VALUE) ?? []).map((text): unknown => JSON.parse(text));
    return { ...said, code: "invalid_value", values };
  }
  const isType =
    member(issue, "kind") === "schema" ||
    /^(?:domain|proto|union)$/.test(String(member(issue, "code")));
  return isType ? { ...said, code: "invalid_type", expected: expected.replace(/^an? /, "") } : said;
}

/** A validator made of a Standard Schema; undefined for anything else. */
export function fromStandard(
  schema: object,
): ((data: unknown) => readonly SchemaIssue[]) | undefined {
  const standard = member(schema, "~standard");
  const validate = member(standard, "validate");
  if (typeof validate !== "function") return undefined;
  return (data) => {
    const outcome: unknown = Reflect.apply(validate, standard, [data]);
    if (outcome instanceof Promise) {
      throw new TypeError("The front-matter schema is asynchronous, but it must be synchronous.");
    }
    return toSchemaIssues(
      (issuesSchema.parse(member(outcome, "issues")) ?? []).map(inWordsOfZod),
      data,
    );
  };
}
