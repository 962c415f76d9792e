import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { toFrontMatterSchema } from "../../src/config/front-matter/schema.js";
import { inferSchema } from "../../src/inference/infer-schema.js";
import { jsonSchemaOf } from "../../src/inference/print/json-schema.js";
import { zodSource } from "../../src/inference/print/zod-source.js";
import { runs } from "../runs.js";
import { allButOne, observed } from "./observed.js";

const inferred = (...given: Parameters<typeof observed>) =>
  jsonSchemaOf(inferSchema(observed(...given)).root);

describe("an inferred schema", () => {
  it("requires what all articles have, and refuses keys that none has", () => {
    const schema = inferred(30, (index) => ({
      title: `Talks ${index}`,
      ...(index % 2 === 0 ? { draft: true } : {}),
    }));
    expect(schema).toEqual({
      type: "object",
      properties: { title: { type: "string", minLength: 1 }, draft: { type: "boolean" } },
      required: ["title"],
      additionalProperties: false,
    });
  });

  it("allows other keys where ever new ones turn up", () => {
    const schema = inferred(30, (index) => ({ title: "x", [`key${index}`]: 1 }));
    expect(schema).not.toHaveProperty("additionalProperties");
    expect(schema).toHaveProperty("properties", { title: { const: "x" } });
  });

  it.each([
    ["2022-03-01", { format: "date" }],
    ["2022-03-01 08:20:30", { pattern: expect.stringContaining("T ") }],
    ["2022-03-01T08:20:30+08:00", { pattern: expect.stringContaining("T ") }],
    ["https://example.org/a", { pattern: expect.stringContaining("https") }],
    ["/images/a.png", { pattern: "^\\/\\S*$" }],
    ["anna@example.org", { pattern: expect.stringContaining("@") }],
  ])("knows the format of %s", (text, expected) => {
    const schema = inferred(30, (index) => ({
      // So that they are no enumeration.
      value: text.replace(/01|a\b/, (found) => (found === "01" ? day(index) : `a${index}`)),
    }));
    expect(schema).toHaveProperty("properties.value", { type: "string", ...expected });
  });

  it("takes dates with and without a time for one format", () => {
    const schema = inferred(30, (index) => ({
      date: index % 3 === 0 ? `2022-03-${day(index)}` : `2022-03-${day(index)} 08:20:30`,
    }));
    expect(schema).toHaveProperty("properties.date.pattern", expect.stringContaining("(?:[T ]"));
  });

  it("lists values where they are few and used again and again, not where new ones turn up", () => {
    const layouts = ["post", "page", "talk"];
    const schema = inferred(60, (index) => ({
      layout: layouts[index % 3],
      tags: [layouts[index % 3], layouts[(index + 1) % 3]],
      author: index < 30 ? "Anna" : `Guest ${index}`,
    }));
    expect(schema).toHaveProperty("properties.layout", { enum: ["page", "post", "talk"] });
    expect(schema).toHaveProperty("properties.tags.items", { enum: ["page", "post", "talk"] });
    expect(schema).toHaveProperty("properties.author", { type: "string", minLength: 1 });
  });

  it("takes several kinds of values where several are usual", () => {
    const schema = inferred(30, (index) => ({ order: index % 2 === 0 ? index : `${index}.` }));
    expect(schema).toHaveProperty("properties.order", {
      anyOf: [{ type: "integer" }, { type: "string", minLength: 1 }],
    });
  });

  it("describes maps inside of maps and lists", () => {
    const schema = inferred(30, (index) => ({
      resources: [{ src: `a${index}.png`, title: `Image ${index}` }],
    }));
    expect(schema).toHaveProperty("properties.resources.items.required", ["src", "title"]);
  });

  it("says nothing of what it has hardly seen", () => {
    const schema = inferred(30, (index) => ({ title: "x", ...(index < 2 ? { weight: 1 } : {}) }));
    expect(schema).toHaveProperty("properties.weight", {});
  });

  it("refuses one article of a hundred, and none of fewer", () => {
    const date = allButOne("2022-03-01", "2022-02-31");
    expect(inferred(100, (index) => ({ date: date(index) }))).toHaveProperty("properties.date", {
      const: "2022-03-01",
    });
    expect(inferred(99, (index) => ({ date: date(index) }))).not.toHaveProperty(
      "properties.date.const",
    );
  });

  it("comes to an end for values that aliases multiply", () => {
    const ten = (value: unknown): unknown[] => Array.from({ length: 10 }, () => value);
    let value: unknown = "x";
    for (let depth = 0; depth < 60; depth++) value = ten(value);
    expect(inferred(10, () => ({ value }))).toHaveProperty("properties.value.type", "array");
  });
});

describe("any articles", () => {
  const value = fc.oneof(
    fc.constantFrom("post", "page", "", "2022-03-01", "2022-03-01 08:00", "/a", "https://a.b/"),
    fc.string(),
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, min: -1000, max: 1000 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.constantFrom("a", "b", 1), { maxLength: 3 }),
    fc.record({ name: fc.constantFrom("Anna", 1), url: fc.constant("/") }, { requiredKeys: [] }),
  );
  const data = fc.oneof(
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("title", "titel", "__proto__"), value) },
    {
      weight: 5,
      arbitrary: fc.record({ title: fc.constant("post"), date: fc.constant("2022-03-01") }),
    },
  );
  const articles = fc
    .array(data, { minLength: 10, maxLength: 220 })
    .map((all) => observed(all.length, (index) => all[index] ?? {}));

  it("are accepted, 99 of 100", () => {
    fc.assert(
      fc.property(articles, (all) => {
        const schema = toFrontMatterSchema(jsonSchemaOf(inferSchema(all).root));
        const refused = all.filter((one) => schema.validate(one.data).length > 0);
        expect(refused.length).toBeLessThanOrEqual(all.length / 100);
      }),
      { numRuns: runs(60) },
    );
  });

  it("are accepted by the source of zod as by the JSON Schema", () => {
    fc.assert(
      fc.property(articles, articles, (all, others) => {
        const { root } = inferSchema(all);
        const json = toFrontMatterSchema(jsonSchemaOf(root));
        const source: unknown = new Function("z", `return ${zodSource(root)};`)(z);
        const zod = toFrontMatterSchema(source);
        for (const one of [...all, ...others]) {
          // What has no prototype comes from front matter.
          const given = Object.assign(Object.create(null), one.data);
          expect(zod.validate(given).length === 0).toBe(json.validate(given).length === 0);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

/** A day of the month, with two digits. */
function day(index: number): string {
  return String((index % 28) + 1).padStart(2, "0");
}
