import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plainFolders } from "../../src/engines/index.js";
import { type FixedArticle, fixArticle } from "../../src/fix/fix-article.js";
import { checkAlone } from "../../src/lint/index.js";
import { defineRule, type Edit, type Rule } from "../../src/rules.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

/** A rule that reports each match of a pattern, with the edits that are made of it. */
function matching(
  id: string,
  pattern: RegExp,
  editsOf: (start: number, match: string) => readonly Edit[] | undefined,
): Rule {
  return defineRule({
    id,
    summary: "A rule of a test",
    fixes: ["safe"],
    references: [],
    options: z.strictObject({}),
    messages: { found: { severity: "warning", what: "Found {what}.", why: "W.", help: "H." } },
    check({ article, report }) {
      for (const { 0: what, index: start } of article.source.matchAll(pattern)) {
        const fix = editsOf(start, what);
        const range = { start, end: start + what.length };
        report({ messageId: "found", range, data: { what }, ...(fix && { fix }) });
      }
      return {};
    },
  });
}

const swap = (id: string, from: string, to: string): Rule =>
  matching(id, new RegExp(from, "g"), (start, { length }) => [
    { start, end: start + length, text: to },
  ]);

function fixed(source: string, rules: readonly Rule[], path = "a.md"): FixedArticle {
  const input = {
    path,
    decodingProblems: [],
    engine: plainFolders,
    rules: rules.map((rule) => ({ rule, severity: undefined, options: {} })),
    settings: {
      site: PLAIN_SITE,
      schema: undefined,
      requireReasons: false,
      knownRules: new Set(""),
    },
  };
  const check = (text: string) => checkAlone({ ...input, source: text }, 0);
  const { findings } = check(source);
  return fixArticle(source, findings, { check, editsFor: ({ fix }) => fix, keepsShape: false });
}

describe("fixArticle", () => {
  it("makes of overlapping changes the first, and the other in the next pass", () => {
    const rules = [swap("x/first", "ab", "aB"), swap("x/second", "[bB]c", "BD")];
    const { text, fixed: done, overlapping } = fixed("abc abc\n", rules);
    expect([text, done.length, overlapping]).toEqual(["aBD aBD\n", 4, []]);
  });

  it("takes back a change that brings about another finding, and keeps the others", () => {
    const rules = [
      swap("x/good", "u", "v"),
      swap("x/bad", "m", "n"),
      matching("x/none", /n/g, () => undefined),
    ];
    const result = fixed("u m u m u\n", rules);
    expect(result.text).toBe("v m v m v\n");
    expect(result.takenBack.map(({ finding, reason }) => [finding.rule, reason])).toEqual([
      ["x/bad", "newly found: x/none: Found n."],
      ["x/bad", "newly found: x/none: Found n."],
    ]);
  });

  it("takes back a change that does not mend what it is for", () => {
    const { text, takenBack } = fixed("a\n", [swap("x/same", "[ab]", "b")]);
    expect([text, takenBack[0]?.reason]).toEqual(["a\n", "still found: x/same: Found b."]);
  });

  it.each([
    ["opens a tag", "one two\n\nthree\n", swap("x/bad", "two", "<b>")],
    [
      "makes a list of text",
      "one\n\ntwo\n",
      matching("x/bad", /two/g, (start) => [{ start, end: start, text: "- " }]),
    ],
    ["breaks the front matter", "---\na: one\nb: 2\n---\n\ntwo\n", swap("x/bad", "one", "'one")],
    [
      "changes a value beside",
      "---\na: one\nb: 2\n---\n\ntwo\n",
      swap("x/bad", "one", "one\nb: 3"),
    ],
  ])("takes back a change that %s", (_name, source, rule) => {
    const { text, takenBack } = fixed(source, [rule]);
    expect([text, takenBack.length]).toEqual([source, 1]);
  });

  it("takes back the changes of rules that undo each other, and names both", () => {
    const { text, takenBack } = fixed("a\n", [swap("x/one", "a", "b"), swap("x/two", "b", "a")]);
    expect([text, takenBack.map(({ finding, reason }) => [finding.rule, reason])]).toEqual([
      "a\n",
      [["x/one", "newly found: x/two: Found b."]],
    ]);
  });

  it("keeps a change before a key that stands twice", () => {
    const source = "\n---\na: 1\na: 2\n---\nText.\n";
    const { text, takenBack } = fixed(source, [swap("x/blank", "^\n", "")]);
    expect([text, takenBack]).toEqual([source.slice(1), []]);
  });

  it("stops after ten passes", () => {
    const grow = matching("x/grow", /z\b/g, (start) => [
      { start: start + 1, end: start + 1, text: "yz" },
    ]);
    const { fixed: done } = fixed("z\n", [grow]);
    expect(done.length).toBeLessThanOrEqual(10);
  });
});
