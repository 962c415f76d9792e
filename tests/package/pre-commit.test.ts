import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { fencesOf, textOf } from "../docs/fences.js";
import { temporaryProject } from "../run/temporary-project.js";
import { plainEnvironment, root } from "./sandbox.js";

const isHere = spawnSync("pre-commit", ["--version"]).status === 0;

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    cwd,
    encoding: "utf8",
  }).trim();

/** Makes a repository of a folder's files; the id of its only commit. */
function commitAll(folder: string): string {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "all");
  return git(folder, "rev-parse", "HEAD");
}

/** A repository that holds the project as it is here, uncommitted changes included. */
function projectRepository(): { readonly folder: string; readonly commit: string } {
  const folder = temporaryProject({});
  const files = git(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z");
  for (const file of files.split("\0").filter((name) => name !== "")) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(folder, file));
  }
  return { folder, commit: commitAll(folder) };
}

/** pre-commit installs the project and builds it, which takes two minutes: `npm run test:all`. */
const isLong = process.env.RUNS !== undefined;

describe.runIf(isHere && isLong)("the hook, in pre-commit itself", () => {
  it("is installed and run as docs/guide/ci.md says", { timeout: 600_000 }, () => {
    const fence = fencesOf("docs/guide/ci.md").find((one) => textOf(one).startsWith("repos:"));
    const config = parse(fence === undefined ? "" : textOf(fence));
    const { folder, commit } = projectRepository();
    Object.assign(config.repos[0], { repo: folder, rev: commit });
    const articles = temporaryProject({
      ".pre-commit-config.yaml": stringify(config),
      "good.md": "---\ntitle: Talks\n---\n\nTalks end.\n",
    });
    commitAll(articles);
    const run = () =>
      spawnSync("pre-commit", ["run", "--all-files", "--color", "never"], {
        cwd: articles,
        encoding: "utf8",
        env: { ...plainEnvironment(), PRE_COMMIT_HOME: path.join(folder, ".git", "pre-commit") },
      });

    const good = run();
    expect(good.stdout + good.stderr).toMatch(/copydesk\.*Passed/);
    expect(good.status).toBe(0);

    writeFileSync(path.join(articles, "bad.md"), '---\ntitle: Talks\n---\n\n<img src="a.png">\n');
    git(articles, "add", "--all");
    const bad = run();
    expect(bad.stdout).toContain("image/alt-missing");
    expect(bad.status).toBe(1);
  });
});
