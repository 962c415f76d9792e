import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changedLines, changesSince } from "../../src/git/changes.js";
import { Git } from "../../src/git/run-git.js";
import { repository } from "./repository.js";

const LONG = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join("");

describe("changesSince", () => {
  it("names changed, new, renamed, deleted and untracked files, whatever they are called", () => {
    const { folder, git, commit, write } = repository({
      "a.md": LONG,
      "gone.md": "x\n",
      "same.md": "s\n",
      "old name.md": `${LONG}!`,
    });
    const base = git("rev-parse", "HEAD").trim();
    commit({ "a.md": `${LONG}more\n`, "gone.md": undefined, "ä\n\"b'.md": "new\n" });
    git("mv", "old name.md", "new\tname.md");
    write({ "untracked.md": "u\n", ".gitignore": "*.log\n", "x.log": "" });
    const changes = changesSince(new Git(folder), base, "work-tree");
    expect(changes.changed.toSorted()).toEqual(
      [".gitignore", "a.md", "new\tname.md", "untracked.md", "ä\n\"b'.md"].toSorted(),
    );
    expect([...changes.renamed]).toEqual([["new\tname.md", "old name.md"]]);
    expect(changes.deleted).toEqual(["gone.md"]);
    expect(changesSince(new Git(folder), base, "index").changed).not.toContain("untracked.md");
  });

  it("tells the index from the work tree", () => {
    const { folder, git, write } = repository({ "a.md": "one\n", "b.md": "one\n" });
    write({ "a.md": "two\n" });
    git("add", "a.md");
    write({ "a.md": "one\n", "b.md": "two\n" });
    expect(changesSince(new Git(folder), "HEAD", "index").changed).toEqual(["a.md"]);
    expect(changesSince(new Git(folder), "HEAD", "work-tree").changed).toEqual(["b.md"]);
  });
});

describe("files with another time and the same content", () => {
  it("have not changed, and the index stays as it is", () => {
    const { folder, commit } = repository({ "a.md": "one\n", "b.md": "one\n", "empty.md": "" });
    commit({ "empty.md": undefined, "new.md": "" });
    for (const name of ["a.md", "b.md"]) utimesSync(join(folder, name), 1, 1);
    const index = readFileSync(join(folder, ".git/index"));
    expect(changesSince(new Git(folder), "HEAD", "work-tree").changed).toEqual([]);
    const changes = changesSince(new Git(folder), "HEAD~1", "work-tree");
    expect(changes.changed).toEqual(["new.md"]);
    expect(readFileSync(join(folder, ".git/index")).equals(index)).toBe(true);
  });
});

describe("changedLines", () => {
  it("reads hunks, also where their text looks like a header", () => {
    const { folder, commit } = repository({ "a.md": LONG, "ö\t.md": "x\n", "-- x": "" });
    const base = "HEAD~1";
    commit({
      "a.md": LONG.replace("line 3\n", "++ b/c.md\n-- a/c.md\n@@ -1 +9 @@\n").replace(
        "line 9\n",
        "",
      ),
      "ö\t.md": "y\nz",
    });
    const lines = changedLines(new Git(folder), base, "work-tree");
    expect(Object.fromEntries(lines)).toEqual({
      "a.md": [{ first: 4, last: 6 }],
      "ö\t.md": [{ first: 1, last: 2 }],
    });
  });
});
