import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/config/built-in-rules.js";
import { Project } from "../../src/config/project.js";
import { NO_FLAGS } from "../../src/config/resolve/flags.js";
import { type FileSystem, nodeFileSystem } from "../../src/files/file-system.js";
import { RefusedFile } from "../../src/files/refused-file.js";
import { discover } from "../../src/run/discover.js";
import { MAXIMUM_ARTICLE_BYTES } from "../../src/run/files/article-text.js";
import { run } from "../../src/run/run.js";
import { type ProjectTree, temporaryProject } from "./temporary-project.js";

async function checked(
  tree: ProjectTree,
  files: Partial<FileSystem> = {},
  paths: readonly string[] = ["."],
) {
  const cwd = temporaryProject(tree);
  const project = new Project({ cwd, builtInRules });
  const fake = { ...nodeFileSystem, ...files };
  const discovery = await discover(paths, { project, files: fake, noIgnore: false });
  return run(discovery, { project, files: fake, flags: NO_FLAGS, builtInRules, now: () => 0 });
}

function failing(code: string): Error {
  return Object.assign(new Error(`${code}: failed`), { code });
}

describe("files that cannot be checked", () => {
  it("lists an unreadable file and goes on with the others", async () => {
    const { report } = await checked(
      { "a.md": "x", "b.md": "y" },
      {
        read: (path) => {
          if (path.endsWith("a.md")) throw failing("EACCES");
          return nodeFileSystem.read(path);
        },
      },
    );
    expect(report.notChecked).toEqual([
      { path: "a.md", reason: "The file cannot be read: permission denied." },
    ]);
    expect(report.files.map(({ path }) => path)).toEqual(["b.md"]);
    expect(report.gate.verdict).toBe("unchecked");
  });

  it("lists a file that went away, and a folder that cannot be listed", async () => {
    const { report } = await checked(
      { "gone.md": "", "locked/a.md": "" },
      {
        read: (path) => {
          throw failing(path.endsWith("gone.md") ? "ENOENT" : "EIO");
        },
        entries: (folder) => {
          if (folder.endsWith("locked")) throw failing("EPERM");
          return nodeFileSystem.entries(folder);
        },
      },
    );
    expect(report.notChecked).toEqual([
      { path: "gone.md", reason: "The file was deleted during the run." },
      { path: "locked", reason: "The file cannot be read: permission denied." },
    ]);
  });

  it("reports a file that is too large as a finding, without reading it", async () => {
    const { report } = await checked(
      { "large.md": "x" },
      {
        read: (_path, most) => {
          throw most === MAXIMUM_ARTICLE_BYTES ? new RefusedFile("large") : new Error("unbounded");
        },
      },
    );
    expect(report.notChecked).toEqual([]);
    expect(report.files[0]?.findings).toMatchObject([{ rule: "desk/limit", severity: "error" }]);
    expect(report.files[0]?.findings).toHaveLength(1);
    expect(report.gate.verdict).toBe("findings");
  });
});

describe("a report", () => {
  it("names the config and commit, and files relative to the config", async () => {
    const { report } = await checked({
      ".git/HEAD": "ref: refs/heads/main",
      "site/copydesk.config.yaml": "extends: recommended",
      "site/a.md": "x",
    });
    expect(report.run).toMatchObject({
      config: "copydesk.config.yaml",
      git: { branch: "main" },
      durationMs: 0,
    });
    expect(report.files.map(({ path }) => path)).toEqual(["a.md"]);
  });

  it("names files relative to the project when several configs hold", async () => {
    const { report } = await checked({ "one/.copydeskrc": "", "one/a.md": "x", "b.md": "y" });
    expect(report.run.config).toBeUndefined();
    expect(report.files.map(({ path }) => path)).toEqual(["b.md", "one/a.md"]);
  });

  it("gives equal settings equal hashes, and other settings others", async () => {
    const hash = async (config: string) =>
      (await checked({ "copydesk.config.yaml": config, "a.md": "" })).report.run.configHash;
    const plain = await hash("{}");
    expect(await hash("extends: recommended")).toBe(plain);
    expect(await hash("rules: { image/hotlink: off }")).not.toBe(plain);
  });

  it("is the same whatever the order of the paths", async () => {
    const tree = { "a.md": "<img src=x>", "b.md": "<img src=y>", "c/d.md": "[x](#y)" };
    const one = (await checked(tree, {}, ["a.md", "b.md", "c"])).report;
    const other = (await checked(tree, {}, ["c", "b.md", "a.md", "."])).report;
    expect(other).toEqual(one);
  });
});
