import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { matchGlobs } from "../../../src/config/resolve/globs.js";

describe("the globs of a config on Windows", () => {
  const folder = "C:\\site\\docs";
  const matches = (globs: string | readonly string[]) => matchGlobs(globs, folder, win32);

  it.each([
    ["posts/*.md", "posts\\a.md", "posts\\deep\\a.md"],
    ["./posts", "posts\\deep\\a.md", "pages\\a.md"],
    ["**/drafts/**", "en\\drafts\\a.md", "en\\a.md"],
    ["*.{md,html}", "a.html", "a.mdx"],
    [".hidden/**", ".hidden\\a.md", "hidden\\a.md"],
  ])("%s means %s, and not %s", (glob, meant, other) => {
    const isMeant = matches(glob);
    expect([isMeant(`${folder}\\${meant}`), isMeant(`${folder}\\${other}`)]).toEqual([true, false]);
  });

  it("mean nothing outside of the folder of the config", () => {
    expect(matches("**")("C:\\site\\a.md")).toBe(false);
    expect(matches("**")("D:\\site\\docs\\a.md")).toBe(false);
    expect(matches(".")("c:\\Site\\docs\\a.md")).toBe(true);
  });
});
