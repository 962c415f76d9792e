import fc from "fast-check";
import type { Element, Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { parseMarkdownBody } from "../../../src/article/markdown/parse-markdown.js";
import { rangeOf } from "../../../src/article/node-range.js";
import { parseArticle } from "../../../src/article/parse-article.js";
import { parseHtml } from "../../../src/article/parse-html.js";
import { plainSyntax } from "../../../src/article/syntax.js";
import { hasCorpus, readCorpus } from "../../corpus/corpus.js";
import { runs } from "../../runs.js";

function elementsOf(tree: Nodes): readonly Element[] {
  const own = tree.type === "element" ? [tree] : [];
  return "children" in tree ? [...own, ...tree.children.flatMap(elementsOf)] : own;
}

/** Tags of the HTML layer that are no element's start in the tree: `name@offset`. */
function misplaced(markup: string, tree: Nodes): readonly string[] {
  const key = (element: Element): string => `${element.tagName}@${rangeOf(element).start}`;
  const placed = new Set(elementsOf(tree).map(key));
  return elementsOf(parseHtml(markup, { fragment: true }).tree)
    .filter(({ position }) => position !== undefined)
    .map(key)
    .filter((place) => !placed.has(place));
}

function parse(text: string) {
  return parseMarkdownBody(text, plainSyntax("a.md"));
}

/** Elements as `name: source`, those without a place left out. */
function slices(text: string): readonly string[] {
  return elementsOf(parse(text).tree)
    .filter(({ position }) => position !== undefined)
    .map((element) => {
      const { start, end } = rangeOf(element);
      return `${element.tagName}: ${text.slice(start, end)}`;
    });
}

describe("raw HTML", () => {
  it("keeps its offsets in quotes, lists and tables", () => {
    expect(slices("> - <div>\n>   <b>x</b>\n>   </div>\n")).toEqual([
      "blockquote: > - <div>\n>   <b>x</b>\n>   </div>",
      "ul: - <div>\n>   <b>x</b>\n>   </div>",
      "li: - <div>\n>   <b>x</b>\n>   </div>",
      "div: <div>\n>   <b>x</b>\n>   </div>",
      "b: <b>x</b>",
    ]);
    expect(slices("- a\n\n\t<p>\n\t<i>b</i></p>\n").slice(3)).toEqual([
      "p: <p>\n\t<i>b</i></p>",
      "i: <i>b</i>",
    ]);
    expect(slices("|a|\n|-|\n|<b>x</b> <i>y</i>|\n").slice(-2)).toEqual([
      "b: <b>x</b>",
      "i: <i>y</i>",
    ]);
    expect(slices("> a <b\n> title='c'>d</b> <i>e</i>\n").slice(2)).toEqual([
      "b: <b\n> title='c'>d</b>",
      "i: <i>e</i>",
    ]);
  });

  it("encloses Markdown", () => {
    expect(slices("<div>\n\n*a*\n\n</div>\n\nb\n")).toEqual([
      "div: <div>\n\n*a*\n\n</div>",
      "p: *a*",
      "em: *a*",
      "p: b",
    ]);
  });

  it("ends an unclosed element with what it holds", () => {
    expect(slices("a <b>c\n\nd\n").slice(0, 3)).toEqual(["p: a <b>c", "b: <b>c", "p: d"]);
    expect(slices("a <b>\n")).toContain("b: <b>");
  });

  it("stands alone in the HTML layer, as long as the source", () => {
    expect(parse("# a\n\n> <b\n> c>\n\n`<i>` <i>d</i>\r\n").markup).toBe(
      "   \n\n  <b\n  c>\n\n      <i> </i>\r\n",
    );
    expect(parse("a *b*\n").markup).toBe("     \n");
  });

  it("gives text its place beside the parser's own line breaks", () => {
    for (const node of elementsOf(parse("- a <b>c</b>\n  - d\n\n<p>e</p>\n").tree)) {
      for (const child of node.children) {
        if (child.type === "text")
          expect(child.position?.end.offset).toBeGreaterThan(rangeOf(child).start);
      }
    }
  });

  it("is compared with what the native parser saw of lone surrogates and NUL", () => {
    expect(slices("\uD800 <b>\uDC00</b>\n")).toEqual([
      "p: \uD800 <b>\uDC00</b>",
      "b: <b>\uDC00</b>",
    ]);
    expect(slices("> <b>\0\n> \uD800</b> <i>c</i>\n").at(-1)).toBe("i: <i>c</i>");
  });

  it("may end inside a tag or comment", () => {
    expect(slices("> <!-- a\n\nb *c*\n")).toContain("em: *c*");
    expect(slices("<div title='a\n\nb *c*\n")).toContain("em: *c*");
    expect(slices("<p>a <b\n\n*c* <i>d</i>\n")).toContain("i: <i>d</i>");
  });

  const html = fc.constantFrom(
    "<div>\na\n</div>",
    "<p>a <b>b</b>\n<i>c</i></p>",
    "<ul>\n<li>a\n<li><u>b</u>\n</ul>",
    "a <b\ntitle='c'>d</b>",
    "<table>\n<tr><td>a</td></tr>\n</table>",
    "*a* <em>b</em>",
    "<!-- a\nb --><s>c</s>",
    "| <b>a</b> |\n|-|\n| <i>b</i> |",
    "<pre>\na\n\n<b>c</b></pre>",
    "<section>\n\n> <b>a</b>\n\n</section>",
  );
  const container = fc.constantFrom<(text: string) => string>(
    (text) => text.replace(/^/gm, "> "),
    (text) => text.replace(/^/gm, ">"),
    (text) => `- ${text.replace(/\n(?=.)/g, "\n  ")}`,
    (text) => `1. ${text.replace(/\n(?=.)/g, "\n   ")}`,
    (text) => `-\t${text.replace(/\n(?=.)/g, "\n\t")}`,
    (text) => `a\n\n${text}\n\nb`,
    (text) => text.replaceAll("\n", "\r\n"),
  );

  it("begins with its own tag however deep it stands", () => {
    fc.assert(
      fc.property(
        fc.array(html, { minLength: 1, maxLength: 3 }),
        fc.array(container, { maxLength: 5 }),
        (parts, containers) => {
          const text = containers.reduce((inner, wrap) => wrap(inner), parts.join("\n\n"));
          const { tree, markup } = parse(text);
          expect(markup.length).toBe(text.length);
          expect(misplaced(markup, tree)).toEqual([]);
          for (const element of elementsOf(parseHtml(markup, { fragment: true }).tree)) {
            if (element.position === undefined) continue;
            const { start } = rangeOf(element);
            expect(text.slice(start, start + element.tagName.length + 1)).toBe(
              `<${element.tagName}`,
            );
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it.runIf(hasCorpus)(
    "begins with its own tag in real articles",
    () => {
      const found: string[] = [];
      let count = 0;
      for (const { articles } of readCorpus()) {
        for (const article of articles.map(parseArticle)) {
          if (article.format !== "markdown") continue;
          count += (article.markup.match(/<[a-z]/gi) ?? []).length;
          found.push(
            ...misplaced(article.markup, article.tree).map((place) => `${article.path} ${place}`),
          );
        }
      }
      expect(count).toBeGreaterThan(5000);
      expect(found.length, found.join("\n")).toBeLessThanOrEqual(3);
    },
    120_000,
  );
});
