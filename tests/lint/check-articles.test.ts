import { describe, expect, it } from "vitest";
import altMissing from "../../rules/image/alt-missing.js";
import duplicateParagraph from "../../rules/text/duplicate-paragraph.js";
import { rangeOf } from "../../src/article/node-range.js";
import { ARTICLES_AT_HAND } from "../../src/article/per-article.js";
import { plainFolders } from "../../src/engines/index.js";
import type { ArticleInput, RuleSetting } from "../../src/lint/contract.js";
import { checkArticle, checkArticles } from "../../src/lint/index.js";
import { defineRule, type Rule } from "../../src/rule/index.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

const messages = {
  found: { severity: "warning", what: "A {tag}.", why: "", help: "Look." },
} as const;

/** Reports what it hears, in the order in which it hears it. */
const hearing = defineRule({
  id: "test/hearing",
  summary: "Hears",
  messages,
  check: ({ report }) => {
    const hear = (node: Parameters<typeof rangeOf>[0], tag: string): void =>
      report({ messageId: "found", range: rangeOf(node), data: { tag } });
    return {
      "*": (node) => hear(node, `any ${node.tagName}`),
      em: (node) => hear(node, "em"),
      p: (node) => hear(node, "p"),
      end: () => report({ messageId: "found", range: { start: 0, end: 0 }, data: { tag: "end" } }),
    };
  },
});
const throwing = defineRule({
  id: "test/throwing",
  summary: "Throws at the second paragraph",
  messages,
  check: ({ article, report }) => ({
    p: (node) => {
      if (article.source.includes("bad")) throw new Error("broken");
      report({ messageId: "found", range: rangeOf(node), data: { tag: "p" } });
    },
  }),
});

const settings = {
  site: PLAIN_SITE,
  schema: undefined,
  requireReasons: false,
  knownRules: new Set<string>(),
};
const setting = (rule: Rule): RuleSetting => ({
  rule,
  severity: undefined,
  options: rule.options.parse({}),
});
const input = (path: string, source: string, rules: readonly RuleSetting[]): ArticleInput => ({
  path,
  source,
  decodingProblems: [],
  engine: plainFolders,
  rules,
  settings,
});

describe("articles that are checked together", () => {
  it("have the findings and facts that each has alone, also when they are many and share no rules", () => {
    const lists = [
      [altMissing, duplicateParagraph],
      [duplicateParagraph, hearing],
    ].map((rules) => rules.map(setting));
    const inputs = Array.from({ length: 3 * ARTICLES_AT_HAND + 1 }, (_, index) => {
      const text = `<p>Sentence number ${index % 7} of this long article, twice.</p>\n`;
      const source = `${text}<img src="${index}.png">\n${text}`;
      return input(`${index}.html`, source, lists[index % 3 === 0 ? 1 : 0] ?? []);
    });
    const together = checkArticles(inputs, 0);
    expect(together).toEqual(inputs.map((one) => checkArticle(one, 0)));
    expect(together.map(({ facts }) => facts.path)).toEqual(inputs.map(({ path }) => path));
    expect(together[1]?.findings.map(({ rule }) => rule)).toContain("image/alt-missing");
    expect(together[3]?.findings.map(({ rule }) => rule)).not.toContain("image/alt-missing");
  });

  it("do not silence a rule for each other: it is silent where it threw", () => {
    const rules = [setting(throwing)];
    const texts = ["<p>good</p>", "<p>bad</p><p>bad</p>", "<p>good</p>"];
    const checked = checkArticles(
      texts.map((text, index) => input(`${index}.html`, text, rules)),
      0,
    );
    expect(checked.map(({ findings }) => findings.length)).toEqual([1, 0, 1]);
    expect(checked.map(({ crashes }) => crashes.length)).toEqual([0, 1, 0]);
  });
});

describe("a rule", () => {
  it("hears elements in source order, by tag before all, and the end last", () => {
    const text = "<p>one <em>two</em></p>\n<p>three</p>";
    const { findings } = checkArticle(input("a.html", text, [setting(hearing)]), 0);
    expect(findings.map(({ message }) => message)).toEqual([
      "A p.",
      "A any p.",
      "A em.",
      "A any em.",
      "A p.",
      "A any p.",
      "A end.",
    ]);
  });

  it("that listens to one tag hears those elements, however many articles there are", () => {
    const rules = [setting(throwing)];
    const [first, second] = checkArticles(
      [input("a.html", "<p>1</p><div><p>2</p></div>", rules), input("b.html", "<b>3</b>", rules)],
      0,
    );
    expect(first?.findings.map(({ range }) => range.start)).toEqual([0, 13]);
    expect(second?.findings).toEqual([]);
  });
});

describe("what an article tells the site", () => {
  it("is plain data: an engine that makes text of a map does not throw", () => {
    const text = "---\ntags:\n  - boats: of wood\nlayout: { of: boats }\n---\nText.\n";
    const { tags, layout } = checkArticle(input("a.md", text, []), 0).facts.route.values;
    expect(tags).toEqual([{ boats: "of wood" }]);
    expect(`${tags} ${layout}`).toBe("[object Object] [object Object]");
  });
});
