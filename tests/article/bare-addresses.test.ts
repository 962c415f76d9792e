import { describe, expect, it } from "vitest";
import { rangeOf } from "../../src/article/node-range.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { plainSyntax, type Syntax } from "../../src/article/syntax.js";
import { goldmarkLink } from "../../src/engines/hugo/bare-link.js";

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

  it("are text where the engine links none, and GitHub's where it says nothing", () => {
    const source = "a https://x.org/a <https://x.org/b>\n";
    expect(linksIn(source, () => "")).toEqual(["<https://x.org/b>"]);
    expect(linksIn(source, undefined)).toHaveLength(2);
  });
});
