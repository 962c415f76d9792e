import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ownFacts } from "../../src/rule/index.js";

describe("ownFacts", () => {
  const facts = ownFacts(z.strictObject({ count: z.int() }));

  it("reads what was left as it is", () => {
    const fact = facts.leave({ count: 1 });
    expect(facts.read(fact)).toBe(fact);
  });

  it("holds facts from elsewhere to the schema", () => {
    expect(facts.read({ count: 1 })).toEqual({ count: 1 });
    expect(facts.read({ count: "1" })).toBeUndefined();
    expect(facts.read(undefined)).toBeUndefined();
  });
});
