import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.js";
import { ARTICLES_AT_HAND, forgetArticles, perArticle } from "../../src/article/per-article.js";

describe("perArticle", () => {
  const articles = Array.from({ length: ARTICLES_AT_HAND + 1 }, (_, index) =>
    parseArticle({ path: `${index}.md`, source: `${index}\n` }),
  );

  it("computes once for each article at hand, in whatever order they are asked about", () => {
    const asked: string[] = [];
    const sourceOf = perArticle((article) => {
      asked.push(article.path);
      return article.source;
    });
    const atHand = articles.slice(0, ARTICLES_AT_HAND);
    for (const article of [...atHand, ...atHand.toReversed()]) {
      expect(sourceOf(article)).toBe(article.source);
    }
    expect(asked).toEqual(atHand.map(({ path }) => path));
  });

  it("never takes one article for another that came long before", () => {
    const sourceOf = perArticle((article) => article.source);
    for (const article of [...articles, ...articles]) {
      expect(sourceOf(article)).toBe(article.source);
    }
  });

  it("lets go of what it computed when it is told to forget", () => {
    let count = 0;
    const counted = perArticle(() => {
      count += 1;
      return count;
    });
    const [article] = articles;
    if (article === undefined) throw new Error("there is no article");
    expect([counted(article), counted(article)]).toEqual([1, 1]);
    forgetArticles();
    expect(counted(article)).toBe(2);
  });

  it("remembers that there is nothing", () => {
    let count = 0;
    const nothing = perArticle(() => {
      count += 1;
      return undefined;
    });
    for (const article of [articles[0], articles[0]]) if (article) nothing(article);
    expect(count).toBe(1);
  });
});
