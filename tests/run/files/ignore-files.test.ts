import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import { IgnoreFiles } from "../../../src/run/files/ignore-files.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

function ignored(tree: ProjectTree, path: string): boolean {
  const root = temporaryProject(tree);
  return new IgnoreFiles(root, nodeFileSystem).ignoresFile(`${root}/${path}`);
}

describe("ignore files", () => {
  it.each<[ProjectTree, string, boolean]>([
    [{ ".gitignore": "*.md" }, "a/b.md", true],
    [{ ".gitignore": "/*.md" }, "a/b.md", false],
    [{ ".gitignore": "public/" }, "public/a/b.md", true],
    [{ ".gitignore": "a/**/c.md" }, "a/b/c.md", true],
    [{ ".copydeskignore": "drafts" }, "x/drafts/a.md", true],
    [{ "a/.gitignore": "/b.md" }, "a/b.md", true],
    [{ "a/.gitignore": "/b.md" }, "b.md", false],
    [{ ".gitignore": "*.md", "a/.gitignore": "!b.md" }, "a/b.md", false],
    [{ ".gitignore": "*.md", ".copydeskignore": "!b.md" }, "b.md", false],
    [{ ".gitignore": "a/", "a/.gitignore": "!b.md" }, "a/b.md", true],
    [{ ".gitignore": "# *.md\n\n" }, "a.md", false],
    [{ ".gitignore": "A.md" }, "a.md", false],
  ])("with %j, %s is ignored: %s", (tree, path, expected) => {
    expect(ignored(tree, path)).toBe(expected);
  });
});
