import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article/article.js";
import { parseArticle } from "../../../src/article/parse-article.js";
import { paragraphFacts, paragraphsOf } from "../../../src/knowledge/prose/paragraphs.js";
import { runs } from "../../runs.js";

const read = (source: string, path = "a.md"): Article => parseArticle({ path, source });
const textsOf = (source: string, path?: string): readonly string[] =>
  paragraphsOf(read(source, path)).map(({ text }) => text);

describe("paragraphsOf", () => {
  it("finds what readers see as paragraphs, whatever they are written as", () => {
    const source = [
      "Plain *text* here.",
      "",
      "- an item",
      "",
      "> a quotation",
      "",
      "<figure><img src=a.png alt=A><figcaption>A caption</figcaption></figure>",
      "",
      "<div>bare text<p>a paragraph</p>and more</div>",
      "",
      "# A heading",
      "",
      "| cell |",
      "| --- |",
      "",
    ].join("\n");
    expect(paragraphsOf(read(source)).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "paragraph: Plain text here.",
      "item: an item",
      "paragraph: a quotation",
      "caption: A caption",
      "run: bare text",
      "paragraph: a paragraph",
      "run: and more",
      "heading: A heading",
      "cell: cell",
    ]);
  });

  it("parts bare text at line breaks", () => {
    expect(textsOf("<div>\none<br>\n<br>two <b>bold</b>\n<br/>three</div>", "a.html")).toEqual([
      "one",
      "two bold",
      "three",
    ]);
  });

  it("leaves out code blocks, comments, scripts and styles, and keeps code inside text", () => {
    const source =
      "Run `npm i` now.\n\n```\ncode.\n```\n\n<!-- note -->\n\n<pre>pre.</pre>\n\n<script>let a;</script>\n\n<style>a{}</style>\n";
    expect(textsOf(source)).toEqual(["Run npm i now."]);
  });

  it("says where a paragraph stands: in a table, a list, an aside, a pull quote", () => {
    const source =
      "<table><tr><td><p>in a table</p></td></tr></table><ul><li>in a list</li></ul><aside><p>aside</p></aside><blockquote class='big pullquote'>pull</blockquote>";
    const where = paragraphsOf(read(source, "a.html")).map(
      ({ inTable, list, inAside }) => `${inTable} ${list?.tagName} ${inAside}`,
    );
    expect(where).toEqual([
      "true undefined false",
      "false ul false",
      "false undefined true",
      "false undefined true",
    ]);
  });

  it("keeps printed values and drops lone tags and verbatim blocks of templates", () => {
    const source =
      "{% note info %}\nHello {{ name }}.\n{% endnote %}\n\n{% raw %}\nnot text\n{% endraw %}\n\nAn {% asset_img a.png %} image.\n";
    const texts = textsOf(source);
    expect(texts).toContain("Hello {{ name }}.");
    expect(texts).toContain("An {% asset_img a.png %} image.");
    expect(texts.join(" ")).not.toContain("endnote");
  });

  it("maps text to the source through entities, escapes and quotation marks", () => {
    const source = "> Fish &amp; chips\\!\n> and *more* tea.\n";
    const [paragraph] = paragraphsOf(read(source));
    if (paragraph === undefined) throw new Error("no paragraph");
    expect(source.slice(paragraph.range.start, paragraph.range.end)).toBe(
      "Fish &amp; chips\\!\n> and *more* tea.",
    );
    const tea = paragraph.text.indexOf("tea");
    expect(paragraph.offsetOf(tea)).toBe(source.indexOf("tea"));
    const and = paragraph.rangeOf(5, 6);
    expect(source.slice(and.start, and.end)).toBe("&amp;");
  });

  it("begins and ends at characters, in source order, for any mixture of blocks", () => {
    const piece = fc.constantFrom(
      ...[
        "<p>",
        "<div>",
        "<br>",
        "<ul>",
        "<li>",
        "<b>",
        "<pre>code</pre>",
        "<p>中文。</p>",
        "<!-- c -->",
      ],
      ...[
        "text",
        " 中文。 ",
        "&nbsp;",
        "&lt;",
        "&amp;b",
        "{{ x }}",
        "\n",
        "\r\n",
        "\u3000",
        "<i>i</i>",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join("");
        let previous = 0;
        for (const { range, text } of paragraphsOf(read(source, "a.html"))) {
          const slice = source.slice(range.start, range.end);
          expect(slice).toBe(slice.trim());
          const first = { "<": "&lt;", "&": "&amp;" }[text.slice(0, 1)] ?? text.slice(0, 1);
          expect(slice.slice(0, first.length)).toBe(first);
          expect(range.start).toBeGreaterThanOrEqual(previous);
          previous = range.start;
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("paragraphFacts", () => {
  const long = "The harbour master says that the new quay will open in spring.";

  it("holds running text with a final mark, and the same fingerprint for the same words", () => {
    const facts = paragraphFacts(
      read(`${long}\n\n<p>${long.replace("new quay", "<b>New</b>\nquay")}</p>\n`),
    );
    expect(facts).toHaveLength(2);
    expect(facts[0]?.hash).toBe(facts[1]?.hash);
    expect(facts[0]).toMatchObject({ weight: long.length, range: { start: 0, end: long.length } });
  });

  it.each([
    ["a heading", `# ${long}`],
    ["a table cell", `| ${long} |\n| --- |`],
    ["a pull quote", `<aside>${long}</aside>`],
    ["text that leads to something", long.replace(/\.$/, ":")],
    ["text without a final mark", long.replace(/\.$/, "")],
    ["one question", long.replace(/\.$/, "?")],
    ["short text", "The quay opens."],
    ["code", "`the harbour master says that the new quay opens.`"],
  ])("leaves out %s", (_name, source) => {
    expect(paragraphFacts(read(`${source}\n`))).toEqual([]);
  });
});
