import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isTracked } from "../../src/files/git-index.js";
import { temporaryProject } from "../run/temporary-project.js";

const TRACKED = [
  "a.md",
  "a.md.txt",
  "deep/er/b.json",
  "deep/c",
  "é/ü.md",
  `${"long/".repeat(40)}x`,
];
const OTHERS = ["a.m", "b.json", "deep", "deep/er/b.jso", "new.json", "ü.md"];

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync("git", [...args], { cwd, stdio: "pipe" });
}

/** A repository that tracks some files and holds others. */
function repository(...init: readonly string[]): string {
  const folder = temporaryProject(
    Object.fromEntries([...TRACKED, "b.json", "new.json"].map((path) => [path, ""])),
  );
  git(folder, "init", "-q", ...init);
  git(folder, "add", "--", ...TRACKED);
  return folder;
}

function expectTracked(folder: string): void {
  for (const path of TRACKED) expect(isTracked(join(folder, path)), path).toBe(true);
  for (const path of OTHERS) expect(isTracked(join(folder, path)), path).toBe(false);
}

describe("what git tracks", () => {
  it.each(["2", "3", "4"])("is read from an index of version %s", (version) => {
    const folder = repository();
    // Only entries with flags of version 3 make git write it.
    if (version === "3") git(folder, "add", "-N", "new.json");
    git(folder, "update-index", "--index-version", version);
    if (version !== "3") return expectTracked(folder);
    expect(isTracked(join(folder, "new.json"))).toBe(true);
    expect(isTracked(join(folder, "b.json"))).toBe(false);
    expect(isTracked(join(folder, "é/ü.md"))).toBe(true);
  });

  it("is read with the longer names of SHA-256", () => {
    expectTracked(repository("--object-format=sha256"));
  });

  it("is read where git keeps its folder elsewhere", () => {
    const folder = repository();
    const kept = join(temporaryProject({}), "kept");
    renameSync(join(folder, ".git"), kept);
    writeFileSync(join(folder, ".git"), `gitdir: ${kept}\n`);
    expectTracked(folder);
  });

  it("is everything where the index cannot be read, and nothing where there is none", () => {
    const split = repository();
    git(split, "update-index", "--split-index");
    expect(isTracked(join(split, "new.json"))).toBe(true);
    const broken = temporaryProject({ ".git/HEAD": "", ".git/index": "DIRC\0\0\0\x02\0\0\0\x09" });
    expect(isTracked(join(broken, "a.md"))).toBe(true);
    const none = temporaryProject({ ".git/HEAD": "" });
    mkdirSync(join(none, "sub"));
    expect(isTracked(join(none, "sub/a.md"))).toBe(false);
  });
});
