import fc from "fast-check";
import { expect, it } from "vitest";
import rule from "../../../rules/front-matter/key-order.js";
import { parseArticle } from "../../../src/article/parse-article.js";
import { applyEdits } from "../../../src/fix/apply-edits.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";
import { runs } from "../../runs.js";

const block = (...lines: readonly string[]): string => `---\n${lines.join("\n")}\n---\nBody.\n`;
// A comment above the first key moves with it, so longer front matter gives other edits.
const variants = ["crlf", "bom", "cjk"] as const;
const options = { order: ["title", "date", "tags", "draft"] };

testRule(rule, {
  valid: [
    { name: "nothing configured", text: block("date: 1", "title: 2") },
    { name: "in order", text: block("title: 1", "x: 2", "date: 3"), options },
    { name: "nested keys", text: block("x:", "  date: 1", "  title: 2"), options },
    { name: "no front matter", text: "Body.\n", options },
  ],
  invalid: [
    {
      name: "two keys",
      variants,
      text: block("date: 1", "title: 2"),
      options,
      findings: [{ messageId: "order", text: "title", related: ["2:1-2:5"] }],
      fixed: block("title: 2", "date: 1"),
    },
    {
      name: "lists, comments, blank lines, falsy values and other keys",
      variants,
      text: block(
        "# about tags",
        "tags:",
        "- a",
        "- 'b' # why",
        "  # below",
        "",
        "# loose",
        "",
        "x: 0",
        'date: ""',
        "draft: false",
        "title:",
      ),
      options,
      findings: [{ messageId: "order", text: "date" }],
      fixed: block(
        "title:",
        "",
        "# loose",
        "",
        "x: 0",
        'date: ""',
        "# about tags",
        "tags:",
        "- a",
        "- 'b' # why",
        "  # below",
        "draft: false",
      ),
    },
    {
      name: "values over several lines",
      variants,
      text: block("date: |", "  a", "", "  b", "title: 'c", "  d'", "tags: [", "  e", "]"),
      options: { order: ["tags", "title", "date"] },
      findings: [{ messageId: "order", text: "title" }],
      fixed: block("tags: [", "  e", "]", "title: 'c", "  d'", "date: |", "  a", "", "  b"),
    },
    {
      name: "TOML",
      variants,
      text: '+++\ndate = 1\ntitle = ""\n+++\n',
      options,
      findings: [{ messageId: "order", text: "title" }],
      fixed: '+++\ntitle = ""\ndate = 1\n+++\n',
    },
    ...[
      ["anchors", block("date: &a 1", "title: *a")],
      ["kept blank lines", block("date: |+", "  a", "", "title: 2")],
      ["several keys in a line", "---\n{ date: 1, title: 2 }\n---\n"],
      ["tables", "+++\ndate = 1\ntitle = 2\n[tags]\na = 1\n+++\n"],
    ].map(([name = "", text = ""]) => ({
      name: `without a fix: ${name}`,
      text,
      options,
      findings: [{ messageId: "order", text: "title" }],
      variants: ["crlf", "cjk"] as const,
    })),
  ],
});

const lineOf = (key: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `${key}: x`,
    `${key}:`,
    `${key}: false # no`,
    `# about\n${key}: ''`,
    `${key}:\n  - a\n\n  - b`,
    `${key}: >\n  a\n  b\n`,
    `\n${key}: "a\n  b"\n`,
  );

it("front-matter/key-order moves lines without a loss", () => {
  const keys = fc.shuffledSubarray(["title", "x", "date", "tags", "y", "draft"], { minLength: 2 });
  const texts = keys.chain((names) => fc.tuple(...names.map(lineOf)));
  fc.assert(
    fc.property(texts, (lines) => {
      const text = block(...lines);
      const check = (source: string) =>
        checkTexts([{ path: "a.md", text: source }], { rules: [{ rule, options }] }).results[0]
          ?.findings ?? [];
      const fix = check(text)[0]?.fix;
      if (fix === undefined) return;
      const fixed = applyEdits(text, fix);
      expect(check(fixed)).toEqual([]);
      expect(parseArticle({ path: "a.md", source: fixed }).frontMatter?.data).toEqual(
        parseArticle({ path: "a.md", source: text }).frontMatter?.data,
      );
      expect(fixed.split("\n").sort()).toEqual(text.split("\n").sort());
    }),
    { numRuns: runs(200) },
  );
});
