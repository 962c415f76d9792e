import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";

/** A repository of real git in a temporary folder that goes away with the test. */
export interface TestRepository {
  readonly folder: string;
  /** What git prints, called in the folder. */
  git(...args: readonly string[]): string;
  /** Writes files; undefined deletes one. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  /** Writes files and commits everything. */
  commit(files?: Readonly<Record<string, string | undefined>>): string;
}

/** Runs git as a person would, without any settings of this machine. */
export function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.org",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.org",
      GIT_ALLOW_PROTOCOL: "file",
    },
  });
}

/** Makes a repository with one commit. */
export function repository(tree: ProjectTree): TestRepository {
  const folder = temporaryProject(tree);
  runGit(folder, "init", "--quiet", "--initial-branch=main");
  const made: TestRepository = {
    folder,
    git: (...args) => runGit(folder, ...args),
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, path);
        if (text === undefined) rmSync(file, { recursive: true });
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
        }
      }
    },
    commit(files = {}) {
      made.write(files);
      made.git("add", "--all");
      made.git("commit", "--quiet", "--message", "x", "--allow-empty");
      return made.git("rev-parse", "HEAD").trim();
    },
  };
  made.commit();
  return made;
}
