import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { reportJsonSchema } from "../../src/report/json-schema.js";

interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly $ref?: string | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly $defs?: Readonly<Record<string, Schema>> | undefined;
}

const schema: z.ZodType<Schema> = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  $ref: z.string().optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  get items() {
    return schema.optional();
  },
  get $defs() {
    return z.record(z.string(), schema).optional();
  },
});

/** What programs that read version 1 would miss: members that are gone, may be absent now, or are something else. */
function broken(before: Schema, now: Schema | undefined, at = "report"): readonly string[] {
  if (now === undefined) return [`${at} is gone`];
  const changes: string[] = [];
  if (String(before.type) !== String(now.type))
    changes.push(`${at} was ${before.type} and is ${now.type}`);
  if (before.$ref !== now.$ref) changes.push(`${at} was ${before.$ref} and is ${now.$ref}`);
  for (const name of before.required ?? []) {
    if (!now.required?.includes(name)) changes.push(`${at}.${name} may be absent`);
  }
  // A new value of a list that programs switch on would surprise them as much as a lost one.
  if (before.enum?.some((value) => !now.enum?.includes(value))) changes.push(`${at} lost a value`);
  for (const key of ["properties", "$defs"] as const) {
    for (const [name, member] of Object.entries(before[key] ?? {})) {
      for (const change of broken(member, now[key]?.[name], `${at}.${name}`)) changes.push(change);
    }
  }
  if (before.items !== undefined) {
    for (const change of broken(before.items, now.items, `${at}[]`)) changes.push(change);
  }
  return changes;
}

/** The schema of version 1 as it was when it was last changed on purpose: change it only together with the promise in docs. */
const frozen = schema.parse(
  JSON.parse(readFileSync(new URL("report.schema.v1.json", import.meta.url), "utf8")),
);
const current = schema.parse(JSON.parse(JSON.stringify(reportJsonSchema())));

describe("version 1 of the JSON report", () => {
  it("keeps every member that programs may read", () => {
    expect(broken(frozen, current)).toEqual([]);
  });

  it("would be told to have lost, loosened or changed one", () => {
    const { summary, ...rest } = current.properties ?? {};
    expect(broken(frozen, { ...current, properties: rest })).toContain("report.summary is gone");
    const loose = { ...current, required: ["version"] };
    expect(broken(frozen, loose)).toContain("report.summary may be absent");
    const other = { ...current, properties: { ...rest, summary: { type: "string" } } };
    expect(broken(frozen, other)).toContain("report.summary was object and is string");
  });
});
