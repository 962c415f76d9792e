import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFlatYaml } from "../../../../src/article/front-matter/yaml/flat-block.js";
import { readAnyYaml } from "../../../../src/article/front-matter/yaml/read-yaml.js";
import { runs } from "../../../runs.js";

/** What is written at the start of lines, and after it. */
const starts = [
  "title:",
  "Title:",
  "tags:",
  "a.b:",
  "null:",
  "__proto__:",
  "- ",
  " - ",
  "  - ",
  "",
  " ",
  "<<:",
  "x",
];
const values = [
  "",
  " ",
  " text",
  "  two words ",
  " 'single'",
  ' "double"',
  " it's",
  " 'it''s'",
  ' "a\\n"',
  " ''",
  ' ""',
  " 'open",
  ' "open',
  " 'a' b",
  " true",
  " True",
  " ~",
  " null",
  " 007",
  " 12",
  " 9007199254740993",
  " -1",
  " +1",
  " 1.5",
  " .5",
  " 1e3",
  " 1e",
  " 0x1f",
  " 0o7",
  " 0b1",
  " .inf",
  " .NaN",
  " 1_0",
  " 2024-01-01",
  " 2024-01-01 10:00:00 +0800",
  " 10:30",
  " a: b",
  " a:b",
  " a:",
  " :a",
  " a :b",
  " https://example.org/#x",
  " a #b",
  " a#b",
  " #b",
  " [a, b]",
  " {a: b}",
  " &a b",
  " *a",
  " !!str 1",
  " | ",
  " >-",
  " %a",
  " @a",
  " `a`",
  " -a",
  " - a",
  " ?a",
  " ,a",
  " 题目：一",
  " a\u3000",
  " a\u00a0b",
  " 😀",
  " a\tb",
  "\ta",
  " \ufeffa",
  " a\u2028b",
  " a\u0085b",
  " \ud800",
  "=a",
  " (a)",
  " <a>",
  " a\\b",
  " a'b'",
  ' a"b"',
  " ---",
  " ...",
];
const line = fc.oneof(
  fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...values)).map((parts) => parts.join("")),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."ab:-#'\" \n"), maxLength: 12 }),
);
/** Lines of the kind that are read, so that whole blocks of them come up. */
const flatValue = fc.oneof(
  fc.constantFrom(
    "",
    " a b",
    " 'a: #b'",
    ' "a"',
    " it's",
    " true",
    " ~",
    " 007",
    " 2024-01-01 10:30",
    " a:b",
  ),
  fc.string({ unit: fc.constantFrom(..."ab:-#'\"题 ."), maxLength: 8 }).map((text) => ` a${text}`),
);
const flatKey = fc.stringMatching(/^[a-z_]{1,6}$/);
const flatLine = fc.oneof(
  fc.tuple(flatKey, flatValue).map(([key, value]) => `${key}:${value}`),
  fc
    .tuple(flatKey, fc.array(flatValue, { maxLength: 3 }))
    .map(([key, items]) => [`${key}:`, ...items.map((item) => ` -${item}`)].join("\n")),
);
const block = fc
  .oneof(fc.array(line, { maxLength: 6 }), fc.array(flatLine, { maxLength: 5 }))
  .chain((lines) => fc.constantFrom("\n", "\n", "\n\n", "\r\n").map((end) => lines.join(end)));

describe("flat front matter", () => {
  it("reads as the parser does whatever it reads at all", () => {
    let read = 0;
    fc.assert(
      fc.property(block, fc.constantFrom("", "\n"), fc.nat(9), (lines, end, offset) => {
        const reading = readFlatYaml(lines + end, offset);
        if (reading === undefined) return;
        read += 1;
        expect(reading).toEqual(readAnyYaml(lines + end, offset));
      }),
      { numRuns: runs(4_000) },
    );
    expect(read).toBeGreaterThan(400);
  });

  it.each(starts)("reads %j before any text as the parser does", (start) => {
    for (const value of values) {
      const first = start + value;
      for (const text of [first, `a: b\n${first}`, `a:\n${first}`, `a:\n  - b\n${first}\nc: d\n`]) {
        const reading = readFlatYaml(text, 4);
        if (reading !== undefined) expect(reading, text).toEqual(readAnyYaml(text, 4));
      }
    }
  });

  it("reads the front matter that articles have", () => {
    const text =
      "title: '谈判：一'\ncategories: \n - 新媒体\n - 观察者网\ncomments: false\nweight: 12\nurl: https://example.org/a#b\ndraft:\n";
    const reading = readFlatYaml(text, 4);
    expect(reading).toBeDefined();
    expect(reading).toEqual(readAnyYaml(text, 4));
    expect({ ...reading?.data }).toEqual({
      title: "谈判：一",
      categories: ["新媒体", "观察者网"],
      comments: false,
      weight: 12,
      url: "https://example.org/a#b",
      draft: null,
    });
  });

  it.each([
    "a: b # c",
    "a:\n  b: c",
    'a: "b\\n"',
    "a: b\nA: c",
    "a: 1.5",
    "- a",
    "a: b\n - c",
    "a: [b]",
    "a:\r\n",
  ])("leaves %j to the parser", (text) => {
    expect(readFlatYaml(text, 0)).toBeUndefined();
  });
});
