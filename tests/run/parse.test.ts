import { describe, expect, it } from "vitest";
import { ARTICLES_AT_HAND } from "../../src/article/per-article.js";
import { plainFolders } from "../../src/engines/index.js";
import { ArticleBatch } from "../../src/run/parse.js";
import { PLAIN_SITE } from "../../src/testing/check-texts.js";

const site = {
  site: PLAIN_SITE,
  schema: undefined,
  requireReasons: false,
  knownRules: new Set<string>(),
};
const entry = (path: string, source = "Text.\n") => ({
  input: { path, source, decodingProblems: [], engine: plainFolders, rules: [], settings: site },
});

function batch() {
  const done: string[] = [];
  const waiting = new ArticleBatch<ReturnType<typeof entry>>(0, ({ input }, checked) => {
    expect(checked.facts.path).toBe(input.path);
    done.push(input.path);
  });
  return { waiting, done };
}

describe("ArticleBatch", () => {
  it("checks as many articles together as are at hand, and the rest when asked, in their order", () => {
    const { waiting, done } = batch();
    const paths = Array.from({ length: ARTICLES_AT_HAND + 3 }, (_, index) => `${index}.md`);
    for (const path of paths) waiting.add(entry(path));
    expect(done).toEqual(paths.slice(0, ARTICLES_AT_HAND));
    waiting.check();
    expect(done).toEqual(paths);
    waiting.check();
    expect(done).toEqual(paths);
  });

  it("does not let large articles wait for others", () => {
    const { waiting, done } = batch();
    waiting.add(entry("small.md"));
    expect(done).toEqual([]);
    waiting.add(entry("large.md", "word ".repeat(100_000)));
    expect(done).toEqual(["small.md", "large.md"]);
  });
});
