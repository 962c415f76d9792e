import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWithGrayMatter } from "../../../src/article/front-matter/gray-matter-reading.js";

const MARK = "__copydeskRan";
const PROGRAM = `globalThis.${MARK} = true`;

beforeEach(() => Reflect.deleteProperty(globalThis, MARK));
afterEach(() => expect(Reflect.get(globalThis, MARK)).toBeUndefined());

const VERSIONS = [3, 4] as const;

describe.each(VERSIONS)("gray-matter with js-yaml %i", (yaml) => {
  it("hands over data, and says where the text begins", () => {
    for (const mark of ["", "\uFEFF"]) {
      const source = `${mark}---\ntitle: A\n---\nBody`;
      const bodyStart = source.indexOf("Body");
      expect(readWithGrayMatter(source, yaml)).toEqual({
        outcome: "read",
        data: { title: "A" },
        bodyStart,
      });
    }
  });

  it("reads nothing but text where no fence is", () => {
    for (const source of [
      "",
      "Body",
      "----\na: b\n----\n",
      "\n---\na: b\n---\n",
      "+++\na = 1\n+++\n",
    ])
      expect(readWithGrayMatter(source, yaml)).toMatchObject({ data: {}, bodyStart: 0 });
  });

  it.each([
    "js",
    "JS",
    "javascript",
    "coffee",
    "cson",
    "ts",
    "constructor",
    "__proto__",
    "toString",
    "toml",
  ])("runs no %s", (name) => {
    for (const text of [`({ a: (${PROGRAM}) })`, PROGRAM]) {
      const reading = readWithGrayMatter(`---${name}\n${text}\n---\n`, yaml);
      expect(reading).toEqual({ outcome: "unknown-language", language: name });
    }
  });

  it.each([`!!js/function 'function () { ${PROGRAM} }'`, "!!js/regexp /a/", "!!js/undefined ''"])(
    "refuses the tag in %s",
    (value) => {
      const source = `---\ntitle: A\nx: ${value}\n---\n`;
      expect(readWithGrayMatter(source, yaml)).toMatchObject({ outcome: "refused" });
    },
  );

  it("says where its parser gave up, again and again", () => {
    for (const start of ["---\n", "\uFEFF---\n", "---yaml\n"]) {
      const source = `${start}a: b\na: c\n---\n`;
      for (const _time of [1, 2]) {
        const reading = readWithGrayMatter(source, yaml);
        expect(reading).toMatchObject({ outcome: "refused", reason: "duplicated mapping key" });
        const at = reading?.outcome === "refused" ? reading.at : 0;
        expect(source.slice(0, at).split("\n")).toHaveLength(3);
      }
    }
  });

  it("lets keys steer nothing", () => {
    const source = "---\nengines: {js: x}\nexcerpt_separator: ---\nlanguage: js\n---\nBody";
    expect(readWithGrayMatter(source, yaml)).toMatchObject({ data: { language: "js" } });
  });

  it.each([
    ["deep lists", `---\na: ${"[".repeat(60_000)}\n---\n`],
    ["much white space", `---\na: b\n${" ".repeat(60_000)}\n---\n`],
    ["more than a block may be", `---\na: ${"b".repeat(70_000)}\n---\n`],
  ])("takes no harm from %s", (_name, source) => {
    expect(readWithGrayMatter(source, yaml)?.outcome).not.toBe("read");
  });
});

it("reads numbers as the version of js-yaml does", () => {
  const source = "---\na: 09\nb: 017\nc: 0o17\nd: 12:30\n---\n";
  expect(VERSIONS.map((yaml) => readWithGrayMatter(source, yaml))).toMatchObject([
    { data: { a: "09", b: 15, c: "0o17", d: 750 } },
    { data: { a: 9, b: 17, c: 15, d: "12:30" } },
  ]);
});
