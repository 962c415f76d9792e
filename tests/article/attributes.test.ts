import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.js";
import { attributesOf, openingTagOf } from "../../src/article/attributes.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { runs } from "../runs.js";

function attributes(path: string, source: string, tag: string) {
  const article: Article = parseArticle({ path, source });
  const element = article.elements.find(({ tagName }) => tagName === tag);
  if (element === undefined) throw new Error(`no <${tag}> in ${source}`);
  return {
    list: attributesOf(article, element).map(
      ({ name, value, valueRange, range, unknown, hasValue }) => ({
        name,
        value,
        written: source.slice(valueRange.start, valueRange.end),
        whole: source.slice(range.start, range.end),
        unknown,
        hasValue,
      }),
    ),
    tag: source.slice(openingTagOf(article, element).start, openingTagOf(article, element).end),
  };
}

const row = (
  name: string,
  value: string,
  written: string,
  whole: string,
  unknown = false,
  hasValue = true,
) => ({
  name,
  value,
  written,
  whole,
  unknown,
  hasValue,
});

describe("attributes of HTML", () => {
  it("keep quotes, entities, missing values and repeats apart", () => {
    const source = `---\ntitle: x\n---\n<img SRC='a.png' alt=b&amp;c width = "970px" hidden alt>`;
    expect(attributes("a.html", source, "img")).toEqual({
      list: [
        row("src", "a.png", "a.png", "SRC='a.png'"),
        row("alt", "b&c", "b&amp;c", "alt=b&amp;c"),
        row("width", "970px", "970px", 'width = "970px"'),
        row("hidden", "", "", "hidden", false, false),
        row("alt", "", "", "alt", false, false),
      ],
      tag: source.slice(source.indexOf("<img")),
    });
  });

  it("read through template tags, quotes inside them included", () => {
    const source = `<a href="{{ url("x") }}#a" title='b'>c</a>`;
    expect(attributes("a.html", source, "a").list).toEqual([
      row("href", '{{ url("x") }}#a', '{{ url("x") }}#a', 'href="{{ url("x") }}#a"', true),
      row("title", "b", "b", "title='b'"),
    ]);
  });

  it("have the same places inside a Markdown quote", () => {
    const source = `> <p>x\n> <img src="a"\n> alt="b\n> c"></p>\n`;
    const { list } = attributes("a.md", source, "img");
    expect(list.map(({ name, written }) => [name, written])).toEqual([
      ["src", "a"],
      ["alt", "b\n> c"],
    ]);
    expect(list[1]?.value.replace(/\s+/g, " ")).toBe("b c");
  });
});

describe("attributes of Markdown", () => {
  it.each([
    ["[x](a.md)", "a", [["href", "a.md", "a.md"]]],
    [
      '[x](<a b.md> "t")',
      "a",
      [
        ["href", "a b.md", "a b.md"],
        ["title", "t", "t"],
      ],
    ],
    [
      "[x [y]](a_(b).md 't')",
      "a",
      [
        ["href", "a_(b).md", "a_(b).md"],
        ["title", "t", "t"],
      ],
    ],
    ["[x](a\\)b&amp;c.md)", "a", [["href", "a)b&c.md", "a\\)b&amp;c.md"]]],
    ["[x]()", "a", [["href", "", ""]]],
    [
      "![*a* `]` b](c.png)",
      "img",
      [
        ["alt", "a ] b", "*a* `]` b"],
        ["src", "c.png", "c.png"],
      ],
    ],
    [
      "![](c.png)",
      "img",
      [
        ["alt", "", ""],
        ["src", "c.png", "c.png"],
      ],
    ],
    [
      "[x][Y]\n\n[y]: a.md 't'",
      "a",
      [
        ["href", "a.md", "a.md"],
        ["title", "t", "t"],
      ],
    ],
    ["[y]\n\n[y]: <a b>", "a", [["href", "a b", "a b"]]],
    ["<https://x.org/a>", "a", [["href", "https://x.org/a", "https://x.org/a"]]],
    ["<me@x.org>", "a", [["href", "mailto:me@x.org", "me@x.org"]]],
    ["www.x.org", "a", [["href", "http://www.x.org", "www.x.org"]]],
    ["[x]({% link a.md %})", "a", [["href", "{% link a.md %}", "{% link a.md %}"]]],
    ["[x]({{ a(b) }}/c)", "a", [["href", "{{ a(b) }}/c", "{{ a(b) }}/c"]]],
  ])("stand where they are written: %s", (source, tag, expected) => {
    const { list } = attributes("a.md", `${source}\n`, tag);
    expect(list.map(({ name, value, written }) => [name, value, written])).toEqual(expected);
  });
});

describe("attributes of JSX", () => {
  it("read strings, and leave expressions unknown", () => {
    const source = `<img src="a" alt={b ? "}" : {c}} className='d' {...rest} hidden />\n`;
    expect(attributes("a.mdx", source, "img").list).toEqual([
      row("src", "a", "a", 'src="a"'),
      row("alt", "", '{b ? "}" : {c}}', 'alt={b ? "}" : {c}}', true),
      row("class", "d", "d", "className='d'"),
      row("...", "", "{...rest}", "{...rest}", true),
      row("hidden", "", "", "hidden", false, false),
    ]);
  });
});

describe("attribute places", () => {
  it("slice to what was written, for any values", () => {
    const value = fc.string({
      unit: fc.constantFrom("a", "中", "😀", "&amp;", " ", "/", "="),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('"', "'"),
        (values, quote) => {
          const written = values.map((text, index) => `data-${index}=${quote}${text}${quote}`);
          const { list } = attributes("a.html", `前<i>x</i>\n<b ${written.join("\n ")}>x</b>`, "b");
          expect(list.map(({ whole }) => whole)).toEqual(written);
          expect(list.map((item) => item.written)).toEqual(values);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
