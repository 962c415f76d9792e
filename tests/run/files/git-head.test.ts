import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import { gitHead } from "../../../src/run/files/git-head.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const head = (tree: ProjectTree, folder = "") =>
  gitHead(`${temporaryProject(tree)}/${folder}`, nodeFileSystem);

describe("the checked-out commit", () => {
  it.each<[string, ProjectTree, object | undefined]>([
    [
      "a branch",
      { ".git/HEAD": "ref: refs/heads/x/y\n", ".git/refs/heads/x/y": `${COMMIT}\n` },
      { commit: COMMIT, branch: "x/y" },
    ],
    [
      "packed references",
      {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/packed-refs": `# pack\n${COMMIT} refs/heads/main\n`,
      },
      { commit: COMMIT, branch: "main" },
    ],
    ["a detached head", { ".git/HEAD": COMMIT }, { commit: COMMIT }],
    ["a branch without commits", { ".git/HEAD": "ref: refs/heads/main" }, { branch: "main" }],
    ["no repository", { "a.md": "" }, undefined],
    ["nonsense", { ".git/HEAD": "?" }, undefined],
  ])("is read from %s", (_name, tree, expected) => {
    expect(head(tree)).toEqual(expected);
  });

  it("is read from a linked work tree", () => {
    const tree = {
      "main/.git/worktrees/w/HEAD": "ref: refs/heads/side",
      "main/.git/worktrees/w/commondir": "../..",
      "main/.git/refs/heads/side": COMMIT,
      "w/.git": "gitdir: ../main/.git/worktrees/w",
    };
    expect(head(tree, "w")).toEqual({ commit: COMMIT, branch: "side" });
  });
});
