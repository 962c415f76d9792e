import fc from "fast-check";
import { parse as parseToml, stringify as stringifyToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify as stringifyYaml } from "yaml";
import type { FrontMatter } from "../../../src/article/front-matter/front-matter.js";
import { readFrontMatter } from "../../../src/article/front-matter/read-front-matter.js";
import { runs } from "../../runs.js";

function read(source: string): FrontMatter {
  const { frontMatter } = readFrontMatter(source);
  if (frontMatter === undefined) throw new Error("no front matter");
  return frontMatter;
}

function sliceOf(source: string, path: (string | number)[]): string | undefined {
  const range = read(source).rangeOfValue(path);
  return range && source.slice(range.start, range.end);
}

const plainValue = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.boolean());
const key = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/).filter((name) => name !== "__proto__");
const tree = fc.dictionary(
  key,
  fc.oneof(
    plainValue,
    fc.array(plainValue, { minLength: 1, maxLength: 3 }),
    fc.dictionary(key, plainValue, { minKeys: 1, maxKeys: 3 }),
  ),
  { minKeys: 1, maxKeys: 6 },
);

function plainOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("values and their places", () => {
  it("reads YAML data, and each range re-parses to its value", () => {
    fc.assert(
      fc.property(tree, (data) => {
        const source = `---\n${stringifyYaml(data)}---\nBody`;
        const frontMatter = read(source);
        expect(plainOf(frontMatter.data)).toEqual(plainOf(data));
        for (const { valueRange, value } of frontMatter.entries) {
          const column = valueRange.start - source.lastIndexOf("\n", valueRange.start - 1) - 1;
          const slice = source.slice(valueRange.start, valueRange.end);
          const text =
            slice.startsWith("|") || slice.startsWith(">")
              ? `k: ${slice}\n`.replace(/^k: /, "")
              : " ".repeat(column) + slice;
          if (/^[|>]/.test(slice)) continue;
          expect(plainOf(parseYaml(text))).toEqual(plainOf(value));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it("reads TOML data, and each range re-parses to its value", () => {
    fc.assert(
      fc.property(tree, (data) => {
        const source = `+++\n${stringifyToml(data)}\n+++\nBody`;
        const frontMatter = read(source);
        expect(plainOf(frontMatter.data)).toEqual(plainOf(data));
        for (const { valueRange, value, style } of frontMatter.entries) {
          const slice = source.slice(valueRange.start, valueRange.end);
          if (style === undefined && slice.startsWith("[") && !Array.isArray(value)) continue;
          expect(plainOf(parseToml(`v = ${slice}`).v)).toEqual(plainOf(value));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it("reads JSON data, and each range re-parses to its value", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2), (data, indent) => {
        const source = `---json\n${JSON.stringify(data, undefined, indent)}\n---\nBody`;
        const frontMatter = read(source);
        expect(plainOf(frontMatter.data)).toEqual(plainOf(data));
        for (const { valueRange, value } of frontMatter.entries) {
          expect(JSON.parse(source.slice(valueRange.start, valueRange.end))).toEqual(
            plainOf(value),
          );
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it("gives block scalars, anchors and merges their values", () => {
    const source =
      "---\nbase: &b\n  x: 1\ncopy: *b\nmerged:\n  <<: *b\n  y: 2\ntext: |\n  a\n  b\n\nfolded: >-\n  c\n  d\n---\n";
    expect(plainOf(read(source).data)).toEqual({
      base: { x: 1 },
      copy: { x: 1 },
      merged: { x: 1, y: 2 },
      text: "a\nb\n",
      folded: "c d",
    });
    expect(sliceOf(source, ["text"])).toBe("|\n  a\n  b");
    expect(sliceOf(source, ["copy"])).toBe("*b");
  });

  it("places a missing value right after the colon", () => {
    const source = "---\na:   # note\nb:\n---\n";
    expect(read(source).rangeOfValue(["a"])).toEqual({ start: 6, end: 6 });
    expect(read(source).rangeOfValue(["b"])).toEqual({ start: 18, end: 18 });
  });

  it("keeps dates and odd numbers as they are written", () => {
    expect(plainOf(read("---\nd: 2022-02-30\nn: .nan\n---\n").data)).toEqual({
      d: "2022-02-30",
      n: ".nan",
    });
    expect(plainOf(read("+++\nd = 2022-02-28\nt = 2022-02-28 10:00:00\n+++\n").data)).toEqual({
      d: "2022-02-28",
      t: "2022-02-28 10:00:00",
    });
  });

  it("lists comments with their text and place", () => {
    const source =
      "---\n# one\na: 1 # two\nb: |  # three\n  # text\nc:\n  # four\n  - x\n# five\n---\n";
    const { comments } = read(source);
    expect(comments.map(({ text }) => text)).toEqual([" one", " two", " three", " four", " five"]);
    for (const { range, text } of comments) {
      expect(source.slice(range.start, range.end)).toBe(`#${text}`);
    }
    expect(read("---\n# only\n---\n").comments).toHaveLength(1);
    expect(read('+++\n# a\nt = "#x" # b\n+++\n').comments.map(({ text }) => text)).toEqual([
      " a",
      " b",
    ]);
  });

  it("names places in TOML tables, arrays of tables and dotted keys", () => {
    const source =
      '+++\na.b = 1\n[params]\nc = ["x", { d = 2 }]\n[[r]]\ne = 1\n[[r]]\ne = 2\n[r.s]\nf = 3\n+++\n';
    expect(sliceOf(source, ["a", "b"])).toBe("1");
    expect(sliceOf(source, ["params", "c", 1, "d"])).toBe("2");
    expect(sliceOf(source, ["r", 1, "e"])).toBe("2");
    expect(sliceOf(source, ["r", 1, "s", "f"])).toBe("3");
  });

  it("gives data without prototypes, whatever the keys", () => {
    for (const source of [
      "---\n__proto__: {polluted: true}\nconstructor: 1\na: {toString: 2}\n---\n",
      "+++\n__proto__ = { polluted = true }\nconstructor = 1\n[a]\ntoString = 2\n+++\n",
      '---json\n{"__proto__": {"polluted": true}, "constructor": 1, "a": {"toString": 2}}\n---\n',
    ]) {
      const { data } = read(source);
      expect(Object.keys(data).sort()).toEqual(["__proto__", "a", "constructor"]);
      expect(Object.getPrototypeOf(data)).toBeNull();
      expect(Object.getPrototypeOf(data.a)).toBeNull();
      expect(Reflect.get({}, "polluted")).toBeUndefined();
    }
  });
});
