import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/article/front-matter/read-front-matter.js";

function problemsOf(source: string) {
  return readFrontMatter(source).problems.map((problem) => ({
    line: source.slice(0, problem.range.start).split("\n").length,
    text: source.slice(problem.range.start, problem.range.end),
    hint: ("hint" in problem && problem.hint) || problem.kind,
  }));
}

describe("syntax errors of YAML front matter", () => {
  it.each([
    ["title: A: b", "A: b", "unquoted-colon"],
    ["title:A", "title:A", "missing-space"],
    ["a:\n\t- b", "\t", "tab-indent"],
    ["title: 'it's'", "'it's'", "unbalanced-quote"],
    ['title: "a" b', '"a" b', "unbalanced-quote"],
    ["title: 'never closed", "'never closed", "unbalanced-quote"],
    ["title: [a, b", "[a, b", "unclosed-bracket"],
    ["title: @home", "@home", "reserved-start"],
    ["title: %x", "%x", "reserved-start"],
    ["title: `x`", "`x`", "reserved-start"],
    ["title: *bold* text", "*bold* text", "reserved-start"],
    ["title: **bold**", "**bold**", "reserved-start"],
    ["title: [a] b", "[a] b", "reserved-start"],
    ["title: !important", "!important", "reserved-start"],
    ["title: #1 of many", "#1 of many", "comment-hash"],
    ["title: We are #1", "We are #1", "comment-hash"],
    ["title: A\n  date: b", "date: b", "bad-indent"],
    ['title: "a\nb"', 'b"', "margin-text"],
    ["title: A\nstray words here", "stray words here", "front-matter-syntax"],
  ])("names the cause in %j", (line, text, hint) => {
    const source = `---\nlayout: post\n${line}\ndate: 2022-03-01\n---\nBody`;
    expect(problemsOf(source)).toMatchObject([{ text, hint }]);
    const data = readFrontMatter(source).frontMatter?.data;
    expect(data).toMatchObject({ layout: "post", date: "2022-03-01" });
  });

  it("finds several errors, none in consequence of another", () => {
    const source = '---\na: x: y\nb: 1\nc: @d\ne: "f\ng"\nh: 2\n---\n';
    expect(problemsOf(source).map(({ line, hint }) => [line, hint])).toEqual([
      [2, "unquoted-colon"],
      [4, "reserved-start"],
      [6, "margin-text"],
    ]);
    expect({ ...readFrontMatter(source).frontMatter?.data }).toMatchObject({
      a: "x: y",
      b: 1,
      c: "@d",
      e: "f g",
      h: 2,
    });
  });

  it.each([
    "title: 'A'\t\ndate: x",
    'title: "A" \t# comment\ndate: x',
    "title: a#b\ncolor: '#fff'",
    "draft: true #later",
    "title: A # a comment",
    "url: https://example.org:8080/",
    "t: 12:30:45",
    "title: >\n  folded: text\n  'with' [odd] *things*",
    "a: !!str 1\nb: !!timestamp 2001-01-01",
    "tags: [a,\n  b,\n  c]",
    "tags: [\n  a\n]",
    "title: “A”",
  ])("has nothing against %j", (block) => {
    expect(problemsOf(`---\n${block}\n---\nBody`)).toEqual([]);
  });

  it("finds keys that stand twice, also in another letter case and deeper down", () => {
    const source = "---\ntitle: A\nTitle: B\na:\n  x: 1\n  x: 2\n  X: 3\ntitle: C\n---\n";
    const problems = readFrontMatter(source).problems.map((problem) =>
      problem.kind === "front-matter-duplicate-key"
        ? [problem.key, problem.caseOnly]
        : problem.kind,
    );
    expect(problems).toEqual([
      ["Title", true],
      ["x", false],
      ["title", false],
    ]);
  });
});

describe("syntax errors of TOML and JSON front matter", () => {
  it("names the line of a TOML error and reads what stands before it", () => {
    const source = '+++\ntitle = "A"\ndate = = 2\n+++\nBody';
    expect(problemsOf(source)).toMatchObject([{ line: 3, text: "date = = 2" }]);
    expect({ ...readFrontMatter(source).frontMatter?.data }).toEqual({ title: "A" });
  });

  it("finds a TOML key that stands twice", () => {
    expect(problemsOf('+++\nt = "A"\nt = "B"\n+++\n')).toMatchObject([
      { line: 3, text: "t", hint: "front-matter-duplicate-key" },
    ]);
  });

  it("names the place of a JSON error and keeps the rest", () => {
    const source = '{\n  "title": "A",\n  "date": x,\n  "b": 1\n}\n';
    expect(problemsOf(source)).toMatchObject([{ line: 3, text: "x" }]);
    expect(readFrontMatter(source).frontMatter?.data).toMatchObject({ title: "A", b: 1 });
  });

  it("finds a JSON key that stands twice", () => {
    expect(problemsOf('{"a": 1, "A": 2, "a": 3}\n').map(({ text }) => text)).toEqual([
      '"A"',
      '"a"',
    ]);
  });
});
