import { describe, expect, it } from "vitest";
import { toFrontMatterSchema } from "../../../src/config/front-matter/schema.js";

const LONG = `${"a".repeat(120)}!`;

/** `levels` definitions, each of which asks for the next one twice. */
const doubling = (levels: number, word: "allOf" | "anyOf"): object => {
  const steps = Array.from({ length: levels }, (_, level) => {
    const next = { $ref: `#/$defs/a${level + 1}` };
    return [`a${level}`, { [word]: [next, next] }];
  });
  return {
    $ref: "#/$defs/a0",
    $defs: { ...Object.fromEntries(steps), [`a${levels}`]: { type: "null" } },
  };
};

const messages = (schema: object, data: Readonly<Record<string, unknown>>) =>
  toFrontMatterSchema(schema)
    .validate(data)
    .map(({ message }) => message);

const ENDLESS = "the schema refers to itself or repeats itself too often to be checked";

describe("schemas of strangers", () => {
  it.each([
    ["allOf", doubling(30, "allOf")],
    ["anyOf", doubling(26, "anyOf")],
    ["a circle", { $ref: "#" }],
    [
      "choices in circles",
      {
        allOf: [{ $ref: "#/$defs/x" }],
        $defs: { x: { anyOf: [{ $ref: "#" }, { $ref: "#/$defs/x" }] } },
      },
    ],
  ])("that double are given up: %s", (_name, schema) => {
    expect(messages(schema, { title: "A" })).toEqual([ENDLESS]);
  });

  it("that double at each level of the data are given up", () => {
    const self = { $ref: "#" };
    const schema = { properties: { a: { allOf: [self, self, self, self] } }, required: ["b"] };
    let data: Record<string, unknown> = {};
    for (let level = 0; level < 30; level++) data = { a: data };
    expect(messages(schema, data)).toEqual([ENDLESS]);
  });

  it("compare the entries of a list only while they are few", () => {
    const schema = { properties: { list: { uniqueItems: true } } };
    const list = (length: number) => Array.from({ length }, (_, index) => ({ index }));
    expect(messages(schema, { list: [...list(300), { index: 7 }] })).toHaveLength(1);
    expect(messages(schema, { list: list(10_000) })).toEqual([ENDLESS]);
  });

  it.each([
    { properties: { title: { pattern: "^(a+)+$" } } },
    { patternProperties: { "^(a+)+$": { type: "string" } } },
  ])("have patterns that take linear time: %j", (schema) => {
    const start = performance.now();
    messages(schema, { title: LONG, [LONG]: 1 });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("have no patterns that look around; those of the project's own config may", () => {
    const schema = { properties: { title: { pattern: "^(?!draft)" } } };
    expect(() => toFrontMatterSchema(schema, "./s.json")).toThrow(
      'The front-matter schema of ./s.json cannot be used: the pattern "^(?!draft)" looks around with (?!, which could take unbounded time.',
    );
    const trusted = toFrontMatterSchema(schema, "config", true);
    expect(trusted.validate({ title: "draft a" })).toHaveLength(1);
    expect(trusted.validate({ title: "a draft" })).toEqual([]);
  });

  it("are not asynchronous", () => {
    expect(() => toFrontMatterSchema({ $async: true, type: "object" })).toThrow("asynchronous");
  });

  it("that refer to themselves as trees do are held", () => {
    const schema = {
      properties: { parts: { items: { $ref: "#" } }, title: { type: "string" } },
    };
    const data = { parts: [{ title: "A", parts: [{ title: 1 }] }] };
    expect(toFrontMatterSchema(schema).validate(data)).toMatchObject([
      { path: ["parts", 0, "parts", 0, "title"], code: "type" },
    ]);
  });
});
