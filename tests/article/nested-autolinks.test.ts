import { describe, expect, it } from "vitest";
import { rangeOf } from "../../src/article/node-range.js";
import { parseArticle } from "../../src/article/parse-article.js";

function linksIn(source: string): readonly string[] {
  const article = parseArticle({ path: "a.md", source });
  return article.elements
    .filter(({ tagName }) => tagName === "a")
    .map((element) => source.slice(rangeOf(element).start, rangeOf(element).end));
}

describe("addresses inside raw links", () => {
  it.each([
    '<a href="mailto:me@x.org">me@x.org</a>',
    '<a href="https://x.org"><code>x</code> https://x.org/a</a>',
    '<a href="https://x.org">*https://x.org/a*</a>',
  ])("stay text: %s", (link) => {
    expect(linksIn(`Write to ${link}.\n`)).toEqual([link]);
  });

  it("are links again once the raw link is closed or the block has ended", () => {
    expect(linksIn("<a href='x'>x</a> https://x.org/a\n")).toHaveLength(2);
    expect(linksIn("<a href='x'>x\n\nhttps://x.org/a\n")).toContain("https://x.org/a");
  });
});
