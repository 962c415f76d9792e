import { describe, expect, it } from "vitest";
import * as z from "zod";
import { rules } from "../../rules/index.js";
import { plainFolders } from "../../src/engines/index.js";
import type { ArticleInput, RuleSetting } from "../../src/lint/contract.js";
import { checkArticle, readChecked, readOwnChecked, writeChecked } from "../../src/lint/index.js";
import { defineRule } from "../../src/rule/index.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

const leaving = defineRule({
  id: "test/leaving",
  summary: "Leaves a fact",
  messages: { found: { severity: "warning", what: "Found.", why: "", help: "" } },
  facts: z.strictObject({ length: z.int() }),
  check: ({ article, leaveFact, report }) => {
    leaveFact({ length: article.source.length });
    const place = { start: 0, end: 1, mine: true };
    report({ messageId: "found", range: place, related: [{ range: place, message: "here" }] });
  },
});
const settings: readonly RuleSetting[] = [...rules, leaving].map((rule) => ({
  rule,
  severity: undefined,
  options: rule.options.parse({}),
}));

const TEXT = `---
title: Über uns
date: 2020-01-01
weight: .nan
slug: 2020-01-01
aliases: [/old/]
---
# Title <a id=x></a>

<!-- copydesk-disable-next-line image/alt-missing -- decorated -->
![](a.png)

![](b.png) [here](  c.md ) <b><i>bold</b></i> [here](http://example.org)

term
: definition
`;

function inputOf(text: string): ArticleInput {
  return {
    path: "a.md",
    source: text,
    decodingProblems: [],
    engine: plainFolders,
    rules: settings,
    settings: {
      site: PLAIN_SITE,
      schema: undefined,
      requireReasons: false,
      knownRules: new Set(settings.map(({ rule }) => rule.id)),
    },
  };
}

describe("what came of an article", () => {
  const checked = checkArticle(inputOf(TEXT), 0);
  const text = writeChecked(checked);

  it("is the same after it was text, fixes and facts of rules included", () => {
    expect(checked.findings.some(({ fix }) => fix !== undefined)).toBe(true);
    expect(checked.facts.rules["test/leaving"]).toEqual({ length: TEXT.length });
    expect(readChecked(text, settings)).toEqual(checked);
    expect(readOwnChecked(text, settings)).toEqual(checked);
  });

  it.each([
    ["no JSON", () => text.slice(1)],
    ["a fact that its rule has not left", () => text.replace('"length":', '"size":')],
    ["a fact of a rule that is off", () => text.replace('"test/leaving"', '"test/other"')],
  ])("is nothing by its own proof where rules differ: %s", (_what, change) => {
    expect(readOwnChecked(change(), settings)).toBeUndefined();
  });

  it.each([
    ["no JSON", () => text.slice(1)],
    ["an unknown member", () => text.replace('"facts":{', '"facts":{"secret":1,')],
    ["a range before the text", () => text.replace('"range":{"start":', '"range":{"start":-')],
    ["a severity nobody knows", () => text.replace('"severity":"warning"', '"severity":"fatal"')],
    ["a fact that its rule has not left", () => text.replace('"length":', '"size":')],
    ["a fact of a rule that is off", () => text.replace('"test/leaving"', '"test/other"')],
  ])("is nothing where a stranger changed it: %s", (_what, change) => {
    expect(change()).not.toBe(text);
    expect(readChecked(change(), settings)).toBeUndefined();
  });
});
