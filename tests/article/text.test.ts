import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.js";
import { textContentOf, textOf } from "../../src/article/text.js";
import { runs } from "../runs.js";

function texts(path: string, source: string) {
  const article = parseArticle({ path, source });
  return article.texts.map((node) => textOf(article, node));
}

/** Every character of a text with the source character at its place. */
function pairs(path: string, source: string): readonly (readonly [string, string])[] {
  return texts(path, source).flatMap((text) =>
    [...text.text].map((character, index) => {
      const at = text.text.indexOf(character, index);
      return [character, source[text.offsetOf(at)] ?? ""] as const;
    }),
  );
}

describe("textOf", () => {
  it("ends a text before the white space that the parser drops behind it", () => {
    const source = "one, \n  two \n";
    const article = parseArticle({ path: "a.md", source });
    const [text] = article.texts.map((node) => textOf(article, node));
    expect(text?.text).toBe("one,\ntwo");
    expect(text?.rangeOf(0, 4)).toEqual({ start: 0, end: 4 });
    expect(text?.rangeOf(3, 8)).toEqual({ start: 3, end: 11 });
  });

  it("maps plain text as it stands", () => {
    const source = "---\na: b\n---\n前言 text\n";
    const [text] = texts("a.md", source);
    expect(text?.text).toBe("前言 text");
    expect(source.slice(text?.offsetOf(0), text?.offsetOf(text.text.length))).toBe("前言 text");
  });

  it.each([
    ["a.html", "<p>a &amp; b &lt;c&gt; &#123;</p>", "a & b <c> {", "b"],
    ["a.md", "a \\* b &copy; c\n", "a * b © c", "c"],
    ["a.html", "<p>a {{ x }} b</p>", "a {{ x }} b", "b"],
    ["a.html", "<p>&copy2022 &ltb &amp</p>", "©2022 <b &", "b"],
    ["a.html", "<p>a &copyright &nosuch b</p>", "a ©right &nosuch b", "b"],
  ])("maps through references, escapes and template tags in %s", (path, source, expected, mark) => {
    const [text] = texts(path, source);
    expect(text?.text).toBe(expected);
    const at = expected.indexOf(mark);
    expect(source[text?.offsetOf(at) ?? -1]).toBe(mark);
    expect(source.slice(text?.rangeOf(at, at + 1).start, text?.rangeOf(at, at + 1).end)).toBe(mark);
  });

  it("maps a template tag behind a stray end tag", () => {
    const source = "<div>x</b>{{ y }}</div>";
    const [text] = texts("a.html", source);
    expect(text?.text).toBe("x{{ y }}");
    expect(source.slice(text?.offsetOf(1), text?.rangeOf(1, 8).end)).toBe("{{ y }}");
  });

  it("maps over the prefixes of a Markdown quote", () => {
    const source = "> one\n> two\n";
    const [text] = texts("a.md", source);
    const at = text?.text.indexOf("two") ?? -1;
    expect(source.slice(text?.offsetOf(at), text?.rangeOf(at, at + 3).end)).toBe("two");
  });

  it("gives each character a place that holds it, for any text without markup", () => {
    const unit = fc.constantFrom("a", "中", "。", "b ", "é");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (text) => {
        for (const [character, written] of pairs("a.html", `<p>${text}</p>`)) {
          expect(written).toBe(character);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("textContentOf", () => {
  it("joins the texts of an element, and ends a range where its last character ends", () => {
    const source = "<p>one <b>two</b> three</p>";
    const article = parseArticle({ path: "a.html", source });
    const [paragraph] = article.elements;
    if (paragraph === undefined) throw new Error("no paragraph");
    const content = textContentOf(article, paragraph);
    expect(content.text).toBe("one two three");
    const { start, end } = content.rangeOf(0, 7);
    expect(source.slice(start, end)).toBe("one <b>two");
  });
});
