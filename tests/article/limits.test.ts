import { describe, expect, it } from "vitest";
import type { ArticleFormat } from "../../src/article/article.js";
import { checkLimits } from "../../src/article/limits.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { withoutUncheckedBlocks } from "../../src/article/unchecked-blocks.js";

const ENDING: Readonly<Record<ArticleFormat, string>> = {
  markdown: "md",
  mdx: "mdx",
  html: "html",
};

function limits(text: string, format: ArticleFormat): readonly string[] {
  return checkLimits(text, format).map((problem) =>
    problem.kind === "limit" ? `${problem.limit} ${problem.unchecked}` : problem.kind,
  );
}

const MANY = 100_000;

describe("shapes that a parser is not given", () => {
  it.each<[string, ArticleFormat, string, string]>([
    ["a text too long", "html", "a".repeat(5_000_000), "size body"],
    ["a line too long", "markdown", "word ".repeat(1_000_000), "size body"],
    ["nested tags", "html", "<div>".repeat(MANY), "depth body"],
    ["nested tables", "html", "<table><tr><td>".repeat(200), "depth body"],
    [
      "elements copied by the parser",
      "html",
      `<div>${Array.from({ length: 400 }, (_, i) => `<b id=${i}>`).join("")}</div>${"<p>a</p>".repeat(5000)}`,
      "depth body",
    ],
    [
      "attributes",
      "html",
      `<a ${Array.from({ length: MANY }, (_, i) => `a${i}`).join(" ")}>`,
      "attributes body",
    ],
    ["tags", "html", "<p>a".repeat(MANY + 1), "tags body"],
    ["nested quotes", "markdown", ">".repeat(2 * MANY), "containers block"],
    ["nested lists in a line", "markdown", `${"- ".repeat(MANY)}a`, "containers block"],
    [
      "nested lists",
      "markdown",
      Array.from({ length: 300 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
      "containers block",
    ],
    ["many deep quotes", "markdown", `${"> ".repeat(90)}a\n`.repeat(2000), "containers block"],
    ["emphasis marks", "markdown", "*a_ ".repeat(MANY), "delimiters block"],
    [
      "marks in a CJK line",
      "markdown",
      `${"漢".repeat(200)}**字**`.repeat(5000),
      "delimiters block",
    ],
    ["character references", "markdown", "a &nbsp;".repeat(20_000), "references block"],
    [
      "character references in JSX",
      "mdx",
      `<p>\n${"a &amp;\n".repeat(20_000)}</p>`,
      "references block",
    ],
    [
      "a table filled up",
      "markdown",
      `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|b\n".repeat(2000)}`,
      "cells block",
    ],
    ["nested JSX", "mdx", `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}`, "depth body"],
    ["open braces", "mdx", "{".repeat(MANY), "expressions block"],
    ["nested brackets", "mdx", `{${"(".repeat(MANY)}${")".repeat(MANY)}}`, "expressions block"],
    [
      "nested brackets in an export",
      "mdx",
      `export const a = ${"[".repeat(MANY)}`,
      "expressions block",
    ],
    ["chained operators", "mdx", `{${"a?b:".repeat(MANY)}c}`, "expressions block"],
  ])("%s", (_name, format, text, expected) => {
    expect(limits(text, format)).toEqual([expected]);
    const before = performance.now();
    const article = parseArticle({ path: `a.${ENDING[format]}`, source: text });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(article.problems.filter(({ kind }) => kind === "limit")).toHaveLength(1);
  });

  it("finds nested tags in Markdown once its raw HTML is known", () => {
    const { problems } = parseArticle({ path: "a.md", source: "<div>\n\n".repeat(2000) });
    expect(problems).toMatchObject([{ kind: "limit", limit: "depth", unchecked: "body" }]);
  });

  it("names the place: the tag, the block, the beginning of the text", () => {
    const deep = `<p>a</p>${"<div>".repeat(501)}`;
    expect(checkLimits(deep, "html")).toMatchObject([
      { range: { start: deep.length - 5, end: deep.length } },
    ]);
    const text = `a\n\n${">".repeat(200)} b\n\nc\n`;
    expect(checkLimits(text, "markdown")).toMatchObject([{ range: { start: 3, end: 205 } }]);
    expect(checkLimits(`\n\n${"a".repeat(3_000_000)}`, "markdown")).toMatchObject([
      { range: { start: 2, end: 3 } },
    ]);
  });

  it("leaves the other blocks to be checked", () => {
    const { elements } = parseArticle({
      path: "a.md",
      source: `# A\n\n${">".repeat(200)}\n\n![](b.png)\n`,
    });
    expect(elements.map(({ tagName }) => tagName)).toEqual(["h1", "p", "img"]);
  });
});

describe("shapes that are no trouble", () => {
  it.each<[string, ArticleFormat, string]>([
    ["a long table", "markdown", `|a|b|\n|-|-|\n${"|**c**|_d_|\n".repeat(8000)}`],
    ["a long list", "markdown", "- **a** _b_ `c`\n".repeat(8000)],
    ["a long rule", "markdown", "- ".repeat(500)],
    [
      "references of raw HTML",
      "markdown",
      `<table>\n${"<tr><td>a&nbsp;b</td></tr>\n".repeat(8000)}</table>`,
    ],
    [
      "references in paragraphs",
      "markdown",
      `${"Prix&nbsp;: 10&nbsp;€, ".repeat(30)}\n\n`.repeat(500),
    ],
    ["code full of marks", "markdown", `\`\`\`\n${"*a_ ".repeat(50_000)}\n\`\`\`\n`],
    ["unclosed paragraphs and items", "html", `<ul>${"<li><p>a".repeat(2000)}`],
    ["void elements", "html", "<br><img src=a>".repeat(2000)],
    [
      "tags in comments and scripts",
      "html",
      `<!-- ${"<div>".repeat(1000)} --><script>${"<div>".repeat(1000)}</script>`,
    ],
    ["self-closed shapes", "html", `<svg>${"<path/>".repeat(2000)}</svg>`],
    ["JSX side by side", "mdx", "<Card>\n  a <b>c</b>\n</Card>\n\n".repeat(1000)],
    ["long data", "mdx", `export const a = [${"{ b: [1, 2] }, ".repeat(150)}];\n`],
  ])("%s", (_name, format, text) => {
    expect(limits(text, format)).toEqual([]);
  });
});

describe("a text without its unchecked blocks", () => {
  it("is as long as before, with blank lines in their place", () => {
    const text = `a\r\n\r\n${">".repeat(200)}\r\n\r\nb`;
    const without = withoutUncheckedBlocks(text, checkLimits(text, "markdown"));
    expect(without).toBe(text.replaceAll(">", " "));
  });
});
