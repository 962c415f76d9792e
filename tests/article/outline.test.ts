import { describe, expect, it } from "vitest";
import { rangeOf } from "../../src/article/node-range.js";
import { parseArticle } from "../../src/article/parse-article.js";

describe("outline of an article", () => {
  it.each(["<!-- a", "<p>a<!-- b", "<p>a</ b", "<div><p>a<?php b"])(
    "ends within the text when a comment is not closed: %s",
    (source) => {
      const { comments, elements } = parseArticle({ path: "a.html", source });
      expect(comments.map((node) => rangeOf(node).end)).toEqual([source.length]);
      for (const node of elements) expect(rangeOf(node).end).toBeLessThanOrEqual(source.length);
    },
  );
});
