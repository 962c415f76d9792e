import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFence } from "../../../src/article/front-matter/fence.js";
import { readFrontMatter } from "../../../src/article/front-matter/read-front-matter.js";
import { runs } from "../../runs.js";

function fenceOf(source: string) {
  const { frontMatter, bodyStart, problems } = readFrontMatter(source);
  const slice = (range: { start: number; end: number } | undefined) =>
    range && source.slice(range.start, range.end);
  return {
    opening: slice(frontMatter?.openingFence),
    closing: slice(frontMatter?.closingFence),
    leading: slice(frontMatter?.leading),
    format: frontMatter?.format,
    data: { ...frontMatter?.data },
    body: source.slice(bodyStart),
    codes: problems.map((problem) => ("code" in problem ? problem.code : problem.kind)),
  };
}

describe("finding the fences", () => {
  it.each([
    ["---\ntitle: A\n---\nBody\n", "---", "---", "Body\n"],
    ["---\r\ntitle: A\r\n---\r\nBody\r\n", "---", "---", "Body\r\n"],
    ["--- \ntitle: A\n---\t\nBody\n", "---", "---", "Body\n"],
    ["---\ntitle: A\n---", "---", "---", ""],
    ['+++\ntitle = "A"\n+++\nBody\n', "+++", "+++", "Body\n"],
    [';;;\n"title": "A"\n;;;\nBody\n', ";;;", ";;;", "Body\n"],
    ['{\n  "title": "A"\n}\nBody\n', "{", "}", "Body\n"],
    ['---json\n{"title": "A"}\n---\nBody\n', "---json", "---", "Body\n"],
  ])("reads %j", (source, opening, closing, body) => {
    expect(fenceOf(source)).toMatchObject({ opening, closing, body, data: { title: "A" } });
  });

  it.each(["\n", "\r\n\r\n", "\uFEFF", "\u200B", "  ", "<!-- hello -->\n", "\uFEFF\n \n"])(
    "finds front matter behind %j",
    (leading) => {
      const found = fenceOf(`${leading}---\ntitle: A\n---\nBody`);
      expect(found).toMatchObject({ leading, data: { title: "A" }, body: "Body", codes: [] });
    },
  );

  it.each([
    ["---\ntitle: A\ndate: 2022-03-01\n\nBody text.\n", ["unclosed"], "\nBody text.\n"],
    [
      "---\ntitle: A\n\nBody text here.\n\n---\n\nMore text.\n",
      ["unclosed"],
      "\nBody text here.\n\n---\n\nMore text.\n",
    ],
    ['+++\ntitle = "A"\n\nBody\n', ["unclosed"], "\n\nBody\n"],
    ["---\ntitle: A\n-----\nBody\n", ["closing-prefix"], "Body\n"],
    ["---\ntitle: A\n---foo\nBody\n", ["closing-prefix"], "Body\n"],
    [
      "---\ntitle: A\n--- y\nlayout: b\n---\nBody\n",
      ["closing-prefix", "front-matter-syntax"],
      "Body\n",
    ],
    ["--- # my post\ntitle: A\n---\nBody\n", ["text-after-opening"], "Body\n"],
    ["-----\ntitle: A\n-----\nBody\n", ["too-many-dashes"], "Body\n"],
    ["---\ntitle: A\n+++\nBody\n", ["mixed"], "Body\n"],
    ["---\ntitle: A\n ---\nBody text, long enough.\n", ["indented"], "Body text, long enough.\n"],
    ["---\ntitle: A\n...\nBody\n", ["dots-close"], "Body\n"],
    ["title: A\ndate: 2022-03-01\n---\nBody\n", ["unopened"], "Body\n"],
  ])("names what is wrong with %j", (source, codes, body) => {
    expect(fenceOf(source)).toMatchObject({ codes, body, data: { title: "A" } });
  });

  it("sees a rule at the top that readers take for a fence", () => {
    const source = "---\n\nSome prose, nothing else here.\n\n---\n\nMore.\n";
    const { problems, frontMatter, bodyStart } = readFrontMatter(source);
    expect(frontMatter).toBeUndefined();
    expect(bodyStart).toBe(0);
    expect(problems).toMatchObject([
      { code: "prose-rule", range: { start: 0, end: 3 }, related: { start: 37, end: 40 } },
    ]);
  });

  it.each([
    "Text.\n\n---\n\nMore text.\n",
    "# Title\n\n---\ntitle: no front matter\n---\n",
    "---\n\nA rule at the top, and nothing else.\n",
    "- - -\ntitle: A\n- - -\n",
    "{{ page.title }}\n\n{% include x %}\n",
    "{not json}\n",
    "+++ wow +++\n",
    "",
    "---",
    "\n\n",
  ])("finds neither front matter nor fault in %j", (source) => {
    expect(readFrontMatter(source)).toEqual({ frontMatter: undefined, bodyStart: 0, problems: [] });
  });

  it("keeps an indented line of dashes inside a block scalar", () => {
    const found = fenceOf("---\nx: |\n  a\n  ---\n  b\ntitle: A\n---\nBody");
    expect(found).toMatchObject({
      codes: [],
      body: "Body",
      data: { title: "A", x: "a\n---\nb\n" },
    });
  });

  const piece = fc.constantFrom(
    "---",
    "+++",
    ";;;",
    "...",
    "----",
    "---js",
    "{",
    "}",
    "title: A",
    "a: [",
    "'",
    '"',
    "- x",
    "\t",
    " ",
    "\n",
    "\r\n",
    "\uFEFF",
    "<!--",
    "-->",
    "Prose text here.",
    '"k": 1',
    "\0",
    "\uD800",
    "&a",
    "*a",
    "!!js/function x",
    "#",
  );

  it("never throws, loses nothing and keeps every range inside the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const source = pieces.join("");
        const { frontMatter, bodyStart, problems } = readFrontMatter(source);
        expect(bodyStart).toBeLessThanOrEqual(source.length);
        for (const { range } of problems) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(source.length);
        }
        if (frontMatter === undefined) return;
        const { leading, openingFence, content, closingFence, entries } = frontMatter;
        // Leading bytes, fence, content, fence and body follow each other; only blanks lie between them.
        const order = [
          leading.start,
          leading.end,
          openingFence.start,
          openingFence.end,
          content.start,
          content.end,
        ];
        const all = [
          ...order,
          closingFence?.start ?? content.end,
          closingFence?.end ?? content.end,
          bodyStart,
        ];
        expect(all).toEqual([...all].sort((a, b) => a - b));
        expect(source.slice(openingFence.end, content.start).trim()).toBe("");
        for (const { valueRange } of entries) {
          expect(valueRange.start).toBeGreaterThanOrEqual(content.start);
          expect(valueRange.end).toBeLessThanOrEqual(content.end);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const source of [
          text,
          `---\n${text}`,
          `---\n${text}\n---\n`,
          `+++\n${text}\n+++\n`,
          `;;;\n${text}\n;;;\n`,
        ]) {
          expect(findFence(source).block?.bodyStart ?? 0).toBeLessThanOrEqual(source.length);
          readFrontMatter(source);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
