import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeArticles } from "../../src/run/fix/write-articles.js";
import { temporaryProject } from "./temporary-project.js";

const changed = ["a.md", "b.md", "c.md", "d.md"].map((path) => ({
  path,
  before: "old",
  after: "new",
}));

describe("writeArticles", () => {
  it("writes none of the articles that belong together, however far around, if one has changed", () => {
    const folder = temporaryProject({
      "a.md": "old",
      "b.md": "old",
      "c.md": "mine",
      "d.md": "old",
    });
    const together = [
      ["a.md", "b.md"],
      ["b.md", "c.md"],
    ];
    const refused = writeArticles({ changed, together }, folder, folder);
    expect([...refused]).toEqual([
      ["a.md", "It is written only together with c.md."],
      ["b.md", "It is written only together with c.md."],
      ["c.md", "It has changed since it was read."],
    ]);
    const texts = changed.map(({ path }) => readFileSync(join(folder, path), "utf8"));
    expect(texts).toEqual(["old", "old", "mine", "new"]);
  });
});
