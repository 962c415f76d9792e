import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import { lintFiles } from "../../../src/run/api.js";
import { createElsewhere } from "../../../src/run/files/elsewhere.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

function elsewhere(tree: ProjectTree) {
  const root = temporaryProject(tree);
  return createElsewhere(root, root, nodeFileSystem);
}

const SUBMODULE =
  '[submodule "guide"]\n\tpath = vendor/guide\n\turl = https://quay.example/guide\n';

describe("a file that is not there", () => {
  it("may exist where git ignores its path", () => {
    const mayExist = elsewhere({ ".gitignore": "/api/\n*.zip\n", "docs/.gitignore": "made\n" });
    expect(["api/x.md", "boats.zip", "docs/made/a.md"].map(mayExist)).toEqual([true, true, true]);
    expect(["docs/api/x.md", "made/a.md", "../api/x.md"].map(mayExist)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("may exist in a submodule that is not checked out", () => {
    expect(elsewhere({ ".gitmodules": SUBMODULE })("vendor/guide/a.md")).toBe(true);
    expect(elsewhere({ ".gitmodules": SUBMODULE, "vendor/guide/": "" })("vendor/guide/a.md")).toBe(
      true,
    );
  });

  it("is absent from a submodule that is checked out", () => {
    const mayExist = elsewhere({ ".gitmodules": SUBMODULE, "vendor/guide/b.md": "x" });
    expect(mayExist("vendor/guide/a.md")).toBe(false);
  });

  it("makes links to it unknown, and others stay broken", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "ref: refs/heads/main\n",
      ".gitignore": "docs/api/\n",
      "mkdocs.yml": "site_name: Quay\n",
      "docs/index.md": "# Quay\n\n[made](api/boats.md), [gone](ropes.md)\n",
    });
    const { files, summary } = await lintFiles([], { cwd });
    const broken = files
      .flatMap((file) => file.findings)
      .filter(({ rule }) => rule === "link/broken");
    expect(broken.map(({ start }) => start.column)).toEqual([30]);
    expect(summary.unknown).toEqual({ incomplete: 1 });
  });

  it("makes links to the address of a page unknown whose source it is", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "ref: refs/heads/main\n",
      ".gitignore": "/docs/releases.md\n",
      "docs/.vitepress/config.ts": "export default {};\n",
      "docs/index.md": "# Quay\n\n[made](/releases), [gone](/ropes)\n",
    });
    const { files } = await lintFiles([], { cwd });
    const broken = files
      .flatMap((file) => file.findings)
      .filter(({ rule }) => rule === "link/broken");
    expect(broken.map(({ start }) => start.column)).toEqual([27]);
  });
});
