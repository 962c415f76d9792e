import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse-article.js";
import { crossingsIn } from "../../../src/knowledge/markup/crossed-tags.js";

function crossed(source: string, path = "a.html"): readonly string[] {
  return crossingsIn(parseArticle({ path, source })).map(
    ({ outer, inner, outerEnd }) => `${outer.name} ${inner.name} ${outerEnd.start}`,
  );
}

describe("tags that cross", () => {
  it("are found with and without text between their end tags", () => {
    expect(crossed("<p>a <b>b<i>c</b></i></p>")).toEqual(["b i 13"]);
    expect(crossed("<p><em>a <strong>b</em> c</strong></p>")).toEqual(["em strong 18"]);
  });

  it("are each found where several cross", () => {
    expect(crossed("<p><b><i><u>x</b></i></u></p>")).toEqual(["b i 13", "b u 13"]);
  });

  it("are none where tags are nested, left open or closed too often", () => {
    expect(crossed("<p><b><i>x</i></b> <b>y</p><p>z</b> <i>a</i></i></p>")).toEqual([]);
  });

  it("are none over the end of a block, or in another paragraph of Markdown", () => {
    expect(crossed("<p><b>a <i>b</b></p><p>c</i></p>")).toEqual([]);
    expect(crossed("# T\n\na <b>b <i>c</b> d\n\ne</i> f\n", "a.md")).toEqual([]);
  });

  it("are none in code", () => {
    expect(
      crossed("# T\n\n`<b><i></b></i>` and\n\n```html\n<b><i></b></i>\n```\n", "a.md"),
    ).toEqual([]);
  });
});
