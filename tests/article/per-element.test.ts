import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.js";
import { perElement } from "../../src/article/per-element.js";

describe("perElement", () => {
  it("computes once for each element, and anew for another article", () => {
    const asked: string[] = [];
    const nameOf = perElement((_article, element) => {
      asked.push(element.tagName);
      return undefined;
    });
    const first = parseArticle({ path: "a.html", source: "<p><b>x</b></p>" });
    const second = parseArticle({ path: "b.html", source: "<i>x</i>" });
    for (const article of [first, first, second]) {
      for (const element of article.elements) nameOf(article, element);
    }
    expect(asked).toEqual(["p", "b", "i"]);
  });
});
