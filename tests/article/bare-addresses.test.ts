import { describe, expect, it } from "vitest";
import { rangeOf } from "../../src/article/node-range.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { plainSyntax, type Syntax } from "../../src/article/syntax.js";
import { goldmarkLink } from "../../src/engines/hugo/bare-link.js";
import { linkifyLink } from "../../src/engines/linkify-link.js";

function linksIn(source: string, bareLink: Syntax["bareLink"]): readonly string[] {
  const syntaxOf = (): Syntax => ({ ...plainSyntax("a.md"), bareLink });
  const article = parseArticle({ path: "a.md", source, syntaxOf });
  return article.elements
    .filter(({ tagName }) => tagName === "a")
    .map((element) => {
      const written = source.slice(rangeOf(element).start, rangeOf(element).end);
      expect(written).toContain(element.properties.href);
      return written;
    });
}

describe("bare addresses", () => {
  // What Hugo 0.169 makes links of.
  it.each([
    ["see http://localhost:8080 here", []],
    ["see http://10.0.0.7/boats here", []],
    ["（https://x.org/） and 在https://x.org/a，b", []],
    ["tide=https://x.org/a", []],
    ["(https://x.org/a/)，然后", ["https://x.org/a/"]],
    ["**https://x.org/a**，然后", ["https://x.org/a"]],
    ["[坏](https://x.org/a/吗？b", ["https://x.org/a/"]],
    ["a https://x.org/a, b ~~https://x.org/b~~", ["https://x.org/a", "https://x.org/b"]],
    ["a https://x.org/x?y=1&z=(a) b", ["https://x.org/x?y=1&z=(a)"]],
    [
      "<https://x.org/c> [https://x.org/b](https://x.org/b)",
      ["<https://x.org/c>", "[https://x.org/b](https://x.org/b)"],
    ],
  ])("are links as Goldmark makes them: %s", (source, links) => {
    const written = linksIn(`${source}\n`, goldmarkLink);
    expect(written).toEqual(links);
  });

  // What linkify-it 5 makes links of, as VitePress and Eleventy have it.
  it.each([
    [
      '"https://x.org/a b"，c "https://x.org/a%20b"，而',
      ["https://x.org/a", "https://x.org/a%20b"],
    ],
    ["see https://x.org/a。下面 b", ["https://x.org/a。下面"]],
    ["见https://x.org。下面", ["https://x.org"]],
    ["a https://x.org/a(b(c d", ["https://x.org/a"]],
    ["a https://x.org/x?y=(a),z b", ["https://x.org/x?y=(a),z"]],
    ["a https://x.org/it's 'https://x.org/a' b", ["https://x.org/it's", "https://x.org/a"]],
    ["a https://x.org/a..b...c?!d x", ["https://x.org/a..b...c?!d"]],
    ["a **https://x.org/a** me@x.org", ["https://x.org/a", "me@x.org"]],
  ])("are links as linkify-it makes them: %s", (source, links) => {
    const syntaxOf = (): Syntax => ({ ...plainSyntax("a.md"), bareLink: linkifyLink });
    const article = parseArticle({ path: "a.md", source: `${source}\n`, syntaxOf });
    const written = article.elements
      .filter(({ tagName }) => tagName === "a")
      .map((element) => source.slice(rangeOf(element).start, rangeOf(element).end));
    expect(written).toEqual(links);
  });

  it("are text where the engine links none, and GitHub's where it says nothing", () => {
    const source = "a https://x.org/a <https://x.org/b>\n";
    expect(linksIn(source, () => "")).toEqual(["<https://x.org/b>"]);
    expect(linksIn(source, undefined)).toHaveLength(2);
  });
});
