import { posix, win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { commandGlob } from "../../../src/run/discovery/command-glob.js";

describe("a glob of the command line on Windows", () => {
  const at = (glob: string) => commandGlob(glob, "C:\\site", win32);

  it.each([
    ["posts\\*.md", "posts", "C:\\site\\posts\\a.md", "C:\\site\\posts\\deep\\a.md"],
    ["posts/**/*.md", "posts", "C:\\site\\posts\\deep\\a.md", "C:\\site\\pages\\a.md"],
    [".\\posts\\{a,b}.md", "posts", "C:\\site\\posts\\b.md", "C:\\site\\posts\\c.md"],
    ["C:\\site\\posts\\*.md", "C:/site/posts", "C:\\site\\posts\\a.md", "C:\\site\\a.md"],
    ["C:/site/posts/*.md", "C:/site/posts", "C:\\site\\posts\\a.md", "C:\\site\\a.md"],
    ["..\\other\\*.md", "../other", "C:\\other\\a.md", "C:\\site\\a.md"],
    ["*.md", ".", "C:\\site\\a.md", "C:\\site\\posts\\a.md"],
  ])("%s is looked for in %s", (glob, folder, meant, other) => {
    const read = at(glob);
    expect(read.folder.replace(/^\.\//, "")).toBe(folder);
    expect([read.isMatch(meant), read.isMatch(other)]).toEqual([true, false]);
  });

  it("looks at hidden names where it has one", () => {
    expect([at("docs\\.vitepress\\*.md").hidden, at("docs\\*.md").hidden]).toEqual([true, false]);
  });
});

describe("a glob of the command line elsewhere", () => {
  it("reads a backslash as what takes the meaning of the next character", () => {
    const { isMatch } = commandGlob("posts/\\*.md", "/site", posix);
    expect([isMatch("/site/posts/*.md"), isMatch("/site/posts/a.md")]).toEqual([true, false]);
  });

  it("may be absolute", () => {
    const { folder, isMatch } = commandGlob("/site/posts/*.md", "/elsewhere", posix);
    expect([folder, isMatch("/site/posts/a.md")]).toEqual(["/site/posts", true]);
  });
});
