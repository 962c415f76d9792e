import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toFrontMatterSchema } from "../../src/config/front-matter-schema.js";
import { FRONT_MATTER_PRESETS } from "../../src/knowledge/front-matter-presets.js";

describe("front-matter schemas", () => {
  const asJson = {
    type: "object",
    properties: {
      title: { type: "string", minLength: 2 },
      kind: { enum: ["note", "news"] },
      tags: { type: "array", items: { type: "string" } },
      home: { type: "string", format: "uri" },
      weight: { anyOf: [{ type: "integer" }, { type: "null" }] },
    },
    required: ["title"],
    additionalProperties: false,
  };
  const asZod = z.strictObject({
    title: z.string().min(2),
    kind: z.enum(["note", "news"]).optional(),
    tags: z.array(z.string()).optional(),
    home: z.url().optional(),
    weight: z.union([z.int(), z.null()]).optional(),
  });

  it.each([
    ["JSON Schema", asJson],
    ["zod", asZod],
  ])("says the same from %s", (_name, input) => {
    const { validate } = toFrontMatterSchema(input);
    const codes = (data: Record<string, unknown>) =>
      validate(data).map(({ path, code, expected }) => [path.join("."), code, expected]);
    expect(codes({ title: "Ab" })).toEqual([]);
    expect(codes({ title: 1 })).toEqual([["title", "type", "text"]]);
    expect(codes({})).toEqual([["title", "missing", "text"]]);
    expect(codes({ title: "A" })).toEqual([["title", "other", "at least 2 characters"]]);
    expect(codes({ title: "Ab", kind: "new" })).toEqual([["kind", "enum", '"note" or "news"']]);
    expect(codes({ title: "Ab", tags: ["a", 1] })).toEqual([["tags.1", "type", "text"]]);
    expect(codes({ title: "Ab", home: "x" })).toEqual([
      ["home", "format", "an address such as https://example.org/"],
    ]);
    expect(codes({ title: "Ab", weight: "x" })).toEqual([
      ["weight", "type", "a number or nothing"],
    ]);
    expect(codes({ title: "Ab", titel: 1 })).toEqual([["titel", "unknown-key", undefined]]);
    expect(validate({ title: "Ab", titel: 1 })[0]?.allowed).toContain("title");
  });

  it("takes any Standard Schema", () => {
    const standard = {
      "~standard": {
        version: 1,
        vendor: "house",
        validate: (value: unknown) =>
          Reflect.has(Object(value), "title")
            ? { value }
            : { issues: [{ message: "needs a title", path: [{ key: "title" }] }] },
      },
    };
    expect(toFrontMatterSchema(standard).validate({ title: 1 })).toEqual([]);
    expect(toFrontMatterSchema(standard).validate({})).toMatchObject([
      { path: ["title"], code: "missing", message: "needs a title" },
    ]);
  });

  it("reads data without prototypes", () => {
    const data: Record<string, unknown> = Object.assign(Object.create(null), { title: "Ab" });
    expect(toFrontMatterSchema(asJson).validate(data)).toEqual([]);
  });

  it("has a preset for each engine, open to further keys and to any text as date", () => {
    for (const name of FRONT_MATTER_PRESETS.keys()) {
      const schema = toFrontMatterSchema(name);
      expect(schema.source).toBe(name);
      const needed = { title: "A", versions: {}, slug: "a", "page-type": "guide" };
      expect(
        schema.validate({ ...needed, date: "Tue, 01 Mar 2022", houseKey: { a: [1] } }),
      ).toEqual([]);
      expect(schema.validate({ ...needed, title: ["A"] })).toMatchObject([
        { code: "type", path: ["title"] },
      ]);
    }
  });

  it.each([
    ["hexxo", /did you mean "hexo"/],
    [42, /JSON Schema or the name of a preset/],
    [null, /JSON Schema or the name of a preset/],
    [{ type: "object", dependentRequired: { a: ["b"] } }, /cannot be used/],
    [{ type: "nonsense" }, /cannot be used/],
  ])("refuses %j", (input, message) => {
    expect(() => toFrontMatterSchema(input)).toThrow(message);
  });
});
