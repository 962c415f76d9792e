import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import type { ArticleResult, Crash } from "../../src/lint/index.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { type CorpusSite, hasCorpus, readCorpus } from "./corpus.js";

const NOW = "2026-11-22T00:00:00Z";

function check(site: CorpusSite, articles = site.articles) {
  return checkTexts(
    articles.map(({ path, source }) => ({ path, text: source })),
    {
      rules: rules.filter(({ recommended }) => recommended).map((rule) => ({ rule })),
      engine: site.engine,
      files: site.files,
      now: NOW,
    },
  );
}

describe.runIf(hasCorpus)("the recommended rules over real articles", () => {
  let sites: readonly CorpusSite[] = [];
  const results = new Map<string, readonly ArticleResult[]>();
  const crashes: Crash[] = [];

  beforeAll(() => {
    sites = readCorpus();
    for (const site of sites) {
      const checked = check(site);
      results.set(site.name, checked.results);
      crashes.push(...checked.crashes);
    }
  }, 120_000);

  it("crash on none of the 627", () => {
    expect([...results.values()].flat()).toHaveLength(627);
    expect(crashes).toEqual([]);
  });

  it("give the same results again, and in any order of files", () => {
    const site = sites.find(({ name }) => name === "sofastack");
    if (site === undefined) throw new Error("no sofastack in the corpus");
    const again = check(site, [...site.articles].reverse()).results;
    expect(JSON.stringify(again)).toBe(JSON.stringify(results.get(site.name)));
  }, 60_000);

  it("place every finding, related place and edit inside its article, never inside a character", () => {
    for (const site of sites) {
      const sources = new Map(site.articles.map(({ path, source }) => [path, source]));
      for (const { facts, findings } of results.get(site.name) ?? []) {
        for (const finding of findings) {
          const places = [
            { path: facts.path, ...finding.range },
            ...finding.related.map(({ path, range }) => ({ path: path ?? facts.path, ...range })),
            ...[...(finding.fix ?? []), ...finding.suggestions.flatMap(({ edits }) => edits)].map(
              ({ start, end }) => ({ path: facts.path, start, end }),
            ),
          ];
          for (const { path, start, end } of places) {
            const source = sources.get(path) ?? "";
            const where = `${site.name}/${path} ${finding.rule} ${start}-${end}`;
            expect(start <= end && end <= source.length, where).toBe(true);
            expect(splitsCharacter(source, start) || splitsCharacter(source, end), where).toBe(
              false,
            );
          }
        }
      }
    }
  });
});

function splitsCharacter(source: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(source.slice(offset - 1, offset + 1));
}
