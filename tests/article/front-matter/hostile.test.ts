import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/article/front-matter/read-front-matter.js";

const MARK = "__copydeskRan";
const PROGRAM = `globalThis.${MARK} = true`;

beforeEach(() => Reflect.deleteProperty(globalThis, MARK));
afterEach(() => expect(Reflect.get(globalThis, MARK)).toBeUndefined());

function kinds(source: string): string[] {
  return readFrontMatter(source).problems.map(({ kind }) => kind);
}

describe("front matter that would run as a program", () => {
  it.each(
    [
      "js",
      "JS",
      "javascript",
      "JavaScript",
      " js",
      "\tjavascript ",
      "coffee",
      "coffeescript",
      "cson",
      "ts",
      "node",
    ].flatMap((name) => [
      `---${name}\n{ title: (${PROGRAM}, "A") }\n---\nBody`,
      `---${name}\n(${PROGRAM})\n---\n`,
      `---${name}\n${PROGRAM}`,
      `\n---${name}\n${PROGRAM}\n---\n`,
    ]),
  )("is named, not run: %j", (source) => {
    const { frontMatter, problems, bodyStart } = readFrontMatter(source);
    expect(problems.map(({ kind }) => kind)).toContain("front-matter-executable");
    expect(frontMatter).toBeUndefined();
    expect(bodyStart).toBeGreaterThan(0);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "engines"])(
    "never looks up an engine named %s",
    (name) => {
      expect(kinds(`---${name}\ntitle: A\n---\n`)).toEqual(["front-matter-fence"]);
      expect({ ...readFrontMatter(`---${name}\ntitle: A\n---\n`).frontMatter?.data }).toEqual({
        title: "A",
      });
    },
  );

  it.each([
    [`!!js/function 'function () { ${PROGRAM} }'`, "!!js/function"],
    ["!!js/regexp /a/", "!!js/regexp"],
    ["!<tag:yaml.org,2002:js/function> 'x'", "!<tag:yaml.org,2002:js/function>"],
    ["!ruby/object:Gem::Installer {i: x}", "!ruby/object:Gem::Installer"],
    ["!!python/object/apply:os.system ['id']", "!!python/object/apply:os.system"],
    ["!!javax.script.ScriptEngineManager []", "!!javax.script.ScriptEngineManager"],
    ["!php/object 'O:1'", "!php/object"],
  ])("names the tag in %s", (value, language) => {
    const source = `---\ntitle: A\nx: ${value}\n---\n`;
    const { problems, frontMatter } = readFrontMatter(source);
    expect(problems).toMatchObject([{ kind: "front-matter-executable", language }]);
    const [problem] = problems;
    expect(problem && source.slice(problem.range.start, problem.range.end)).toBe(language);
    expect(frontMatter?.data.title).toBe("A");
  });

  it("takes no harm from keys that steer gray-matter", () => {
    const source =
      "---\nengines: {js: x}\nexcerpt_separator: ---\nlanguage: js\ncontent: y\n---\nBody";
    const { frontMatter, problems } = readFrontMatter(source);
    expect(problems).toEqual([]);
    expect(frontMatter?.data.language).toBe("js");
  });
});

describe("front matter that would exhaust a reader", () => {
  it("stops at 100 aliases", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let level = 1; level < 12; level += 1) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => alias).join(", ")}]`);
    }
    const started = performance.now();
    const { problems, frontMatter } = readFrontMatter(`---\n${lines.join("\n")}\n---\n`);
    expect(problems).toMatchObject([{ kind: "limit", limit: "aliases", maximum: 100 }]);
    expect(JSON.stringify(frontMatter?.data).length).toBeLessThan(100_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("ends at an alias to itself", () => {
    const { frontMatter } = readFrontMatter("---\na: &a [1, *a]\nb: &b {c: *b}\n---\n");
    expect(JSON.stringify(frontMatter?.data)).toBe('{"a":[1,null],"b":{"c":null}}');
  });

  it.each([
    ["YAML lists", `---\na: ${"[".repeat(60_000)}\n---\n`],
    ["closed YAML lists", `---\na: ${"[".repeat(5_000)}${"]".repeat(5_000)}\n---\n`],
    ["YAML sequences", `---\na:\n${"- ".repeat(5_000)}x\n---\n`],
    ["YAML keys", `---\n${"? ".repeat(5_000)}x\n---\n`],
    ["JSON", `---json\n{"a": ${"[".repeat(60_000)}\n---\n`],
    ["TOML", `+++\na = ${"[".repeat(60_000)}\n+++\n`],
  ])("refuses deep nesting of %s", (_name, source) => {
    const started = performance.now();
    const { problems } = readFrontMatter(source);
    expect(problems.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("says at which depth it stopped", () => {
    const deep = `---\na: ${"[".repeat(40)}${"]".repeat(40)}\n---\n`;
    expect(readFrontMatter(deep).problems).toMatchObject([
      { kind: "limit", limit: "front-matter-depth", maximum: 32 },
    ]);
    const fine = `---\na: ${"[".repeat(31)}${"]".repeat(31)}\n---\n`;
    expect(readFrontMatter(fine).problems).toEqual([]);
  });

  it("refuses more than 64 KB", () => {
    const source = `---\ntitle: A\nx: ${"y".repeat(70_000)}\n---\nBody`;
    const { problems, bodyStart, frontMatter } = readFrontMatter(source);
    expect(problems).toMatchObject([
      { kind: "limit", limit: "front-matter-size", maximum: 65_536 },
    ]);
    expect(source.slice(bodyStart)).toBe("Body");
    expect({ ...frontMatter?.data }).toEqual({});
  });

  it.each([
    ["blank lines", `---\n${"\n".repeat(60_000)}title: A\n---\n`],
    ["blanks", `---\ntitle: A${" ".repeat(60_000)}\n---\n`],
    ["quotes", `---\ntitle: A\nx: ${"'".repeat(60_000)}\n---\n`],
    ["colons", `---\ntitle: A\n${"a: ".repeat(20_000)}\n---\n`],
    ["errors", `---\n${"a: @b\n".repeat(9_000)}---\n`],
    ["comments before the fence", `${"<!-- -->\n".repeat(20_000)}---\ntitle: A\n---\n`],
    ["an unclosed comment", `${"<!-- ".repeat(50_000)}---\n`],
    ["fences", "---\n".repeat(50_000)],
    ["open braces", `{"a": ${"{".repeat(100_000)}`],
    ["NUL bytes", `---\ntitle: ${"\0".repeat(10_000)}\n---\n`],
    ["lone surrogates", `---\ntitle: ${"\uD800".repeat(10_000)}\n---\n`],
  ])("takes little time over %s", (_name, source) => {
    const started = performance.now();
    readFrontMatter(source);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
