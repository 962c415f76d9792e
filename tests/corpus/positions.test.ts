import { describe, expect, it } from "vitest";
import { attributesOf } from "../../src/article/attributes.js";
import { rangeOf } from "../../src/article/node-range.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { textOf } from "../../src/article/text.js";
import { hasCorpus, readCorpus } from "./corpus.js";

describe.runIf(hasCorpus)("positions in real articles", () => {
  const articles = readCorpus().flatMap((site) =>
    site.articles.map((article) => parseArticle(article)),
  );

  it("slice every HTML and JSX element to its own tag", () => {
    const wrong = articles.flatMap((article) =>
      article.elements
        .filter((element) => article.originOf(element) !== "markdown")
        .filter((element) => {
          const { start } = rangeOf(element);
          const opening = article.source.slice(start, start + element.tagName.length + 1);
          return opening.toLowerCase() !== `<${element.tagName.toLowerCase()}`;
        })
        .map((element) => `${article.path}:${element.tagName}`),
    );
    expect(wrong).toEqual([]);
  });

  it("slice every attribute to its name, and its value to what is written", () => {
    let count = 0;
    for (const article of articles) {
      for (const element of article.elements) {
        const markdown = article.originOf(element) === "markdown";
        for (const { name, value, range, valueRange, unknown } of attributesOf(article, element)) {
          count++;
          const whole = article.source.slice(range.start, range.end).toLowerCase();
          const written = article.source.slice(valueRange.start, valueRange.end);
          if (!markdown && name !== "..." && article.format !== "mdx") {
            expect(whole.startsWith(name), `${article.path} ${name}`).toBe(true);
          }
          if (!unknown && !/[&\\\n]/.test(written) && !markdown) {
            expect(written, article.path).toBe(value);
          }
        }
      }
    }
    expect(count).toBeGreaterThan(10_000);
  });

  it("map every character of text to a place that holds it", () => {
    let count = 0;
    const wrong: string[] = [];
    for (const article of articles) {
      for (const node of article.texts) {
        const { text, offsetOf } = textOf(article, node);
        for (let index = 0; index < text.length; index += 7) {
          const character = text[index] ?? "";
          const written = article.source[offsetOf(index)] ?? "";
          count++;
          if (written !== character && !/[&\\\s]/.test(written) && !/\s/.test(character)) {
            wrong.push(`${article.path} ${JSON.stringify(text.slice(index, index + 20))}`);
          }
        }
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(100_000);
  }, 60_000);
});
