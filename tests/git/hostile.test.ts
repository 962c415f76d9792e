import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";
import { repository, runGit } from "./repository.js";

/** A program that leaves a mark when it is run, and the place of that mark. */
function marker(): { readonly program: string; readonly mark: string } {
  const folder = temporaryProject({});
  const program = join(folder, "program.sh");
  const mark = join(folder, "mark");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> ${mark}\ncat\n`);
  chmodSync(program, 0o755);
  return { program, mark };
}

/** Everything in the config of a repository that names a program. */
const settings = (program: string): string => `
[core]
	fsmonitor = ${program}
	pager = ${program}
	editor = ${program}
	askPass = ${program}
	sshCommand = ${program}
	gitProxy = ${program}
	alternateRefsCommand = ${program}
	hooksPath = hooks
	untrackedCache = true
	attributesFile = attributes
[diff]
	external = ${program}
	noprefix = true
	mnemonicPrefix = true
	renames = false
	relative = true
	submodule = diff
[diff "x"]
	command = ${program}
	textconv = ${program}
	cachetextconv = true
[filter "x"]
	clean = ${program}
	smudge = ${program}
	process = ${program}
	required = true
[filter "y=z.w"]
	clean = ${program}
	smudge = ${program}
	required = true
[merge "x"]
	driver = ${program} %A
[alias]
	diff = !${program}
	ls-tree = !${program}
	cat-file = !${program}
	rev-parse = !${program}
	config = !${program}
[pager]
	diff = ${program}
	config = ${program}
	ls-files = ${program}
[credential]
	helper = !${program}
[protocol]
	allow = always
[protocol "file"]
	allow = always
[protocol "ext"]
	allow = always
[submodule]
	recurse = true
[color]
	ui = always
[interactive]
	diffFilter = ${program}
[gpg]
	program = ${program}
[log]
	showSignature = true
[trace2]
	eventTarget = ${program}
[uploadpack]
	packObjectsHook = ${program}
[remote "origin"]
	url = ext::${program}
	uploadpack = ${program}
	promisor = true
	partialclonefilter = blob:none
[extensions]
	partialClone = origin
`;

const OPTIONS = [
  ["--since", "main"],
  ["--staged"],
  ["--dirty", "--changed-lines"],
  ["--baseline-from", "main"],
  ["--config-from", "main"],
];

/** A repository that tries everything, with changes that git must look at closely. */
function trap(): { readonly folder: string; readonly mark: string } {
  const { program, mark } = marker();
  const inner = repository({ "inner.md": "# Inner\n" });
  const { folder, git, commit, write } = repository({
    "a.md": "# A\n",
    "b.md": "# B\n",
    ".gitattributes": '*.md filter=x diff=x merge=x\n*.html filter="y=z.w"\n',
    "c.html": "<p>c</p>\n",
  });
  runGit(folder, "submodule", "--quiet", "add", inner.folder, "sub");
  git("checkout", "--quiet", "-b", "topic");
  commit({ "a.md": '# A\n\n<img src="x.png">\n' });
  write({ "b.md": "# Other\n", "new.md": "# New\n", "c.html": "<p>d</p>\n" });
  git("add", "b.md");
  for (const name of ["a.md", "b.md", "c.html"]) utimesSync(join(folder, name), 1, 1);
  const hooks = ["post-index-change", "pre-commit", "post-checkout", "fsmonitor-watchman"];
  for (const place of [".git/hooks", "hooks"]) {
    mkdirSync(join(folder, place), { recursive: true });
    for (const name of hooks) {
      writeFileSync(join(folder, place, name), readFileSync(program));
      chmodSync(join(folder, place, name), 0o755);
    }
  }
  for (const place of [".git", ".git/modules/sub"]) {
    const file = join(folder, place, "config");
    writeFileSync(file, readFileSync(file, "utf8") + settings(program));
  }
  writeFileSync(join(folder, ".git/info/attributes"), "* filter=x diff=x\n");
  return { folder, mark };
}

describe("the config of a repository", () => {
  // It loads all rules and calls git some hundred times.
  it("runs nothing, whatever is asked", { timeout: 60_000 }, async () => {
    const { folder, mark } = trap();
    const index = readFileSync(join(folder, ".git/index"));
    for (const argv of OPTIONS) {
      const { code, stderr } = await runIn(folder, [...argv, "--only", "image/alt-missing"]);
      expect([argv, stderr]).toEqual([argv, ""]);
      expect([0, 1]).toContain(code);
      expect(existsSync(mark) ? readFileSync(mark, "utf8") : "").toBe("");
    }
    expect(readFileSync(join(folder, ".git/index")).equals(index)).toBe(true);
  });

  it("is what real git would have run", () => {
    const { folder, mark } = trap();
    try {
      runGit(folder, "-c", "extensions.partialClone=", "diff", "main");
    } catch {
      // The programs are no filters.
    }
    expect(existsSync(mark)).toBe(true);
  });

  it("fetches nothing where a commit lacks files", async () => {
    const { folder, mark } = trap();
    const id = runGit(folder, "rev-parse", "main:a.md").trim();
    rmSync(join(folder, ".git/objects", id.slice(0, 2), id.slice(2)), { force: true });
    const { code, stderr } = await runIn(folder, ["--since", "main"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("git cannot be asked")]);
    expect(existsSync(mark)).toBe(false);
  });

  it("is not led elsewhere by the environment or by a work tree of its own", async () => {
    const { folder } = repository({ "a.md": "# A\n" });
    const other = repository({ "a.md": "# A\n" });
    runGit(folder, "config", "core.worktree", other.folder);
    const { code, stderr } = await runIn(folder, ["--dirty"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("not a git repository")]);
  });
});
