import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileSystem } from "../../src/files/file-system.js";
import { Git } from "../../src/git/run-git.js";
import { filesOfIndex, filesOfTree } from "../../src/git/tree-files.js";
import { repository, runGit } from "./repository.js";

const textOf = (files: FileSystem, path: string): string =>
  Buffer.from(files.read(path)).toString("utf8");

describe("filesOfTree", () => {
  it("reads a commit where the work tree has gone on", () => {
    const { folder, commit, git } = repository({
      "docs/a.md": "old",
      "docs/b.md": "b",
      "x.png": "p",
    });
    commit({ "docs/a.md": "new", "docs/b.md": undefined, "docs/c.md": "c" });
    const files = filesOfTree(new Git(folder), folder, git("rev-parse", "HEAD~1").trim());
    expect(files.entries(join(folder, "docs"))).toEqual([
      { name: "a.md", kind: "file" },
      { name: "b.md", kind: "file" },
    ]);
    expect(textOf(files, join(folder, "docs/a.md"))).toBe("old");
    expect(textOf(files, join(folder, "docs/b.md"))).toBe("b");
    expect(files.size(join(folder, "x.png"))).toBe(1);
    expect(files.kindOf(join(folder, "docs/c.md"))).toBeUndefined();
    expect(() => files.read(join(folder, "docs/c.md"))).toThrow(/does not exist/);
    expect(() => files.read(join(folder, "docs"))).toThrow(/folder/);
    expect(() => files.read(join(folder, "docs/a.md"), 2)).toThrow(/large/);
  });

  it("takes what no commit holds from the disk, and nothing from outside", () => {
    const { folder, git, write } = repository({
      ".gitignore": "node_modules\ndist\n",
      "docs/a.md": "a",
      "linked.md": { link: "docs/a.md" },
      out: { link: "/etc" },
    });
    write({ "node_modules/p/package.json": "{}", "docs/new.md": "n" });
    const files = filesOfTree(new Git(folder), folder, git("rev-parse", "HEAD").trim());
    expect(textOf(files, join(folder, "node_modules/p/package.json"))).toBe("{}");
    expect(files.entries(folder).map(({ name }) => name)).toContain("node_modules");
    expect(files.kindOf(join(folder, "docs/new.md"))).toBeUndefined();
    expect(files.kindOf(join(folder, "linked.md"))).toBe("link");
    expect(textOf(files, join(folder, "linked.md"))).toBe("a");
    expect(() => files.read(join(folder, "out/hostname"))).toThrow(/outside/);
    expect(() => files.read("/etc/hostname")).toThrow(/outside/);
  });

  it("gives no way out of the folder to names that only a made-up tree has", () => {
    const { folder } = repository({ "a.md": "a" });
    const input = (text: string | Buffer, ...args: readonly string[]): string =>
      execFileSync("git", args, { cwd: folder, input: text, encoding: "utf8" }).trim();
    const blob = input("evil", "hash-object", "-w", "--stdin");
    const entry = (mode: string, name: string, id: string): Buffer =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
    const make = (content: Buffer): string =>
      input(content, "hash-object", "-w", "-t", "tree", "--literally", "--stdin");
    const inner = make(entry("100644", "b.md", blob));
    const tree = make(Buffer.concat([entry("40000", "..", inner), entry("40000", "ok", inner)]));
    const files = filesOfTree(new Git(folder), folder, tree);
    expect(files.entries(folder).map(({ name }) => name)).toEqual([".git", "ok"]);
  });
});

describe("filesOfIndex", () => {
  it("has what is staged, and submodules as they are on disk", () => {
    const inner = repository({ "inner.md": "inner" });
    const { folder, git, write } = repository({ "a.md": "one" });
    runGit(folder, "submodule", "--quiet", "add", inner.folder, "sub");
    write({ "a.md": "staged" });
    git("add", "a.md");
    write({ "a.md": "later", "b.md": "untracked" });
    const files = filesOfIndex(new Git(folder), folder);
    expect(textOf(files, join(folder, "a.md"))).toBe("staged");
    expect(files.size(join(folder, "a.md"))).toBe(6);
    expect(files.kindOf(join(folder, "b.md"))).toBeUndefined();
    expect(files.kindOf(join(folder, "sub"))).toBe("folder");
    expect(textOf(files, join(folder, "sub/inner.md"))).toBe("inner");
  });
});
