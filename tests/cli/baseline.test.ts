import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/index.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const ONLY = ["--only", "image/alt-missing"];
const image = (name: string) => `<img src="${name}.png">\n\n`;
const NAME = "copydesk-baseline.txt";

function project(tree: ProjectTree = {}): { folder: string; read(name: string): string } {
  const folder = temporaryProject({
    ".git/HEAD": "",
    ".copydeskrc": `baseline: ${NAME}\n`,
    "a.md": image("one"),
    "b.md": image("one"),
    ...tree,
  });
  return { folder, read: (name) => readFileSync(join(folder, name), "utf8") };
}

describe("copydesk baseline", () => {
  it("turns the gate green, and one new defect turns it red", async () => {
    const { folder, read } = project();
    expect((await runIn(folder, [".", ...ONLY, "-f", "concise"])).code).toBe(2);
    const created = await runIn(folder, ["baseline", ".", ...ONLY]);
    expect(created.stdout).toContain(`Created ${NAME}: 2 known findings.`);
    expect(read(".gitattributes")).toBe(`${NAME} merge=union\n`);
    const green = await runIn(folder, [".", ...ONLY]);
    expect([green.code, green.stdout]).toEqual([
      0,
      expect.stringContaining(`0 new, 2 known (${NAME})`),
    ]);
    writeFileSync(join(folder, "a.md"), `\n\n${image("one")}${image("two")}`);
    const red = await runIn(folder, [".", ...ONLY]);
    expect([red.code, red.stdout]).toEqual([1, expect.stringContaining("1 new, 2 known")]);
  });

  it("is no file that copydesk finds by itself, and a named one that is missing is exit 2", async () => {
    const { folder } = project({ ".copydeskrc": "{}" });
    expect((await runIn(folder, ["baseline", ".", ...ONLY])).stdout).toContain(
      `Next: write "baseline: ${NAME}" into the config`,
    );
    expect((await runIn(folder, [".", ...ONLY])).code).toBe(1);
    expect((await runIn(folder, [".", ...ONLY, "--baseline", NAME])).code).toBe(0);
    const missing = await runIn(folder, [".", "--baseline", "no.txt"]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("does not exist")]);
  });

  it("creates no second one, and takes the place of no other file", async () => {
    const { folder, read } = project({ "notes.txt": "mine\n" });
    await runIn(folder, ["baseline", ".", ...ONLY]);
    const again = await runIn(folder, ["baseline", ".", ...ONLY]);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("exists already")]);
    const other = await runIn(folder, ["baseline", "update", ".", "--baseline", "notes.txt"]);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining("notes.txt:1: A baseline begins with"),
    ]);
    expect(read("notes.txt")).toBe("mine\n");
  });

  it("is updated with what is gone, and with new findings only when they are accepted", async () => {
    const { folder, read } = project();
    await runIn(folder, ["baseline", ".", ...ONLY]);
    const before = read(NAME);
    writeFileSync(join(folder, "a.md"), image("two"));
    const refused = await runIn(folder, ["baseline", "update", ".", ...ONLY]);
    expect([refused.code, read(NAME)]).toEqual([1, before]);
    expect(refused.stdout).toMatch(/^- a\.md\t/m);
    expect(refused.stdout).toMatch(/^\+ a\.md\t/m);
    const options = ["--accept-new", "--owner", "docs", "--until", "2027-01-31"];
    expect((await runIn(folder, ["baseline", "update", ".", ...ONLY, ...options])).code).toBe(0);
    expect(read(NAME)).toMatch(/^a\.md\t.*\tuntil:2027-01-31\towner:docs$/m);
    expect(read(NAME).match(/^a\.md\t/gm)).toHaveLength(1);
  });

  it("is pruned of what is gone alone", async () => {
    const { folder, read } = project();
    await runIn(folder, ["baseline", ".", ...ONLY]);
    writeFileSync(join(folder, "a.md"), image("two"));
    const { code, stdout } = await runIn(folder, ["baseline", "prune", ".", ...ONLY]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("1 removed, 1 kept")]);
    expect(read(NAME)).not.toMatch(/^a\.md\t/m);
  });

  it("says of its entries how they stand", async () => {
    const { folder } = project();
    await runIn(folder, ["baseline", ".", ...ONLY, "--owner", "docs"]);
    const { stdout } = await runIn(folder, ["baseline", "status", ".", ...ONLY]);
    expect(stdout).toContain("0 new, 2 known, 0 gone, 0 expired");
    expect(stdout).toMatch(/by owner\n +2 {2}docs/);
  });

  it("is no text of the site: what it names is not used by that", async () => {
    const { folder } = project({
      "unused.png": "x",
      ".copydeskrc": `{ baseline: ${NAME}, site: { root: . } }`,
    });
    const orphans = ["--only", "site/orphan-asset"];
    expect((await runIn(folder, ["baseline", ".", ...orphans])).stdout).toContain(
      "1 known finding",
    );
    const { stdout } = await runIn(folder, [".", ...orphans]);
    expect(stdout).toContain(`0 new, 1 known (${NAME})`);
  });

  it("stays in force for files that move, and for the API", async () => {
    const { folder } = project();
    await runIn(folder, ["baseline", ".", ...ONLY]);
    renameSync(join(folder, "b.md"), join(folder, "c.md"));
    expect((await runIn(folder, [".", ...ONLY])).code).toBe(0);
    const { gate, summary } = await lintFiles(["."], { cwd: folder, only: ["image/alt-missing"] });
    expect([gate.passed, summary.known]).toEqual([true, 2]);
  });

  it("has entries of one part of the site checked alone", async () => {
    const { folder } = project();
    await runIn(folder, ["baseline", ".", ...ONLY]);
    const { stdout } = await runIn(folder, ["a.md", ...ONLY]);
    expect(stdout).toContain("0 new, 1 known (");
  });

  it("may not be named by a config that is not the root's, nor lie outside the project", async () => {
    const { folder } = project({ "sub/.copydeskrc": "baseline: x.txt", "sub/c.md": "x" });
    const nested = await runIn(folder, ["sub/c.md"]);
    expect([nested.code, nested.stderr]).toEqual([2, expect.stringContaining("project root")]);
    writeFileSync(join(folder, ".copydeskrc"), "baseline: ../x.txt\n");
    const outside = await runIn(folder, ["a.md"]);
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining("outside")]);
  });

  it("keeps known findings in SARIF as suppressed", async () => {
    const { folder } = project();
    await runIn(folder, ["baseline", ".", ...ONLY]);
    const { stdout } = await runIn(folder, [".", ...ONLY, "-f", "sarif"]);
    const { results } = JSON.parse(stdout).runs[0];
    expect(results).toHaveLength(2);
    for (const { suppressions } of results)
      expect(suppressions).toMatchObject([{ kind: "external" }]);
  });

  it("merges in git when two branches add entries at one place", async () => {
    const folder = temporaryProject({ "a.md": image("one"), "c.md": "x\n" });
    const git = (...args: readonly string[]): string =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], {
        cwd: folder,
        encoding: "utf8",
        stdio: "pipe",
      });
    git("init", "-q", "-b", "main");
    writeFileSync(join(folder, ".copydeskrc"), `baseline: ${NAME}\n`);
    await runIn(folder, ["baseline", ".", ...ONLY]);
    git("add", "-A");
    git("commit", "-qm", "start");
    for (const name of ["b1", "b2"]) {
      git("checkout", "-q", "-b", name, "main");
      writeFileSync(join(folder, `${name}.md`), image(name) + image("more"));
      await runIn(folder, ["baseline", "update", ".", ...ONLY, "--accept-new"]);
      git("add", "-A");
      git("commit", "-qm", name);
    }
    git("merge", "-q", "b1", "-m", "merge");
    const { code, stdout } = await runIn(folder, [".", ...ONLY]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("0 new, 5 known (")]);
    expect(existsSync(join(folder, "b1.md"))).toBe(true);
  });
});
