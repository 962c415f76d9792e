import { describe, expect, it } from "vitest";
import taxonomy from "../../rules/front-matter/taxonomy.js";
import headerMismatch from "../../rules/image/header-mismatch.js";
import duplicateTitle from "../../rules/site/duplicate-title.js";
import nearDuplicate from "../../rules/site/near-duplicate.js";
import { plainFolders } from "../../src/engines/index.js";
import { checkArticle, checkSite, indexArticles } from "../../src/lint/index.js";
import { Clock } from "../../src/rule/clock.js";
import type { Rule } from "../../src/rule/index.js";
import { PLAIN_SITE, projectFiles } from "../../src/testing/check-texts.js";

/** Checks articles of a project that holds several sites: an article's first folder is its site's. */
function findingsIn(rule: Rule, articles: Readonly<Record<string, string>>): readonly string[] {
  const rules = [{ rule, severity: undefined, options: rule.options.parse({}) }];
  const checked = Object.entries(articles).map(([path, source]) => {
    const folder = path.slice(0, path.indexOf("/"));
    const site = { ...PLAIN_SITE, folder, root: folder };
    const settings = {
      site,
      schema: undefined,
      requireReasons: false,
      knownRules: new Set([rule.id]),
    };
    const input = {
      path,
      source,
      decodingProblems: [],
      engine: plainFolders,
      rules,
      settings,
    };
    return { input, checked: checkArticle(input, 0) };
  });
  const files = projectFiles([]);
  const { results, crashes } = checkSite(checked, indexArticles(checked, files), {
    files,
    clock: new Clock(0),
  });
  expect(crashes).toEqual([]);
  return results.flatMap(({ findings }) =>
    findings.map(({ path, messageId }) => `${path} ${messageId}`),
  );
}

const TEXT = Array.from({ length: 100 }, (_, number) => `word${number}`).join(" ");
const titled = (title: string, more = ""): string => `---\ntitle: ${title}\n${more}---\n${TEXT}\n`;

describe("a project of several sites", () => {
  it.each([
    [
      "site/duplicate-title",
      duplicateTitle,
      titled("A").replace(TEXT, "One"),
      titled("A").replace(TEXT, "Two"),
      "same",
    ],
    ["site/near-duplicate", nearDuplicate, titled("A"), titled("B"), "copy"],
    [
      "front-matter/taxonomy",
      taxonomy,
      titled("A", "tags: [News]\n"),
      titled("B", "tags: [news]\n"),
      "twinElsewhere",
    ],
  ])("%s compares the articles of each by themselves", (_, rule, first, second, messageId) => {
    expect(findingsIn(rule, { "one/a.md": first, "one/b.md": second })).toEqual([
      `one/b.md ${messageId}`,
    ]);
    expect(findingsIn(rule, { "one/a.md": first, "two/b.md": second })).toEqual([]);
  });

  it("image/header-mismatch learns the custom of each by itself", () => {
    const covered = (number: number, body: number): string =>
      `---\ncover: https://img.example/${number}.jpg\n---\nText ![](https://img.example/${body}.jpg)`;
    const usual = (site: string) =>
      Array.from({ length: 24 }, (_, number) => [`${site}/${number}.md`, covered(number, number)]);
    const odd = covered(100, 200);
    expect(
      findingsIn(headerMismatch, Object.fromEntries([...usual("one"), ["one/odd.md", odd]])),
    ).toEqual(["one/odd.md notInBody"]);
    expect(
      findingsIn(headerMismatch, Object.fromEntries([...usual("one"), ["two/odd.md", odd]])),
    ).toEqual([]);
  });
});
