import { describe, expect, it } from "vitest";
import { wordCount } from "../../../src/knowledge/text/word-count.js";

describe("wordCount", () => {
  it.each([
    ["", 0],
    ["  \n", 0],
    ["One two,\nthree — four!", 4],
    ["It’s an e-mail for v1.2.3", 5],
    ["- a - b", 2],
    ["谈版本 v2 的事", 6],
    ["ひらがな", 4],
    ["한국어 낱말", 2],
    ["naïve café", 2],
    ["end. Next", 2],
  ])("counts %j as %i", (text, words) => {
    expect(wordCount(text)).toBe(words);
  });
});
