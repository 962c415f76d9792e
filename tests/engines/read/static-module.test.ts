import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as modules from "../../../src/engines/read/static-module.js";
import { UNREADABLE, UNREADABLE_REST } from "../../../src/rule/index.js";
import { runs } from "../../runs.js";

type Files = Readonly<Record<string, string>>;

const found = (files: Files): modules.FindModule => {
  return (specifier) => {
    const path = specifier.replace(/^\.\//, "");
    const text = files[path];
    return text === undefined ? undefined : { path, text };
  };
};

const readStaticModule = (text: string, files: Files = {}) =>
  modules.readStaticModule({ path: "config.js", text }, found({ "config.js": text, ...files }));

const readStaticExport = (text: string, name: string) =>
  modules.readStaticExport({ path: "config.js", text }, name);

const UNKNOWN = { [UNREADABLE_REST]: UNREADABLE };

describe("a site's config in code, read as data", () => {
  it.each<[string, string, unknown]>([
    [
      "a default export",
      `export default { a: 1, b: [true, null, -2], 'c-d': "x" }`,
      { a: 1, b: [true, null, -2], "c-d": "x" },
    ],
    [
      "defineConfig",
      `import { defineConfig } from "x"; export default defineConfig({ a: 1 })`,
      { a: 1 },
    ],
    ["a wrapped config", `export default withMermaid(defineConfig({ a: 1 }))`, { a: 1 }],
    ["an extended config", `const own = { a: 1 }; export default extendConfig(own)`, { a: 1 }],
    ["CommonJS", `module.exports = { a: 1 };`, { a: 1 }],
    ["a transpiled default", `exports.default = { a: 1 };`, { a: 1 }],
    ["TypeScript's export", `export = { a: 1 };`, { a: 1 }],
    ["a constant with a type", `const config: Config = { a: 1 }; export default config;`, { a: 1 }],
    [
      "satisfies and as",
      `export default { a: 'x' as const } satisfies Config as Config;`,
      { a: "x" },
    ],
    ["a renamed export", `const c = { a: 1 }; export { c as default };`, { a: 1 }],
    [
      "templates and sums",
      "const v = '2'; export default { a: `x`, b: `v${v}/` + 'y' + 1 }",
      { a: "x", b: "v2/y1" },
    ],
    [
      "spreads",
      `const s = { a: 1, b: 1 }; const l = [1]; export default { ...s, b: 2, l: [...l, 2] }`,
      { a: 1, b: 2, l: [1, 2] },
    ],
    [
      "members of constants",
      `const s = { a: { b: 1 } }; export default { c: s.a.b, d: s['a'] }`,
      { c: 1, d: { b: 1 } },
    ],
    ["shorthand members", `const a = 1; export default { a }`, { a: 1 }],
    ["members that are undefined", `export default { a: undefined, b: void 0, c: 1 }`, { c: 1 }],
    [
      "decisions on known values",
      `const dev = false; export default { a: dev ? 1 : 2, b: dev || 'x', c: null ?? 3, ...(dev && { d: 1 }) }`,
      { a: 2, b: "x", c: 3 },
    ],
    ["a function", `export default ({ mode }) => ({ a: 1, mode })`, { a: 1, mode: UNREADABLE }],
    [
      "a function with a body",
      `export default defineConfig(async () => { const a = 1; return { a }; })`,
      { a: 1 },
    ],
    ["a named function", `module.exports = make; function make() { return { a: 1 } }`, { a: 1 }],
  ])("reads %s", (_, text, value) => {
    expect(readStaticModule(text)).toEqual(value);
  });

  it.each<[string, string, unknown]>([
    ["calls", `export default { a: f(), b: [g(1), 2] }`, { a: UNREADABLE, b: [UNREADABLE, 2] }],
    [
      "imports",
      `import b from "b"; export default { a: 1, b, c: b.c }`,
      { a: 1, b: UNREADABLE, c: UNREADABLE },
    ],
    [
      "the environment",
      `export default { a: process.env.A ?? "x", b: process.env.B ? 1 : 2 }`,
      { a: UNREADABLE, b: UNREADABLE },
    ],
    [
      "methods and functions",
      `export default { a() {}, b: () => 1, get c() { return 1 } }`,
      { a: UNREADABLE, b: UNREADABLE, c: UNREADABLE },
    ],
    [
      "what an unknown spread may replace",
      `export default { a: 1, ...base, b: 2 }`,
      { ...UNKNOWN, a: UNREADABLE, b: 2 },
    ],
    ["computed names", `export default { [key()]: 1, a: 2 }`, { [UNREADABLE_REST]: [1], a: 2 }],
    [
      "what computed names may replace",
      `export default { a: 1, [key()]: 2, ...base, b: 3 }`,
      { ...UNKNOWN, a: UNREADABLE, b: 3 },
    ],
    [
      "constants that are changed",
      `let a = 1; a = 2; const c = { x: 1, y: 1, l: [] }; c.x = 3; c.l.push(1); export default { a, c }`,
      { a: UNREADABLE, c: { x: UNREADABLE, y: 1, l: UNREADABLE } },
    ],
    [
      "what one of several returns gives",
      `export default (x) => { if (x) return { a: 1 }; return { a: 2 } }`,
      UNKNOWN,
    ],
    ["a default that is a call", `export default build()`, UNKNOWN],
    ["no export", `throw new Error("run")`, UNKNOWN],
    ["broken syntax", `export default {{{`, UNKNOWN],
    ["a class", `export default class {}`, UNKNOWN],
  ])("does not pretend to know %s", (_, text, value) => {
    expect(readStaticModule(text)).toEqual(value);
  });

  it("follows imports of literals beside it, and no others", () => {
    const files = {
      "a.ts": `import { deep } from "./b.js"; export const a = { x: 1, deep }; export default { y: 2 };`,
      "b.js": `import { a } from "./a.ts"; export const deep = "d"; export const round = a;`,
      "data.json": `{ "z": [3] }`,
      "made.js": `export default () => ({ a: 1 });`,
    };
    const text = `
      import rest, { a as own } from "./a.ts";
      import { round } from "./b.js";
      import made from "./made.js";
      import other from "other";
      import gone from "./gone.js";
      import * as all from "./b.js";
      const data = require("./data.json");
      export default { ...rest, own, z: data.z, round, made, other, gone, all };`;
    expect(readStaticModule(text, files)).toEqual({
      y: 2,
      own: { x: 1, deep: "d" },
      z: [3],
      round: { x: 1, deep: "d" },
      made: UNREADABLE,
      other: UNREADABLE,
      gone: UNREADABLE,
      all: UNREADABLE,
    });
  });

  it("ends where modules import one another in a circle", () => {
    const files = {
      "a.js": `import { b } from "./b.js"; export const a = b;`,
      "b.js": `import { a } from "./a.js"; export const b = a;`,
    };
    const text = `import { a } from "./a.js"; export { a as default };`;
    expect(readStaticModule(text, files)).toEqual(UNKNOWN);
  });

  it("tells which integrations a list names", () => {
    const text = `import starlight from "@astrojs/starlight"; export default { integrations: [starlight({ title: "x" }), mdx()] }`;
    expect(readStaticModule(text)).toEqual({
      integrations: [
        { name: "@astrojs/starlight", options: { title: "x" } },
        { name: "mdx", options: {} },
      ],
    });
  });

  it("tells a collection's loader by its options", () => {
    const text = `import { glob } from "astro/loaders";
      const blog = defineCollection({ loader: glob({ pattern: "**/*.md", base: "./src/blog" }), schema: z.object({}) });
      export const collections = { blog, notes: defineCollection({ type: "content" }) };`;
    expect(readStaticExport(text, "collections")).toEqual({
      blog: {
        loader: { name: "astro/loaders", options: { pattern: "**/*.md", base: "./src/blog" } },
        schema: UNREADABLE,
      },
      notes: { type: "content" },
    });
    expect(readStaticExport(text, "others")).toEqual(UNKNOWN);
  });

  it("lists what an Eleventy config calls beside what it returns", () => {
    const text = `
      export default async function (eleventyConfig) {
        const dir = "src";
        eleventyConfig.addPassthroughCopy(dir + "/img").addPassthroughCopy({ "a": "b" });
        eleventyConfig.ignores.add("drafts/**");
        if (process.env.X) eleventyConfig.setQuietMode(true);
        await eleventyConfig.addPlugin(plugin, { a: 1 });
        eleventyConfig.addFilter("x", (value) => { return value; });
        return { dir: { input: dir }, pathPrefix: "/p/" };
      }`;
    expect(readStaticModule(text)).toEqual({
      dir: { input: "src" },
      pathPrefix: "/p/",
      calls: [
        { method: "addPassthroughCopy", arguments: ["src/img"] },
        { method: "addPassthroughCopy", arguments: [{ a: "b" }] },
        { method: "ignores.add", arguments: ["drafts/**"] },
        { method: "setQuietMode", arguments: [true], conditional: true },
        { method: "addPlugin", arguments: [UNREADABLE, { a: 1 }] },
        { method: "addFilter", arguments: ["x", UNREADABLE] },
      ],
    });
  });

  it("takes Eleventy's named config beside the function", () => {
    const text = `export default function (c) { c.addGlobalData("a", 1) }; export const config = { dir: { input: "x" } };`;
    expect(readStaticModule(text)).toEqual({
      dir: { input: "x" },
      calls: [{ method: "addGlobalData", arguments: ["a", 1] }],
    });
  });
});

describe("data written as code", () => {
  it("is read as it is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (data) => {
        // A member `__proto__` is left out, and -0 is 0 in JSON.
        const text = JSON.stringify(data).replaceAll("__proto__", "proto");
        expect(readStaticModule(`export default ${text}`)).toEqual(JSON.parse(text));
      }),
      { numRuns: runs(100) },
    );
  });

  it("never throws, whatever is there", () => {
    const parts = [
      "export default",
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "=>",
      "...",
      "a",
      ":",
      "`${",
      "`",
      "const a =",
      ";",
      "function f",
      "return",
      "<T>",
      "?",
      "as",
      "1",
      ",",
      "'x'",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (words) => {
        expect(JSON.stringify(readStaticModule(words.join(" ")))).toMatch(/^\{/);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("a hostile config", () => {
  it("sets no prototype", () => {
    const text = `const x = { ["__proto__"]: { bad: 1 }, a: 1 }; x.__proto__ = 2; export default { __proto__: { bad: 1 }, "__proto__": { bad: 1 }, ...x, c: x.constructor, t: x.toString }`;
    const value = readStaticModule(text);
    expect(value).toEqual({ a: 1, c: UNREADABLE, t: UNREADABLE });
    expect(value.bad).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("does not go round in circles", () => {
    const text = `const a = b; const b = { a, c: [a] }; const f = g; const g = f; export default { a, b, f }`;
    expect(() => JSON.stringify(readStaticModule(text))).not.toThrow();
    expect(readStaticModule(`const a = b; const b = a; export default a`)).toEqual(UNKNOWN);
    expect(readStaticModule(`const f = () => f; export default f`)).toEqual(UNKNOWN);
  });

  const times = (count: number, part: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => part(index)).join("\n");

  it.each<[string, string]>([
    ["nested lists", `export default { a: ${"[".repeat(20_000)}${"]".repeat(20_000)} }`],
    ["nested brackets", `export default { a: ${"(".repeat(20_000)}1${")".repeat(20_000)} }`],
    ["generic calls", `export default { a: ${"<T>(".repeat(40)}1${")".repeat(40)} }`],
    ["arrow functions", `export default { a: ${"a?(b):c=>".repeat(10_000)}1 }`],
    ["long sums", `export default { a: ${"'x'+".repeat(40_000)}'x' }`],
    ["long chains", `export default (c) => { c${".add(1)".repeat(20_000)} }`],
    ["long spreads", `export default { ${"...{},".repeat(30_000)} a: 1 }`],
    [
      "chains of names",
      `const a0 = 1;${times(8_000, (i) => `const a${i + 1} = a${i};`)} export default { a: a8000 }`,
    ],
    [
      "lists that double",
      `const a0 = [1];${times(60, (i) => `const a${i + 1} = [...a${i}, ...a${i}];`)} export default { a: a60 }`,
    ],
    [
      "tables that double",
      `const a0 = {};${times(60, (i) => `const a${i + 1} = { l: a${i}, r: a${i} };`)} export default { a: a60 }`,
    ],
    [
      "texts that double",
      `const a0 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";${times(60, (i) => `const a${i + 1} = a${i} + a${i};`)} export default { a: a60 }`,
    ],
    ["a huge text", `export default { a: "${"x".repeat(900_000)}" }`],
  ])("of %s neither hangs nor fills memory", (_, text) => {
    const before = performance.now();
    expect(JSON.stringify(readStaticModule(text)).length).toBeLessThan(8_000_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
