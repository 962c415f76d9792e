import { describe, expect, it } from "vitest";
import { ARTICLES_AT_HAND } from "../../src/article/per-article.js";
import { plainFolders } from "../../src/engines/index.js";
import type { ArticleInput } from "../../src/lint/contract.js";
import { parse } from "../../src/run/parse.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

const settings = {
  site: PLAIN_SITE,
  schema: undefined,
  requireReasons: false,
  knownRules: new Set<string>(),
};
const input = (path: string, source = "Text.\n"): ArticleInput => ({
  path,
  source,
  decodingProblems: [],
  engine: plainFolders,
  rules: [],
  settings,
});
const pathsOf = (inputs: Iterable<ArticleInput>): string[][] =>
  Array.from(parse(inputs), (batch) => batch.map(({ article }) => article.path));

describe("parse", () => {
  it("hands on as many articles together as are at hand, and then the rest, in their order", () => {
    const paths = Array.from({ length: ARTICLES_AT_HAND + 3 }, (_, index) => `${index}.md`);
    expect(pathsOf(paths.map((path) => input(path)))).toEqual([
      paths.slice(0, ARTICLES_AT_HAND),
      paths.slice(ARTICLES_AT_HAND),
    ]);
    expect(pathsOf([])).toEqual([]);
  });

  it("does not let large articles wait for others", () => {
    const articles = [input("small.md"), input("large.md", "word ".repeat(100_000)), input("b.md")];
    expect(pathsOf(articles)).toEqual([["small.md", "large.md"], ["b.md"]]);
  });

  it("reads no article before those that wait are checked", () => {
    const read: string[] = [];
    function* reading() {
      for (const path of ["a.md", "b.md"]) {
        read.push(path);
        yield input(path, "word ".repeat(100_000));
      }
    }
    parse(reading()).next();
    expect(read).toEqual(["a.md"]);
  });
});
