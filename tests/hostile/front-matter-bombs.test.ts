import { describe, expect, it } from "vitest";
import { lintText } from "../../src/index.js";
import type { Report } from "../../src/report/model.js";

const repeat = (text: string, count: number): string => text.repeat(count);
const each = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join("");
const lines = (count: number, line: (index: number) => string): string =>
  each(count, (index) => `${line(index)}\n`);

type EngineUnderTest = "none" | "eleventy" | "vitepress";

/** Checks an article in a site of its own, with nothing of this repository's around. */
async function check(text: string, engine: EngineUnderTest = "none"): Promise<Report> {
  return lintText(text, { path: "article.md", config: { engine }, now: 0 });
}

async function rulesIn(text: string, engine?: EngineUnderTest): Promise<readonly string[]> {
  const report = await check(text, engine);
  expect(report.notChecked).toEqual([]);
  return (report.files[0]?.findings ?? []).map(
    ({ rule, start }) => `${rule} ${start.line}:${start.column}`,
  );
}

const BODY = "\n\n![](body.png)\n";

/** The body is checked whatever its front matter is. */
const BODY_RULE = "image/alt-missing";

describe("front matter that would exhaust its reader", () => {
  const laughs = lines(9, (index) => {
    const previous = index === 0 ? '"lol"' : `*a${index - 1}`;
    return `a${index}: &a${index} [${Array(9).fill(previous).join(", ")}]`;
  });
  const depth = 20_000;
  const bombs = {
    "a billion laughs": [`---\n${laughs}---`, "desk/limit"],
    "a billion laughs in merge keys": [
      `---\na: &a {x: 1}\n${lines(200, () => "b: {<<: [*a, *a, *a, *a]}")}---`,
      "desk/limit",
    ],
    "a thousand aliases": [`---\na: &a v\n${lines(1000, (i) => `b${i}: *a`)}---`, "desk/limit"],
    "deep YAML lists": [`---\na: ${repeat("[", depth)}${repeat("]", depth)}\n---`, "desk/limit"],
    "deep YAML maps": [
      `---\na: ${repeat("{a: ", depth / 2)}${repeat("}", depth / 2)}\n---`,
      "desk/limit",
    ],
    "deep YAML blocks": [
      `---\n${lines(200, (index) => `${repeat(" ", index)}a:`)}---`,
      "desk/limit",
    ],
    "deep YAML items": [`---\na:\n${repeat("- ", depth)}x\n---`, "desk/limit"],
    "deep YAML keys": [`---\n${repeat("? ", depth)}x\n---`, "desk/limit"],
    "deep TOML lists": [`+++\na = ${repeat("[", depth)}${repeat("]", depth)}\n+++`, "desk/limit"],
    "deep TOML tables": [
      `+++\na = ${repeat("{a = ", depth / 2)}${repeat("}", depth / 2)}\n+++`,
      "desk/limit",
    ],
    "deep TOML keys": [`+++\n${repeat("a.", depth)}a = 1\n+++`, "desk/limit"],
    "deep JSON lists": [
      `---json\n{"a": ${repeat("[", depth)}${repeat("]", depth)}}\n---`,
      "desk/limit",
    ],
    "deep JSON objects": [
      `;;;\n"a": ${repeat('{"a":', 9000)}1${repeat("}", 9000)}\n;;;`,
      "desk/limit",
    ],
    "more than 64 KB of YAML": [`---\ntitle: ${repeat("a", 66_000)}\n---`, "desk/limit"],
    "more than 64 KB of TOML": [`+++\ntitle = "${repeat("a", 66_000)}"\n+++`, "desk/limit"],
    "more than 64 KB of JSON": [`;;;\n"title": "${repeat("a", 66_000)}"\n;;;`, "desk/limit"],
    "megabytes that are never closed": [`---\n${repeat("a: b\n", 100_000)}`, "front-matter/fence"],
  } as const;

  it.each(Object.entries(bombs))("%s", async (_name, [block, rule]) => {
    const found = await rulesIn(block + BODY);
    expect(found.filter((finding) => finding.startsWith(rule))).toHaveLength(1);
    expect(found.some((finding) => finding.startsWith(BODY_RULE))).toBe(true);
  });

  // Nothing closes these for a reader that takes all the rest of a file for front matter.
  const unclosed = {
    "deep lists": `---\n\nWords ${repeat("[", depth)}`,
    "a value of lists": `---\n\n- ${repeat("[", depth)}`,
    "merged anchors": `---\n\nWords.\n\n${laughs}`,
    "blank lines": `---\n\nWords.\n${repeat("\n", 60_000)}# a`,
    comments: `---\n\nWords.\n${lines(9000, () => "# a")}`,
    megabytes: `---\n\n${lines(100_000, () => "Words.")}`,
  };
  const blocks: Readonly<Record<string, string>> = {
    ...unclosed,
    ...Object.fromEntries(Object.entries(bombs).map(([name, [block]]) => [name, block])),
  };
  it.each(
    (["eleventy", "vitepress"] as const).flatMap((engine) =>
      Object.entries(blocks).map(([name, block]) => ({ engine, name, block })),
    ),
  )("$name in $engine", async ({ engine, block }) => {
    const started = performance.now();
    await rulesIn(block + BODY, engine);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("front matter with names that every object has", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
  const before = Object.getOwnPropertyNames(Object.prototype);
  const blocks = {
    YAML: `---\ntitle: A\n${names.map((name) => `${name}: {polluted: yes}`).join("\n")}\n---`,
    TOML: `+++\ntitle = "A"\n${names.map((name) => `[${name}]\npolluted = true`).join("\n")}\n+++`,
    JSON: `---json\n{"title": "A", ${names.map((name) => `"${name}": {"polluted": true}`).join(", ")}}\n---`,
    "nested YAML": `---\ntitle: A\na:\n${names.map((name) => `  ${name}:\n    __proto__: {polluted: yes}`).join("\n")}\n---`,
    "merged YAML": "---\ntitle: A\na: &a {__proto__: {polluted: yes}}\nb: {<<: *a}\n---",
    "tags and categories": `---\ntitle: A\ntags: [${names.join(", ")}]\ncategories: [__proto__]\nauthor: constructor\n---`,
    "a title": "---\ntitle: __proto__\ndescription: toString\n---",
  };

  it.each(Object.entries(blocks))("reads them as plain keys: %s", async (_name, block) => {
    const found = await rulesIn(block + BODY);
    expect(found.filter((finding) => /^(?:desk|front-matter\/syntax)/.test(finding))).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("keeps the title that stands beside them", async () => {
    for (const block of [blocks.YAML, blocks.TOML, blocks.JSON]) {
      const { files } = await check(block + BODY);
      expect(files[0]?.metadata.title).toBe("A");
    }
  });

  it.each([...names, "default", "cache", "then"])(
    "checks an article that is nothing but %s, twice",
    async (text) => {
      const first = await check(text);
      const second = await check(text);
      expect(first.notChecked).toEqual([]);
      expect(second.files).toEqual(first.files);
    },
  );

  it("takes them for ids, anchors, classes, addresses and reference names", async () => {
    const body = names
      .map(
        (name) =>
          `<p id="${name}" class="${name}">[${name}](#${name}) ![a](${name})\n\n[${name}]: ${name}\n\n[^${name}]: x\n\n## ${name}\n`,
      )
      .join("\n");
    for (const path of ["a.md", "a.html"]) {
      const report = await lintText(`---\ntitle: A\n---\n\n${body}`, { path, config: {} });
      expect(report.notChecked).toEqual([]);
      expect(report.files[0]?.findings.filter(({ rule }) => rule === "link/anchor")).toEqual([]);
    }
  });
});

describe("front matter of the strangest text", () => {
  it.each([
    ["a lone fence", "---"],
    ["a lone fence and a line end", "---\n"],
    ["two fences", "---\n---"],
    ["an alias of itself", "---\na: &a [*a]\n---\n"],
    ["a BOM", "\uFEFF"],
    ["a BOM and a fence", "\uFEFF---\n"],
    ["nothing", ""],
    ["a line end", "\n"],
    ["a carriage return", "\r"],
    ["pluses", "+++"],
    ["semicolons", ";;;\n;;;"],
    ["an open brace", "{"],
    ["ten thousand fences", repeat("---\n", 10_000)],
    ["thirty thousand executable fences", repeat("---js\n", 30_000)],
    ["five thousand blocks", repeat("---\ntitle: a\n---\n", 5000)],
    ["fifty thousand comments before", `${repeat("<!-- a -->\n", 50_000)}---\ntitle: A\n---\n`],
    ["fifty thousand open comments before", `${repeat("<!--", 50_000)}---\ntitle: A\n---\n`],
    ["sixty thousand spaces in it", `---\n${repeat(" ", 60_000)}\n---\n`],
    ["sixty thousand lines in it", `---\n${repeat("\n", 60_000)}a: b\n---\n`],
    ["three thousand times one key", `---\n${repeat("k: v\n", 3000)}---\n`],
    ["six thousand keys", `---\n${lines(6000, (index) => `k${index}: v`)}---\n`],
    ["nine thousand tags", `---\ntags: [${each(9000, (index) => `t${index},`)}]\n---\n`],
    ["seven thousand tags of TOML", `+++\ntags = [${each(7000, (index) => `"${index}",`)}]\n+++\n`],
    ["a thousand tables", `+++\n${"[[a]]\nb = 1\n".repeat(1000)}+++\n`],
    ["quotes that do not end", `---\na: "${repeat("\\", 60_000)}\n---\n`],
    ["colons", `---\na${repeat(": a", 15_000)}\n---\n`],
    ["numbers", `---\ndate: ${repeat("2022-", 10_000)}\n---\n`],
  ])("is checked in time: %s", async (_name, text) => {
    const report = await check(text);
    expect(report.notChecked).toEqual([]);
    expect(report.files).toHaveLength(1);
  });
});
