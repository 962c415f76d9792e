import { describe, expect, it } from "vitest";
import { lexiconOf, misspellingOf, slipOf } from "../../../src/knowledge/english/misspelling.js";
import words from "../../../src/knowledge/english/words.json" with { type: "json" };

describe("the word that a slip was to be", () => {
  it.each([
    ["swapped letters", "langauge", "language"],
    ["a letter left out", "addtional", "additional"],
    ["one of two letters", "adress", "address"],
    ["a doubled letter", "untill", "until"],
    ["an added letter", "priviledge", "privilege"],
    ["a changed letter", "seperate", "separate"],
    ["a consonant three times", "unnnoticed", "unnoticed"],
    ["a short slip of many", "teh", "the"],
    ["a lost apostrophe", "doesnt", "doesn't"],
    ["an ending that takes another spelling", "occured", "occurred"],
    ["an ending after a letter too many", "openned", "opened"],
    ["a compound that is none", "usefull", "useful"],
    ["words that belong apart", "alot", "a lot"],
    ["a word that sites about software use", "stakehodlers", "stakeholders"],
  ])("is found for %s", (_, slip, meant) => {
    expect(misspellingOf(slip)).toBe(meant);
  });

  it.each([
    ["common words", ["content", "contend", "constructor", "prototype"]],
    [
      "words that endings make",
      ["blocklists", "linters", "tweening", "triaging", "travelled", "traveled"],
    ],
    ["words that others make", ["skillset", "standardjs"]],
    ["both spellings of English", ["colour", "advertized", "analyse", "organize"]],
    ["a vowel drawn out", ["sweeet", "sooooo"]],
    ["names that leave a vowel out", ["tumblr", "dwellr"]],
    ["short words, where a letter makes another", ["hugo", "vite", "pnpm"]],
    ["no word at all", ["", "a", "__proto__", "xqzxqz"]],
  ])("is not looked for in %s", (_, right) => {
    expect(right.filter((word) => misspellingOf(word) !== undefined)).toEqual([]);
  });

  it("is none for any word of the lists", () => {
    const all = [words.everyday, words.familiar, words.stems, words.right].flatMap((list) =>
      list.split(" "),
    );
    expect(all.filter((word) => misspellingOf(word) !== undefined)).toEqual([]);
  });

  it("is the likeliest of several", () => {
    const lexicon = lexiconOf({ everyday: "martial marital", familiar: "", stems: "", right: "" });
    expect(slipOf("marrital", lexicon)).toBe("marital");
  });
});
