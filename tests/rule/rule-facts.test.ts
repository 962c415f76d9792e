import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineRule } from "../../src/rule/index.js";
import { markFact, readFact } from "../../src/rule/rule-facts.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { factsOf } from "../site/facts.js";

const schema = z.strictObject({ count: z.int() });
const leaving = (fact: unknown) => factsOf("a.md", { rules: { "house/count": fact } });
const read = (fact: unknown) => readFact(leaving(fact), "house/count", schema);

describe("readFact", () => {
  it("reads what was left in this process as it is", () => {
    const fact = { count: 1 };
    markFact(fact, schema);
    expect(read(fact)).toBe(fact);
  });

  it("holds facts from elsewhere to the schema", () => {
    const fact = { count: 1 };
    expect(read(fact)).toEqual(fact);
    expect(read(fact)).not.toBe(fact);
    expect(read({ count: "1" })).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
  });

  it("does not trust a fact that was left under another schema", () => {
    const fact = { count: "1" };
    markFact(fact, z.strictObject({ count: z.string() }));
    expect(read(fact)).toBeUndefined();
  });
});

describe("a rule with facts", () => {
  it("finds in the site stage what it left of each article", () => {
    const seen: unknown[] = [];
    const rule = defineRule({
      id: "house/count",
      summary: "Articles are counted",
      messages: {},
      facts: schema,
      check({ article, leaveFact }) {
        if (article.elements.length > 0) leaveFact({ count: article.elements.length });
      },
      site({ articles }) {
        for (const { facts, fact } of articles) seen.push([facts.path, fact?.count]);
      },
    });
    const texts = [
      { path: "a.md", text: "One.\n\nTwo.\n" },
      { path: "b.md", text: "" },
    ];
    expect(checkTexts(texts, { rules: [{ rule }] }).crashes).toEqual([]);
    expect(seen).toEqual([
      ["a.md", 2],
      ["b.md", undefined],
    ]);
  });
});

describe("the types of a rule", () => {
  it("know what it leaves and reads", () => {
    defineRule({
      id: "house/typed",
      summary: "Facts are typed",
      messages: {},
      facts: schema,
      check({ leaveFact }) {
        // @ts-expect-error a count is a number
        leaveFact({ count: "1" });
      },
      site({ articles }) {
        // @ts-expect-error a count is a number
        articles[0]?.fact?.count satisfies string | undefined;
      },
    });
    defineRule({
      id: "house/none",
      summary: "Rules without facts leave none",
      messages: {},
      // @ts-expect-error no `facts` are declared
      check: ({ leaveFact }) => leaveFact({ count: 1 }),
    });
  });

  it("let check and listeners return nothing else than listeners", () => {
    const rest = { summary: "Nothing comes back", messages: {} };
    // @ts-expect-error a listener returns nothing
    defineRule({ ...rest, id: "house/listener", check: () => ({ img: (node) => node.tagName }) });
    // @ts-expect-error a check returns listeners or nothing
    defineRule({ ...rest, id: "house/number", check: () => 3 });
  });
});
