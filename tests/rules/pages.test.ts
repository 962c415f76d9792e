import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { toFrontMatterSchema } from "../../src/config/front-matter/schema.js";
import { checkPage } from "../../src/testing/check-page.js";

const update = process.env.UPDATE_PAGES === "1";
const knownRules = rules.map(({ id }) => id);

/** Messages about bytes or crashes: no text in a page brings them about. */
const BEYOND_TEXT: Readonly<Record<string, readonly string[]>> = {
  "desk/rule-crash": ["crashed"],
  "desk/encoding": ["notUtf8", "damaged", "nul", "surrogate"],
  "desk/directive-reason": ["missing"],
  "front-matter/schema": ["unusable"],
  "image/not-found": ["emptyFile", "otherType", "wrongType"],
};

const readSchema = (schema: unknown) => toFrontMatterSchema(schema);

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("page of $id", ({ id, rule }) => {
  const file = new URL(`../../rules/${id}.md`, import.meta.url);

  it("shows what the rule reports", () => {
    expect(existsSync(file), `rules/${id}.md is missing`).toBe(true);
    const page = readFileSync(file, "utf8");
    const beyondText = BEYOND_TEXT[id] ?? [];
    const { problems, refreshed } = checkPage(rule, page, { knownRules, beyondText, readSchema });
    if (update && refreshed !== page) writeFileSync(file, refreshed);
    const left = update
      ? checkPage(rule, refreshed, { knownRules, beyondText, readSchema }).problems
      : problems;
    expect(left).toEqual([]);
  });
});
