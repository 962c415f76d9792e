import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { checkArticle, type RuleSetting, readChecked, writeChecked } from "../../src/lint/index.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";
import { hasCorpus, readCorpus } from "./corpus.js";

const settings: readonly RuleSetting[] = rules.map((rule) => ({
  rule,
  severity: undefined,
  options: rule.options.parse({}),
}));
const knownRules = new Set(rules.map(({ id }) => id));

describe.skipIf(!hasCorpus)("what came of a real article", () => {
  it.each(readCorpus())("is the same after it was text: $name", ({ engine, articles }) => {
    for (const { path, source } of articles) {
      const site = { site: PLAIN_SITE, schema: undefined, requireReasons: false, knownRules };
      const input = { path, source, decodingProblems: [], engine, rules: settings, settings: site };
      const checked = checkArticle(input, 0);
      expect(readChecked(writeChecked(checked), settings), path).toEqual(checked);
    }
  });
});
