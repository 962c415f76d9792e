import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type * as z from "zod";
import { reportSchema } from "../../src/report/model.js";
import { repository, runGit } from "../git/repository.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const ONLY = ["--only", "image/alt-missing,link/broken"];
const image = (name: string) => `<img src="${name}.png">\n\n`;
const CONFIG = "site:\n  complete: true\n";

/** The articles of a small whole site. */
const site = (articles: Readonly<Record<string, string>>) => ({
  ".copydeskrc": CONFIG,
  "one.png": "",
  "two.png": "",
  ...articles,
});

async function jsonOf(folder: string, argv: readonly string[]) {
  const { stdout, code, stderr } = await runIn(folder, [...argv, "-f", "json"]);
  expect(stderr).toBe("");
  return { code, report: reportSchema.parse(JSON.parse(stdout)) };
}

/** `path rule` of each finding. */
const told = ({ files }: z.infer<typeof reportSchema>): readonly string[] =>
  files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`));

describe("--since", () => {
  it("fails only for what is new, and counts what is carried and fixed", async () => {
    const { folder, git, commit } = repository(
      site({ "a.md": image("one") + image("two"), "b.md": image("one") }),
    );
    git("checkout", "--quiet", "-b", "topic");
    commit({ "a.md": `Text above.\n\n${image("one")}` });
    const green = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect([green.code, green.report.change]).toMatchObject([
      0,
      { kind: "since", base: "main", articles: 1, new: 0, carried: 1, fixed: 1, silenced: [] },
    ]);
    commit({ "c.md": image("one") });
    const red = await runIn(folder, ["--since", "main", ...ONLY]);
    expect(red.code).toBe(1);
    expect(red.stdout).toMatch(/1 new, 1 carried, 1 fixed since main \([0-9a-f]{12}\)/);
    expect(red.stdout).not.toContain("b.md");
  });

  it("ends with one line where no article has changed", async () => {
    const { folder, git, commit } = repository(site({ "a.md": image("one") }));
    git("checkout", "--quiet", "-b", "topic");
    commit({ "notes.txt": "n" });
    const { code, stdout, stderr } = await runIn(folder, ["--since", "main", ...ONLY]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^No article changed since main \([0-9a-f]{12}\)\n$/);
  });

  it("tells of links that a rename breaks in files that have not changed, and of nothing else there", async () => {
    const { folder, git, commit } = repository(
      site({
        "a.md": `# A\n\n${"Text of this article.\n".repeat(9)}`,
        "b.md": `[a](a.md) [x](missing.md)\n\n${image("one")}`,
        "c.md": "[gone](gone.md)\n",
        "gone.md": "# Gone\n",
      }),
    );
    git("checkout", "--quiet", "-b", "topic");
    git("mv", "a.md", "renamed.md");
    commit({ "gone.md": undefined });
    const { code, report } = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect([code, told(report)]).toEqual([1, ["b.md link/broken", "c.md link/broken"]]);
    expect(report.change).toMatchObject({ articles: 1, gone: 2, new: 2, carried: 0 });
  });

  it("checks only what paths mean, by all that has changed", async () => {
    const { folder, git, commit } = repository(
      site({
        "a.md": "# A\n",
        "docs/b.md": "[a](../a.md) [a](../a.md#x)\n",
        "docs/c.md": `${image("one")}${"Text of this article.\n".repeat(9)}`,
        "d.md": "[a](a.md)\n",
      }),
    );
    git("checkout", "--quiet", "-b", "topic");
    git("mv", "docs/c.md", "docs/e.md");
    commit({ "a.md": undefined, "d.md": image("one") });
    const whole = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect(told(whole.report)).toEqual([
      "d.md image/alt-missing",
      "docs/b.md link/broken",
      "docs/b.md link/broken",
    ]);
    const part = await jsonOf(folder, ["--since", "main", "docs", ...ONLY]);
    expect(told(part.report)).toEqual(["docs/b.md link/broken", "docs/b.md link/broken"]);
    expect(part.report.change).toMatchObject({ new: 2, carried: 1, fixed: 0 });
    const one = await jsonOf(folder, ["--since", "main", "docs/b.md", ...ONLY]);
    expect(told(one.report)).toEqual(told(part.report));
  });

  it("tells of images that are gone, too", async () => {
    const { folder, git, commit } = repository(
      site({ "a.md": "![One](one.png)\n", "b.md": "![Two](two.png)\n", "one.png": "x" }),
    );
    git("checkout", "--quiet", "-b", "topic");
    commit({ "one.png": undefined });
    const { report } = await jsonOf(folder, ["--since", "main", "--only", "image/not-found"]);
    expect(told(report)).toEqual(["a.md image/not-found"]);
    const fine = repository(site({ "a.md": "# A\n", "one.png": "x" }));
    fine.write({ "one.png": undefined });
    const { code, stdout } = await runIn(fine.folder, ["--dirty"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("No problems with 1 deleted or renamed file"),
    ]);
  });

  it("carries the findings of a renamed article along", async () => {
    const { folder, git, commit } = repository(
      site({ "a.md": `${image("one")}${"Text of this article.\n".repeat(9)}[x](missing.md)\n` }),
    );
    git("checkout", "--quiet", "-b", "topic");
    git("mv", "a.md", "new.md");
    commit();
    const { code, report } = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect([code, report.change]).toMatchObject([0, { new: 0, carried: 2, fixed: 0 }]);
    expect(report.files[0]?.known?.map(({ by }) => by)).toEqual(["base", "base"]);
  });

  it("compares with where HEAD left the revision, uncommitted and untracked files included", async () => {
    const { folder, git, commit, write } = repository(site({ "a.md": "# A\n" }));
    git("checkout", "--quiet", "-b", "topic");
    git("checkout", "--quiet", "main");
    commit({ "later.md": image("one") });
    git("checkout", "--quiet", "topic");
    write({ "a.md": image("one"), "new.md": image("two") });
    const { report } = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect(told(report)).toEqual(["a.md image/alt-missing", "new.md image/alt-missing"]);
    expect(told((await jsonOf(folder, ["--since", "main", "a.md", ...ONLY])).report)).toEqual([
      "a.md image/alt-missing",
    ]);
  });

  it("works in a linked work tree and below the top", async () => {
    const { folder, git } = repository(site({ "docs/a.md": "# A\n" }));
    git("worktree", "add", "--quiet", "-b", "topic", "tree");
    const tree = join(folder, "tree");
    writeFileSync(join(tree, "docs/a.md"), image("one"));
    const { report } = await jsonOf(join(tree, "docs"), ["--since", "main", ...ONLY]);
    expect(told(report)).toEqual(["docs/a.md image/alt-missing"]);
    expect(report.change?.articles).toBe(1);
  });

  it("leaves submodules alone", async () => {
    const inner = repository({ "inner.md": image("one") });
    const { folder, git, commit } = repository(site({ "a.md": "# A\n" }));
    git("checkout", "--quiet", "-b", "topic");
    runGit(folder, "submodule", "--quiet", "add", inner.folder, "sub");
    commit({ "b.md": image("two") });
    const { report } = await jsonOf(folder, ["--since", "main", ...ONLY]);
    expect(told(report)).toEqual(["b.md image/alt-missing"]);
  });

  it("says what helps in a shallow clone", async () => {
    const { folder, git, commit } = repository(site({ "a.md": "# A\n" }));
    git("checkout", "--quiet", "-b", "topic");
    commit({ "a.md": "# B\n" });
    commit({ "a.md": "# C\n" });
    const clone = repository({}).folder;
    runGit(clone, "clone", "--quiet", "--depth=1", "--no-single-branch", `file://${folder}`, "c");
    const { code, stderr } = await runIn(join(clone, "c"), ["--since", "origin/main"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
    const unknown = await runIn(join(clone, "c"), ["--since", "v1"]);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("git fetch")]);
  });
});

describe("--staged", () => {
  it("judges what the index holds, where the work tree differs", async () => {
    const { folder, git, write } = repository(site({ "a.md": "# A\n", "b.md": "# B\n" }));
    write({ "a.md": image("one"), "b.md": image("one") });
    git("add", "a.md");
    write({ "a.md": "# mended\n", "c.md": image("one") });
    const { code, report } = await jsonOf(folder, ["--staged", ...ONLY]);
    expect([code, told(report)]).toEqual([1, ["a.md image/alt-missing"]]);
    const { stdout } = await runIn(folder, ["--staged", ...ONLY]);
    expect(stdout).toContain('<img src="one.png">');
  });

  it("reads configs and assets from the index, too", async () => {
    const { folder, git, write } = repository(site({ "a.md": "# A\n" }));
    write({
      ".copydeskrc": `${CONFIG}rules:\n  image/alt-missing: off\n`,
      "a.md": "[file](new.png)\n",
      "new.png": "",
    });
    git("add", "a.md", ".copydeskrc");
    write({ ".copydeskrc": CONFIG });
    const { report } = await jsonOf(folder, ["--staged"]);
    expect(told(report)).toContain("a.md link/broken");
    expect(report.settings[0]?.rules["image/alt-missing"]).toBeUndefined();
    git("add", "new.png");
    expect(told((await jsonOf(folder, ["--staged"])).report)).not.toContain("a.md link/broken");
  });

  it("judges the index that a hook is called for", async () => {
    const { folder, git, write } = repository(site({ "a.md": "# A\n" }));
    copyFileSync(join(folder, ".git/index"), join(folder, ".git/other"));
    write({ "a.md": image("one") });
    vi.stubEnv("GIT_INDEX_FILE", join(folder, ".git/other"));
    vi.stubEnv("GIT_DIR", "/nowhere");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    git("add", "a.md");
    expect((await jsonOf(folder, ["--staged", ...ONLY])).report.change?.articles).toBe(0);
    vi.stubEnv("GIT_INDEX_FILE", undefined);
    expect((await jsonOf(folder, ["--staged", ...ONLY])).report.change?.articles).toBe(1);
  });

  it("compares with nothing before the first commit", async () => {
    const { folder, git } = repository(site({ "a.md": image("one") }));
    git("update-ref", "-d", "HEAD");
    const { code, report } = await jsonOf(folder, ["--staged", ...ONLY]);
    expect([code, report.change]).toMatchObject([1, { new: 1, carried: 0, base: "HEAD" }]);
  });
});

describe("--dirty and --changed-lines", () => {
  it("judges the work tree against HEAD", async () => {
    const { folder, write } = repository(site({ "a.md": image("one"), "b.md": image("one") }));
    write({ "a.md": image("one") + image("two"), "c.md": image("one") });
    const { report } = await jsonOf(folder, ["--dirty", ...ONLY]);
    expect(told(report)).toEqual(["a.md image/alt-missing", "c.md image/alt-missing"]);
    expect(report.change).toMatchObject({ kind: "dirty", new: 2, carried: 1, fixed: 0 });
  });

  it("counts only what is on changed lines", async () => {
    const heading = "## Setup {#one}\n";
    const { folder, write } = repository(
      site({ "a.md": `${heading}\nText.\n\n[x](#one)\n`, "b.md": "[a](a.md)\n" }),
    );
    write({ "a.md": `## Setup\n\nText.\n\n[x](#one)\n\n${image("one")}` });
    const whole = await jsonOf(folder, ["--dirty", "--only", "image/alt-missing,link/*"]);
    const lines = await jsonOf(folder, [
      "--dirty",
      "--changed-lines",
      "--only",
      "image/alt-missing,link/*",
    ]);
    expect(told(lines.report)).toEqual(["a.md image/alt-missing"]);
    expect(lines.report.change?.outside).toBe(told(whole.report).length - 1);
    const alone = await runIn(folder, ["--changed-lines"]);
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining("Add --since REF")]);
  });
});

describe("a config of an installed package", () => {
  const PACKAGE = {
    "node_modules/@acme/desk/package.json": '{"exports":"./desk.yaml"}',
    "node_modules/@acme/desk/desk.yaml": "rules: { image/alt-missing: off }\n",
  };
  const acme = (tree: Readonly<Record<string, string>>) => ({
    ...tree,
    ".gitignore": "node_modules\n",
    ".copydeskrc": 'extends: "@acme/desk"\n',
    ...PACKAGE,
  });

  it("holds for what is staged, although git does not hold the package", async () => {
    const { folder, git } = repository(acme({ "a.md": "Text.\n" }));
    writeFileSync(join(folder, "a.md"), image("one"));
    git("add", "a.md");
    const staged = await jsonOf(folder, ["--staged", "--only", "image/alt-missing"]);
    // What is asked for by name runs, whatever a config says.
    expect(told(staged.report)).toEqual(["a.md image/alt-missing"]);
    const { report } = await jsonOf(folder, ["--staged"]);
    expect(told(report)).not.toContain("a.md image/alt-missing");
    expect(Object.keys(report.settings[0]?.rules ?? {})).not.toContain("image/alt-missing");
  });

  it("is named by the settings of another revision, and read as it is installed", async () => {
    const { folder, commit } = repository(acme({ "a.md": "Text.\n" }));
    commit({ ".copydeskrc": "extends: recommended\n", "a.md": image("one") });
    const own = await jsonOf(folder, ["--since", "HEAD~1"]);
    expect(told(own.report)).toContain("a.md image/alt-missing");
    const held = await jsonOf(folder, ["--since", "HEAD~1", "--config-from", "HEAD~1"]);
    expect(told(held.report)).not.toContain("a.md image/alt-missing");
  });

  it("is refused as code where only data is read", async () => {
    const { folder, git } = repository({
      ...acme({ "a.md": "Text.\n" }),
      "node_modules/@acme/desk/package.json": '{"exports":"./desk.mjs"}',
      "node_modules/@acme/desk/desk.mjs": "export default {};\n",
    });
    writeFileSync(join(folder, "a.md"), "Other.\n");
    git("add", "a.md");
    const refused = await runIn(folder, ["--staged", "--no-config-code"]);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("--no-config-code refuses code"),
    ]);
  });

  it("is missing in one line where it is not installed", async () => {
    const { folder, git } = repository({
      "a.md": "Text.\n",
      ".copydeskrc": 'extends: "@acme/desk"\n',
    });
    writeFileSync(join(folder, "a.md"), "Other.\n");
    git("add", "a.md");
    const { code, stderr } = await runIn(folder, ["--staged"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('The package "@acme/desk" is not installed.'),
    ]);
  });
});

describe("--baseline-from and --config-from", () => {
  it("knows the findings of a revision without a file", async () => {
    const { folder, commit } = repository(site({ "a.md": image("one"), "b.md": image("one") }));
    commit({ "a.md": `Text.\n\n${image("one")}`, "c.md": image("two") });
    const { code, report } = await jsonOf(folder, ["--baseline-from", "HEAD~1", ...ONLY]);
    expect([code, told(report), report.baseline]).toMatchObject([
      1,
      ["c.md image/alt-missing"],
      { name: "HEAD~1", new: 1, known: 2, gone: 0 },
    ]);
  });

  it("judges by the settings of a revision, so that a change cannot open its own gate", async () => {
    const { folder, git, commit } = repository(site({ "a.md": "# A\n" }));
    git("checkout", "--quiet", "-b", "topic");
    commit({
      "a.md": image("one"),
      "b.md": image("one"),
      ".copydeskrc": `${CONFIG}rules:\n  image/alt-missing: off\n`,
      ".copydeskignore": "b.md\n",
    });
    const open = await jsonOf(folder, ["--since", "main", "--only", "image/alt-*"]);
    expect(told(open.report)).toEqual([]);
    const held = await jsonOf(folder, ["--since", "main", "--config-from", "main", ...ONLY]);
    expect([held.code, told(held.report)]).toEqual([
      1,
      ["a.md image/alt-missing", "b.md image/alt-missing"],
    ]);
  });

  it("reads the baseline from the revision as well", async () => {
    const { folder, commit } = repository({
      ...site({ "a.md": image("one") }),
      ".copydeskrc": `${CONFIG}baseline: known.txt\n`,
      "known.txt": "# copydesk baseline 1\n",
    });
    await runIn(folder, ["baseline", "update", "--accept-new", ...ONLY]);
    commit();
    expect((await jsonOf(folder, ONLY)).code).toBe(0);
    const held = await jsonOf(folder, ["--config-from", "HEAD~1", ...ONLY]);
    expect([held.code, held.report.baseline]).toMatchObject([1, { new: 1, known: 0 }]);
  });

  it("runs no code of a revision", async () => {
    const { folder } = repository({ "copydesk.config.js": "export default {}", "a.md": "# A\n" });
    const { code, stderr } = await runIn(folder, ["--config-from", "HEAD"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("only data is read from HEAD")]);
  });
});

describe("what a change silences", () => {
  it("is told: rules, limits, articles, known findings, directives", async () => {
    const { folder, git, commit } = repository({
      ...site({ "a.md": image("one"), "b.md": "# B\n" }),
      ".copydeskrc": `${CONFIG}baseline: known.txt\n`,
      "known.txt": "# copydesk baseline 1\n",
    });
    git("checkout", "--quiet", "-b", "topic");
    commit({
      "a.md": `<!-- copydesk-disable-next-line image/alt-missing -- decorative -->\n${image("one")}`,
      ".copydeskrc": `${CONFIG}baseline: known.txt\nfailOn: error\nrules:\n  link/broken: off\n`,
      ".copydeskignore": "b.md\n",
      "known.txt": "# copydesk baseline 1\na.md\ttext/spelling\tb3c023f2e39ecbd2\n",
    });
    const { report } = await jsonOf(folder, ["--since", "main"]);
    const silenced = report.change?.silenced ?? [];
    expect(silenced.map(({ kind, rule, path, count }) => ({ kind, rule, path, count }))).toEqual([
      { kind: "rule", rule: "link/broken", path: undefined, count: 1 },
      { kind: "article", rule: undefined, path: "b.md", count: 1 },
      { kind: "baseline", rule: "text/spelling", path: undefined, count: 1 },
      { kind: "directive", rule: "image/alt-missing", path: "a.md", count: 1 },
    ]);
    const { stdout } = await runIn(folder, ["--since", "main"]);
    expect(stdout).toContain("This change silences");
    expect(stdout).toMatch(/link\/broken: \w+ before, off now \(1 article\)/);
  });
});

describe("wrong usage", () => {
  it.each([
    [["--since", "nope"], 'The revision "nope" does not exist'],
    [["--since=--output=x"], "does not exist"],
    [["--since", "a..b"], "does not exist"],
    [["--since", "main", "--staged"], "--since and --staged cannot be combined"],
    [["--dirty", "--stdin"], "--dirty and --stdin cannot be combined"],
    [["--dirty", "--deleted", "x.md"], "Leave out --deleted"],
    [["--dirty", "--baseline-from", "main"], "Leave out --baseline-from"],
    [["--baseline", "x", "--baseline-from", "main"], "cannot be combined"],
    [["baseline", "--since", "main"], "The option --since does not exist"],
  ])("%j", async (argv, message) => {
    const { folder } = repository({ "a.md": "# A\n" });
    const { code, stderr } = await runIn(folder, argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it("needs a repository", async () => {
    const { code, stderr } = await runIn(temporaryProject({ "a.md": "# A\n" }), ["--dirty"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("is not a git repository")]);
  });
});
