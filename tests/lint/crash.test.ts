import { describe, expect, it } from "vitest";
import ruleCrash from "../../rules/desk/rule-crash.js";
import { rangeOf } from "../../src/article/node-range.js";
import { defineRule, type Rule } from "../../src/rule/index.js";
import { checkTexts } from "../../src/testing/check-texts.js";

const messages = {
  found: { severity: "warning", what: "A {tag}.", why: "", help: "Take it away." },
} as const;
const sound = defineRule({
  id: "test/sound",
  summary: "Sound",
  messages,
  check: ({ report }) => ({
    p: (node) => report({ messageId: "found", range: rangeOf(node), data: { tag: node.tagName } }),
  }),
});
const inCheck = defineRule({
  id: "test/in-check",
  summary: "Throws at once",
  messages,
  check: () => {
    throw new Error("broken\nstack");
  },
});
const inListener = defineRule({
  id: "test/in-listener",
  summary: "Throws in a listener",
  messages,
  check: () => ({
    p: () => {
      throw new Error("broken");
    },
  }),
});
const inSite = defineRule({
  id: "test/in-site",
  summary: "Throws over the site",
  messages,
  site: () => {
    throw new Error("broken");
  },
});

function run(...rules: readonly Rule[]) {
  const articles = [{ path: "a.html", text: "<p>one</p>\n<p>two</p>\n" }];
  return checkTexts(articles, { rules: rules.map((rule) => ({ rule })) });
}

describe("a rule that throws", () => {
  it.each([
    ["at once", inCheck],
    ["in a listener", inListener],
    ["in the site stage", inSite],
  ])("is one finding and one crash, and the other rules go on (%s)", (_name, rule) => {
    const { results, crashes } = run(sound, rule, ruleCrash);
    expect(crashes).toEqual([
      { rule: rule.id, path: "a.html", reason: expect.stringMatching(/^Error: broken$/) },
    ]);
    const ids = results[0]?.findings.map((finding) => finding.rule);
    expect(ids).toEqual(["desk/rule-crash", "test/sound", "test/sound"]);
  });

  it.each([
    ["an unknown message", { messageId: "other", range: { start: 0, end: 1 } }],
    [
      "a place outside the text",
      { messageId: "found", range: { start: 0, end: 999 }, data: { tag: "p" } },
    ],
    [
      "a place that ends before it starts",
      { messageId: "found", range: { start: 2, end: 1 }, data: { tag: "p" } },
    ],
    ["missing data", { messageId: "found", range: { start: 0, end: 1 } }],
    [
      "an undeclared fix",
      { messageId: "found", range: { start: 0, end: 1 }, data: { tag: "p" }, fix: [] },
    ],
    [
      "an undeclared suggestion",
      {
        messageId: "found",
        range: { start: 0, end: 1 },
        data: { tag: "p" },
        suggestions: [{ message: "x", edits: [] }],
      },
    ],
  ])("counts as crashed when it reports %s", (_name, report) => {
    const wrong: Rule = {
      ...sound,
      id: "test/wrong",
      check: (context) => {
        // The types forbid this; plugins written in JavaScript can do it all the same.
        Reflect.apply(context.report, context, [report]);
        return undefined;
      },
    };
    expect(run(wrong).crashes.map(({ rule }) => rule)).toEqual(["test/wrong"]);
  });
});

describe("findings", () => {
  it("are said once for the same message at the same place", () => {
    const twice = defineRule({
      id: "test/twice",
      summary: "Says everything twice",
      messages,
      check: ({ report }) => {
        for (const tag of ["p", "p", "q"]) {
          report({ messageId: "found", range: { start: 0, end: 3 }, data: { tag } });
        }
        return undefined;
      },
    });
    expect(run(twice).results[0]?.findings.map(({ message }) => message)).toEqual(["A p.", "A q."]);
  });
});
