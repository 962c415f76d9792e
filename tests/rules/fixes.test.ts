import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rules } from "../../rules/index.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { toFrontMatterSchema } from "../../src/config/front-matter/schema.js";
import { applyGroups } from "../../src/fix/apply-edits.js";
import type { Settings } from "../../src/rule/settings.js";
import {
  assetOf,
  checkTexts,
  PLAIN_SITE,
  projectFiles,
  type TestFile,
  textsOf,
} from "../../src/testing/check-texts.js";
import { type PageExample, readRulePage } from "../../src/testing/page-examples.js";
import { engineNamed } from "../engine/engine-named.js";
import { type TriedSite, tryOffers } from "../fix/try-offers.js";

const knownRules = new Set(rules.map(({ id }) => id));
const fixing = rules.filter(({ fixes }) => fixes.length > 0);

function settingsOf(site: Partial<Settings["site"]>, schema?: unknown): Settings {
  return {
    site: { ...PLAIN_SITE, ...site },
    schema: schema === undefined ? undefined : toFrontMatterSchema(schema),
    requireReasons: false,
    knownRules,
  };
}

function filesOf(files: readonly TestFile[]) {
  return projectFiles(files.map(assetOf), textsOf(files));
}

/** An example of a rule page as a site. */
function siteOf(rule: TriedSite["rules"][number]["rule"], example: PageExample): TriedSite {
  const { articles, texts, settings } = example;
  const { engine, options, files, complete, site, schema, now, external } = settings;
  return {
    articles,
    rules: [{ rule, options }],
    engine: engineNamed(engine),
    settings: settingsOf({ ...z.looseObject({}).parse(site), complete }, schema),
    files: filesOf([...articles.map(({ path }) => path), ...files, ...texts]),
    texts: textsOf([...files, ...texts]),
    now: Date.parse(now ?? "2026-01-01T00:00:00Z"),
    external,
  };
}

describe("a fix or suggestion applied alone", () => {
  it.each(fixing.map((rule) => ({ id: rule.id, rule })))(
    "repairs its finding and changes nothing else: $id",
    ({ id, rule }) => {
      const page = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8");
      const trials = readRulePage(page).examples.map((example) => {
        const { tried, wrong } = tryOffers(siteOf(rule, example), Number.POSITIVE_INFINITY);
        return { tried, wrong: wrong.map((line) => `example in line ${example.line}: ${line}`) };
      });
      expect(trials.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(trials.some(({ tried }) => tried > 0)).toBe(true);
    },
  );

  it.each(["founding-article", "feed-siblings"])("holds for every rule in %s", (name) => {
    const articles = fixtureArticles(name);
    const site: TriedSite = {
      articles,
      rules: fixing.filter(({ load }) => load === undefined).map((rule) => ({ rule })),
      engine: engineNamed("hexo"),
      settings: settingsOf({ root: "source", complete: true }),
      files: filesOf(articles.map(({ path }) => path)),
      now: Date.parse("2022-03-02T00:00:00Z"),
    };
    const { tried, wrong } = tryOffers(site, Number.POSITIVE_INFINITY);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });
});

describe("all safe fixes of the founding article together", () => {
  it("leave its front matter with the same data, but for the date they rewrite", () => {
    const [article] = fixtureArticles("founding-article");
    if (article === undefined) throw new Error("the founding article is missing");
    const check = (text: string) => {
      const { results } = checkTexts([{ path: article.path, text }], {
        // Without those that need files of their own.
        rules: rules.filter(({ load }) => load === undefined).map((rule) => ({ rule })),
        engine: engineNamed("hexo"),
        site: { root: "source" },
        now: "2022-03-02T00:00:00Z",
      });
      return (results[0]?.findings ?? []).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    };
    const fixes = check(article.text);
    expect(fixes.length).toBeGreaterThan(3);
    const text = applyGroups(article.text, fixes);
    const data = (source: string) => parseArticle({ path: article.path, source }).frontMatter?.data;
    expect(data(text)).toEqual({ ...data(article.text), date: "2022-03-01T08:20:30Z" });
    expect(parseArticle({ path: article.path, source: text }).problems).toEqual([]);
    expect(check(text)).toEqual([]);
  });
});

function fixtureArticles(name: string): TriedSite["articles"] {
  const folder = new URL(`../../fixtures/${name}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
}
