import type { Element, Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { parseMarkdownBody } from "../../../src/article/markdown/parse-markdown.js";
import { parseArticle } from "../../../src/article/parse-article.js";
import { plainSyntax } from "../../../src/article/syntax.js";

function parse(text: string) {
  return parseMarkdownBody(text, plainSyntax("a.mdx"));
}

function find(tree: Nodes, tagName: string): Element | undefined {
  if (tree.type === "element" && tree.tagName === tagName) return tree;
  if (!("children" in tree)) return undefined;
  for (const child of tree.children) {
    const found = find(child, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
}

function problems(text: string): readonly string[] {
  return parse(text).problems.map((problem) => {
    const { start, end } = problem.range;
    return `${problem.kind} ${JSON.stringify(text.slice(start, end))}`;
  });
}

describe("JSX", () => {
  it("makes elements of lower-case tags", () => {
    const { tree } = parse(
      '<div className="a b" htmlFor="c" data-d="e" hidden tabIndex={1} {...f}>\n  *g*\n</div>\n',
    );
    expect(find(tree, "div")?.properties).toEqual({
      className: ["a", "b"],
      htmlFor: ["c"],
      dataD: "e",
      hidden: true,
      tabIndex: "{1}",
    });
    expect(find(tree, "em")).toBeDefined();
    expect(find(parse("a <my-tag/> b").tree, "my-tag")).toBeDefined();
  });

  it("reads a tag whose end begins a line, where only tags come before it", () => {
    const text = (before: string) =>
      `<div>\n  ${before}<b><a\n      href="/quay/"\n    >Quay</a> and\n    harbour.</b>\n</div>\n`;
    expect(problems(text(""))).toEqual([]);
    expect(find(parse(text("")).tree, "a")?.properties).toEqual({ href: "/quay/" });
    // As MDX itself: the line begins a quote.
    expect(problems(text("At the "))).toHaveLength(1);
  });

  it("keeps components as parents one can walk through", () => {
    const text =
      "<Card>\n  <p>a <b>c</b></p>\n</Card>\n\n<ui.box><img src='a'/></ui.box>\n\n<><i>d</i></>\n";
    const { tree } = parse(text);
    expect(tree.children.filter(({ type }) => type !== "text")).toMatchObject([
      { type: "mdxJsxFlowElement", name: "Card" },
      { type: "mdxJsxFlowElement", name: "ui.box" },
      { type: "mdxJsxFlowElement", name: null },
    ]);
    const article = parseArticle({ path: "a.mdx", source: text });
    expect(article.elements.map(({ tagName }) => tagName)).toEqual(["p", "b", "img", "i"]);
  });

  it("keeps expressions and modules as nodes, and evaluates nothing", () => {
    const text =
      "export const a = process.exit(3);\n\n{/* copydesk-disable */}\n\nb {process.exit(4)}\n";
    const article = parseArticle({ path: "a.mdx", source: text });
    expect(article.expressions.map(({ text: inner }) => inner)).toEqual([
      "/* copydesk-disable */",
      "process.exit(4)",
    ]);
    expect(article.tree.children[0]).toMatchObject({ type: "mdxjsEsm" });
  });

  it("reads the ids that engines allow after headings", () => {
    expect(
      find(
        parseMarkdownBody("## A {#b}\n", { ...plainSyntax("a.mdx"), headingIds: "yes" }).tree,
        "h2",
      ),
    ).toMatchObject({
      properties: { id: "b" },
      children: [{ value: "A" }],
    });
  });
});

describe("MDX that does not parse", () => {
  it.each([
    ["a\n\nb <c\n", 'mdx-syntax "<c"'],
    ["a {b\n", 'mdx-syntax "{"'],
    ["{a b}\n", 'mdx-syntax "b"'],
    ["<br>\n\na\n", 'mdx-syntax "<br>"'],
    ["<https://a.example>\n", 'mdx-syntax "<https://a.example>"'],
    ["漢字 😀 <!-- a -->\n", 'mdx-syntax "<!-- a -->"'],
    ["a\r\nb </p>\r\n", 'mdx-syntax "</p>"'],
  ])("%j is one problem at its place", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it("tells the reason without the place", () => {
    expect(parse("a\n\n<br>\n").problems).toMatchObject([
      { reason: "Expected a closing tag for `<br>` (1:1)".replace("1:1", "3:1") },
    ]);
  });

  it("does not keep the rest from being checked", () => {
    for (const fault of ["<br>", "{a b}", "a <!-- b -->", "x {"]) {
      const text = `<p id="a">b</p>\n\n${fault}\n\n<img src="c"/>\n`;
      expect(find(parse(text).tree, "img"), fault).toBeDefined();
      expect(find(parse(text).tree, "p"), fault).toBeDefined();
    }
  });

  it("is given up after a few faults", () => {
    const { tree, problems: found } = parse("<br>\n\n".repeat(20));
    expect(found).toHaveLength(1);
    expect(tree.children).toEqual([]);
  });
});
