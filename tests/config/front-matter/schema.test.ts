import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toFrontMatterSchema } from "../../../src/config/front-matter/schema.js";
import { FRONT_MATTER_PRESETS } from "../../../src/engines/presets.js";

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
    expect(codes({}).map((one) => one.slice(0, 2))).toEqual([["title", "missing"]]);
    expect(codes({ title: "A" })).toEqual([["title", "other", "at least 2 characters"]]);
    expect(codes({ title: "Ab", kind: "new" })).toEqual([["kind", "enum", '"note" or "news"']]);
    expect(codes({ title: "Ab", tags: ["a", 1] })).toEqual([["tags.1", "type", "text"]]);
    expect(codes({ title: "Ab", home: "x" })).toEqual([
      ["home", "format", "an address such as https://example.org/"],
    ]);
    expect(codes({ title: "Ab", weight: "x" })).toMatchObject([
      ["weight", "type", expect.stringMatching(/^a (?:whole )?number or nothing$/)],
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

  const valibot = v.strictObject({
    title: v.pipe(v.string(), v.minLength(2)),
    kind: v.optional(v.picklist(["note", "news"])),
    tags: v.optional(v.array(v.string())),
    cover: v.optional(v.strictObject({ src: v.string() })),
  });
  const arktype = type({
    "+": "reject",
    title: "string >= 2",
    "kind?": "'note' | 'news'",
    "tags?": "string[]",
    "cover?": { "+": "reject", src: "string" },
  });

  it.each([
    ["valibot", valibot],
    ["arktype", arktype],
  ])("says with %s what is missing, unknown, of another type and not allowed", (_name, input) => {
    const { validate } = toFrontMatterSchema(input);
    const codes = (data: Record<string, unknown>) =>
      validate(data).map(({ path, code }) => [path.join("."), code]);
    expect(codes({ title: "Ab", kind: "note", tags: ["a"], cover: { src: "a" } })).toEqual([]);
    expect(codes({})).toEqual([["title", "missing"]]);
    expect(codes({ title: 1 })).toEqual([["title", "type"]]);
    expect(validate({ title: ["A"] })[0]?.expected).toBe("text");
    expect(codes({ title: "A" })).toEqual([["title", "other"]]);
    expect(codes({ title: "Ab", tags: ["a", 1] })).toEqual([["tags.1", "type"]]);
    expect(codes({ title: "Ab", titel: 1 })).toEqual([["titel", "unknown-key"]]);
    expect(codes({ title: "Ab", cover: { src: "a", alt: "" } })).toEqual([
      ["cover.alt", "unknown-key"],
    ]);
    expect(codes({ title: "Ab", cover: {} })).toEqual([["cover.src", "missing"]]);
    const [issue] = validate({ title: "Ab", kind: "new" });
    expect(issue).toMatchObject({ path: ["kind"], code: "enum" });
    expect(issue?.allowed.toSorted()).toEqual(["news", "note"]);
  });

  it("refuses a schema that answers later", () => {
    const later = v.objectAsync({ title: v.string() });
    expect(() => toFrontMatterSchema(later).validate({ title: "A" })).toThrow(
      /must be synchronous/,
    );
  });

  describe("of JSON Schema", () => {
    const issues = (schema: object, data: Record<string, unknown>) =>
      toFrontMatterSchema(schema)
        .validate(data)
        .map(({ path, code, expected, allowed }) => [path.join("."), code, expected ?? allowed]);

    it("demands keys that have no description of their own", () => {
      expect(issues({ type: "object", required: ["title"] }, {})).toEqual([
        ["title", "missing", ["title"]],
      ]);
    });

    it("knows keys that depend on others", () => {
      const schema = { dependentRequired: { cover: ["credit"] } };
      expect(issues(schema, { cover: "a.png" })).toEqual([["credit", "missing", ["credit"]]]);
      expect(issues(schema, {})).toEqual([]);
    });

    it("knows conditions", () => {
      const schema = {
        if: { properties: { layout: { const: "talk" } }, required: ["layout"] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { required: ["speaker"] },
        else: { properties: { speaker: false } },
      };
      expect(issues(schema, { layout: "talk" })).toEqual([["speaker", "missing", ["speaker"]]]);
      expect(issues(schema, { layout: "post", speaker: "A" })).toMatchObject([
        ["speaker", "other", []],
      ]);
      expect(issues(schema, { layout: "post" })).toEqual([]);
    });

    it("names the keys a nested object knows", () => {
      const schema = {
        properties: {
          images: {
            type: "array",
            items: { properties: { src: { type: "string" } }, additionalProperties: false },
          },
        },
      };
      expect(issues(schema, { images: [{ src: "a" }, { scr: "b" }] })).toEqual([
        ["images.1.scr", "unknown-key", ["src"]],
      ]);
    });

    it("tells of a choice what each branch takes, also behind references", () => {
      const schema = {
        $defs: { name: { type: "string", enum: ["news", "notes"] }, many: { type: "array" } },
        properties: {
          kind: { anyOf: [{ $ref: "#/$defs/name" }, { $ref: "#/$defs/many" }] },
          author: {
            oneOf: [
              { type: "string" },
              { properties: { name: { type: "string" } }, type: "object" },
            ],
          },
          weight: { type: "integer" },
        },
      };
      expect(issues(schema, { kind: "new", weight: "x" })).toMatchObject([
        ["kind", "enum", '"news" or "notes" or a list'],
        ["weight", "type", "a whole number"],
      ]);
      expect(issues(schema, { author: 5 })).toEqual([
        ["author", "type", "text or keys and values"],
      ]);
      expect(issues(schema, { author: { name: 5 } })).toEqual([["author.name", "type", "text"]]);
    });

    it("says bounds and patterns in words", () => {
      const schema = {
        properties: {
          n: { minimum: 2, exclusiveMaximum: 5, multipleOf: 2 },
          tags: { maxItems: 1, uniqueItems: true },
          slug: { pattern: "^[a-z]+$" },
        },
      };
      expect(issues(schema, { n: 1, tags: ["a", "b"], slug: "A" })).toEqual([
        ["n", "other", "at least 2"],
        ["n", "other", "a multiple of 2"],
        ["tags", "other", "at most 1 items"],
        ["slug", "format", "text that matches ^[a-z]+$"],
      ]);
    });

    it("reads keys with slashes, tildes and numbers for names", () => {
      const schema = { properties: { "a/b~c": { properties: { 0: { type: "string" } } } } };
      expect(toFrontMatterSchema(schema).validate({ "a/b~c": { 0: 1 } })[0]?.path).toEqual([
        "a/b~c",
        "0",
      ]);
    });

    it("reads the drafts that a schema names", () => {
      const draft7 = {
        $schema: "http://json-schema.org/draft-07/schema#",
        properties: { pair: { items: [{ type: "string" }, { type: "number" }] } },
      };
      expect(issues(draft7, { pair: ["a", "b"] })).toEqual([["pair.1", "type", "a number"]]);
      const draft2019 = { ...draft7, $schema: "https://json-schema.org/draft/2019-09/schema" };
      expect(issues(draft2019, { pair: ["a", "b"] })).toEqual([["pair.1", "type", "a number"]]);
    });
  });

  describe("of Front Matter CMS", () => {
    const settings = {
      "frontMatter.taxonomy.contentTypes": [
        {
          name: "default",
          fields: [
            { title: "Title", name: "title", type: "string", required: true },
            { title: "Date", name: "date", type: "datetime" },
            { title: "Draft", name: "draft", type: "draft" },
            {
              title: "Kind",
              name: "kind",
              type: "choice",
              choices: ["note", { id: "news", title: "News" }],
            },
            { title: "Tags", name: "tags", type: "tags", taxonomyLimit: 2 },
            {
              title: "Weight",
              name: "weight",
              type: "number",
              numberOptions: { isDecimal: false, max: 9 },
            },
            {
              title: "SEO",
              name: "seo",
              type: "fields",
              fields: [{ name: "title", type: "string", required: true }],
            },
            { title: "Pictures", name: "pictures", type: "image", multiple: true },
            { title: "More", type: "heading" },
          ],
        },
        { name: "talk", fields: [{ name: "speaker", type: "string", required: true }] },
      ],
    };
    const { validate } = toFrontMatterSchema(settings);
    const codes = (data: Record<string, unknown>) =>
      validate(data).map(({ path, code }) => [path.join("."), code]);

    it("holds articles to their content type", () => {
      expect(
        codes({ title: "A", date: "any", draft: null, tags: "a", extra: 1, pictures: ["a.png"] }),
      ).toEqual([]);
      expect(codes({})).toEqual([["title", "missing"]]);
      expect(codes({ type: "talk" })).toEqual([["speaker", "missing"]]);
      expect(codes({ fmContentType: "talk", type: "default" })).toEqual([["speaker", "missing"]]);
      expect(codes({ type: "nobody knows" })).toEqual([]);
    });

    it("tells of each field what it holds", () => {
      expect(codes({ title: "A", draft: "yes" })).toEqual([["draft", "type"]]);
      expect(codes({ title: "A", kind: "new" })).toEqual([["kind", "enum"]]);
      expect(codes({ title: "A", tags: ["a", "b", "c"] })).toHaveLength(1);
      expect(codes({ title: "A", weight: 1.5 })).toEqual([["weight", "type"]]);
      expect(codes({ title: "A", seo: {} })).toEqual([["seo.title", "missing"]]);
    });
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
    [{ $ref: "https://example.org/schema.json" }, /cannot be used/],
    [{ $schema: "https://example.org/dialect" }, /cannot be used/],
    [{ "frontMatter.taxonomy.contentTypes": [{ name: 1 }] }, /cannot be used/],
    [{ type: "nonsense" }, /cannot be used/],
  ])("refuses %j", (input, message) => {
    expect(() => toFrontMatterSchema(input)).toThrow(message);
  });
});
