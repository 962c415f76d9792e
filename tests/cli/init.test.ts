import { execFileSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Prompts } from "../../src/cli/prompts.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

/** Breaks every question off. */
const NOBODY: Prompts = {
  choose: async () => undefined,
  chooseMany: async () => undefined,
  write: async () => undefined,
};

const article = (title: string, body = "Talks end."): string =>
  `---\ntitle: ${title}\n---\n\n${body}\n`;

/** Twelve articles, one of them with an image that lacks its alt text. */
function project(tree: ProjectTree = {}): { folder: string; read(name: string): string } {
  const posts = Array.from({ length: 12 }, (_, index) => [
    `posts/${index}.md`,
    article(`T${index}`),
  ]);
  const folder = temporaryProject({
    ".git/HEAD": "",
    ...Object.fromEntries(posts),
    "posts/bad.md": article("Bad", '<img src="https://example.org/a.png">'),
    ...tree,
  });
  return { folder, read: (name) => readFileSync(join(folder, name), "utf8") };
}

/** Every file with its text. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

describe("copydesk init --yes", () => {
  it("turns the gate green, and one new defect turns it red", async () => {
    const { folder } = project();
    expect((await runIn(folder, [])).code).toBe(1);
    const { code, stdout, stderr } = await runIn(folder, ["init", "--yes"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Plain folders?, no site engine recognized: 13 articles/m);
    expect(stdout).toMatch(
      /^Created\n {2}copydesk\.config\.yaml \(the settings\)\n {2}copydesk-baseline\.txt/m,
    );
    expect((await runIn(folder, [])).code).toBe(0);
    writeFileSync(
      join(folder, "posts/1.md"),
      article("T1", '<img src="https://example.org/b.png">'),
    );
    const red = await runIn(folder, []);
    expect([red.code, red.stdout]).toEqual([1, expect.stringContaining("image/alt-missing")]);
  });

  it("changes nothing the second time, and says what is there", async () => {
    const { folder } = project({
      ".github/workflows/test.yml": "on: push\n",
      ".husky/pre-commit": "npm test\n",
      "package.json": "{}\n",
    });
    await runIn(folder, ["init", "--yes"]);
    const before = contents(folder);
    const again = await runIn(folder, ["init", "--yes"]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain(
      "Is already there\n  copydesk.config.yaml\n  copydesk-baseline.txt\n  .husky/pre-commit\n  .github/workflows/copydesk.yml\n",
    );
    expect(again.stdout).not.toMatch(/^(?:Created|Changed)/m);
    expect(contents(folder)).toEqual(before);
  });

  it("keeps a config that somebody wrote, and says what to write into it", async () => {
    const config = "rules: { image/alt-missing: warn }\n";
    const { folder, read } = project({ "copydesk.config.yaml": config });
    const { stdout } = await runIn(folder, ["init", "--yes"]);
    expect(read("copydesk.config.yaml")).toBe(config);
    expect(stdout).toContain(
      'Next\n  Write "baseline: copydesk-baseline.txt" into copydesk.config.yaml\n',
    );
  });

  it("adds to pre-commit, whatever else its config says", async () => {
    const before = "repos:\n  - repo: local # ours\n    hooks: []\nfail_fast: true\n";
    const { folder, read } = project({ ".pre-commit-config.yaml": before });
    await runIn(folder, ["init", "--yes"]);
    const text = read(".pre-commit-config.yaml");
    expect(text).toContain("repo: local # ours");
    expect(parse(text)).toMatchObject({
      repos: [
        { repo: "local" },
        { rev: expect.stringMatching(/^v\d/), hooks: [{ id: "copydesk" }] },
      ],
      fail_fast: true,
    });
  });

  it.each([
    ["package-lock.json", "npx copydesk --staged"],
    ["pnpm-lock.yaml", "pnpm exec copydesk --staged"],
    ["yarn.lock", "yarn run copydesk --staged"],
  ])("adds to the hook of husky, run as %s says", async (lock, command) => {
    const { folder, read } = project({ ".husky/pre-commit": "npm test\n", [lock]: "" });
    await runIn(folder, ["init", "--yes"]);
    expect(read(".husky/pre-commit")).toBe(`npm test\n${command}\n`);
  });

  it("adds to lint-staged in package.json", async () => {
    const { folder, read } = project({
      "package.json": '{\n  "lint-staged": {\n    "*.js": "eslint"\n  }\n}\n',
    });
    const { stdout } = await runIn(folder, ["init", "--yes"]);
    expect(JSON.parse(read("package.json"))["lint-staged"]).toEqual({
      "*.js": "eslint",
      "*.{md,mdx,html}": "copydesk",
    });
    expect(stdout).toContain("npm install --save-dev copydesk");
  });

  it("leaves what it cannot extend to a person", async () => {
    const { folder, read } = project({
      ".pre-commit-config.yaml": "repos: []\n",
      ".gitlab-ci.yml": "a: [\n",
    });
    const { code, stdout } = await runIn(folder, ["init", "--yes"]);
    expect([code, read(".pre-commit-config.yaml")]).toEqual([0, "repos: []\n"]);
    expect(stdout).toContain("Add to repos in .pre-commit-config.yaml:");
    expect(stdout).toContain("Add to .gitlab-ci.yml:");
  });

  it("adds a job to GitLab's file, in a stage that the file has", async () => {
    const { folder, read } = project({
      ".gitlab-ci.yml": "stages: [check]\nother:\n  script: [ls]\n",
    });
    await runIn(folder, ["init", "--yes"]);
    expect(parse(read(".gitlab-ci.yml"))).toMatchObject({
      other: { script: ["ls"] },
      copydesk: { stage: "check", artifacts: { when: "always" } },
    });
  });

  it("writes a workflow that uses the action with its own inputs", async () => {
    const { folder, read } = project({ ".github/CODEOWNERS": "" });
    await runIn(folder, ["init", "--yes"]);
    const workflow = parse(read(".github/workflows/copydesk.yml"));
    const action = parse(readFileSync(join(import.meta.dirname, "../../action.yml"), "utf8"));
    const step = workflow.jobs.articles.steps.at(-1);
    expect(workflow.on).toEqual({ pull_request: null });
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  });

  it("lets no name of a folder into the config as more than a comment", async () => {
    const evil = "x\nplugins: y\u2028process.exit(9)\n";
    const { folder, read } = project({
      "copydesk.config.yaml": "{}",
      [`${evil}/hugo.toml`]: "",
      [`${evil}/content/a.md`]: article("A"),
      [`${evil}/content/b.md`]: article("B"),
    });
    unlinkSync(join(folder, "copydesk.config.yaml"));
    await runIn(folder, ["init", "--yes"]);
    expect(Object.keys(parse(read("copydesk.config.yaml"))).sort()).toEqual([
      "baseline",
      "extends",
    ]);
    unlinkSync(join(folder, "copydesk.config.yaml"));
    await runIn(folder, ["init", "--yes", "--typescript"]);
    const lines = read("copydesk.config.ts").split(/[\n\u2028]/);
    expect(lines.filter((line) => /process|plugins/.test(line))).toEqual([
      expect.stringMatching(/^\/\/ /),
    ]);
  });

  it("writes no file through a link", async () => {
    const { folder } = project();
    const outside = temporaryProject({ "x/": "" });
    symlinkSync(outside, join(folder, ".github"));
    const { code, stderr } = await runIn(folder, ["init", "--yes"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("symbolic link")]);
    expect(existsSync(join(folder, "copydesk.config.yaml"))).toBe(false);
    expect(readdirSync(outside)).toEqual(["x"]);
  });
});

describe("copydesk init", () => {
  it("asks what to write, and writes that alone", async () => {
    const { folder } = project({ ".github/CODEOWNERS": "" });
    const asked: string[] = [];
    const chooseMany: Prompts["chooseMany"] = async (_question, choices) => {
      asked.push(...choices.map(({ value, isSelected }) => `${isSelected ? "+" : "-"}${value}`));
      return ["config"];
    };
    const { code } = await runIn(folder, ["init"], { prompts: { ...NOBODY, chooseMany } });
    expect([code, asked]).toEqual([0, ["+config", "-schema", "+baseline", "+ci"]]);
    expect(existsSync(join(folder, "copydesk-baseline.txt"))).toBe(false);
    expect(existsSync(join(folder, ".github/workflows"))).toBe(false);
  });

  it("writes nothing where the person cancels, or where nobody can be asked", async () => {
    const { folder } = project();
    const cancelled = await runIn(folder, ["init"], { prompts: NOBODY });
    expect([cancelled.code, cancelled.stdout]).toEqual([
      2,
      expect.stringContaining("Nothing is written."),
    ]);
    const alone = await runIn(folder, ["init"]);
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining("--yes")]);
    expect(existsSync(join(folder, "copydesk.config.yaml"))).toBe(false);
  });

  it("shows with --dry-run what it would write", async () => {
    const { folder } = project();
    const before = contents(folder);
    const { code, stdout } = await runIn(folder, ["init", "--dry-run"]);
    expect([code, contents(folder)]).toEqual([0, before]);
    expect(stdout).toContain("Would create\n  copydesk.config.yaml");
  });

  it("writes the parts that are named, and the config for them", async () => {
    const { folder, read } = project({ ".github/CODEOWNERS": "" });
    await runIn(folder, ["init", "--schema"]);
    expect(parse(read("copydesk.config.yaml"))).toMatchObject({
      extends: "recommended",
      schema: { required: ["title"] },
    });
    expect(existsSync(join(folder, "copydesk-baseline.txt"))).toBe(false);
    const only = await runIn(folder, [".", "--only", "front-matter/schema"]);
    expect(only.code).toBe(0);
  });

  it("takes what a new schema finds as known, too", async () => {
    const many = Array.from({ length: 120 }, (_, index) => [`more/${index}.md`, article("T")]);
    const { folder } = project({
      ...Object.fromEntries(many),
      "more/odd.md": "---\nkind: x\n---\n\nTalks end.\n",
    });
    const { stdout } = await runIn(folder, ["init", "--yes", "--schema"]);
    expect(stdout).toContain("(the settings, with a schema)");
    expect(readFileSync(join(folder, "copydesk-baseline.txt"), "utf8")).toMatch(
      /^more\/odd\.md\tfront-matter\/schema\t/m,
    );
    expect((await runIn(folder, [])).code).toBe(0);
  });

  it("writes a config in TypeScript that can be run", async () => {
    const root = join(import.meta.dirname, "../..");
    const { folder, read } = project({ "package.json": "{}", ".github/CODEOWNERS": "" });
    const parts = ["--typescript", "--schema", "--baseline", "--ci"];
    const { stdout } = await runIn(folder, ["init", ...parts]);
    expect(read("copydesk.config.ts")).toContain("export default defineConfig({");
    expect(stdout).toContain("npm install --save-dev copydesk zod");
    expect(parse(read(".github/workflows/copydesk.yml")).jobs.articles.steps[2].with).toEqual({
      formats: "github",
      "config-code": "true",
    });
    execFileSync("mkdir", ["-p", join(folder, "node_modules")]);
    symlinkSync(root, join(folder, "node_modules/copydesk"));
    symlinkSync(join(root, "node_modules/zod"), join(folder, "node_modules/zod"));
    const { code, stderr } = await runIn(folder, []);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("keeps what it finds for the next run", async () => {
    const { folder } = project();
    const cache = join(temporaryProject({ ".git/HEAD": "" }), "desk.cache");
    const env = { XDG_CACHE_HOME: temporaryProject({}) };
    const { code, stderr } = await runIn(folder, ["init", "--yes", "--cache-location", cache], {
      env,
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(existsSync(cache)).toBe(true);
    const both = await runIn(folder, ["init", "--yes", "--no-cache", "--cache-location", cache]);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("cannot be combined")]);
  });

  it("is for folders with articles", async () => {
    const empty = await runIn(temporaryProject({ "a.txt": "" }), ["init", "--yes"]);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("no articles")]);
  });
});

describe("copydesk init in a folder of a repository", () => {
  /** The same project, in the folder `docs` of a repository. */
  function inner(tree: ProjectTree = {}) {
    const { folder } = project();
    const root = temporaryProject({ ".git/HEAD": "ref: refs/heads/main\n", ...tree, "docs/": "" });
    renameSync(join(folder, "posts"), join(root, "docs/posts"));
    return {
      root,
      docs: join(root, "docs"),
      read: (name: string) => readFileSync(join(root, name), "utf8"),
    };
  }
  const CONFIG = "docs/copydesk.config.yaml";

  it("writes config and baseline there, and turns the gate green there", async () => {
    const { docs, read } = inner();
    const { code, stdout } = await runIn(docs, ["init", "--yes"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("\n  copydesk.config.yaml (")]);
    expect(stdout).toContain("\n  ../.gitattributes (");
    expect(stdout).toContain("npx copydesk in this folder: passes");
    expect(read("docs/copydesk-baseline.txt")).toMatch(/^posts\/bad\.md\timage\/alt-missing\t/m);
    expect(read(".gitattributes")).toBe("docs/copydesk-baseline.txt merge=union\n");
    expect((await runIn(docs, [])).code).toBe(0);
  });

  it("tells the hooks and builds of the repository the folder", async () => {
    const { docs, read } = inner({
      ".husky/pre-commit": "npm test\n",
      ".github/CODEOWNERS": "",
    });
    await runIn(docs, ["init", "--yes"]);
    expect(read(".husky/pre-commit")).toBe(
      `npm test\nnpx copydesk --staged --config ${CONFIG} docs\n`,
    );
    const [, , action] = parse(read(".github/workflows/copydesk-docs.yml")).jobs.articles.steps;
    expect(action.with).toEqual({ formats: "github", config: CONFIG, paths: "docs" });
    const again = await runIn(docs, ["init", "--yes"]);
    expect(again.stdout).not.toMatch(/^(?:Created|Changed)$/m);
    expect(again.stdout).toContain("../.husky/pre-commit");
  });

  it("does so for the other tools", async () => {
    const commits = inner({
      ".pre-commit-config.yaml": "repos:\n- repo: a\n",
      ".gitlab-ci.yml": "a: {}\n",
    });
    await runIn(commits.docs, ["init", "--yes"]);
    expect(parse(commits.read(".pre-commit-config.yaml")).repos[1].hooks).toEqual([
      { id: "copydesk", files: "^docs/", args: ["--config", CONFIG] },
    ]);
    expect(parse(commits.read(".gitlab-ci.yml"))["copydesk docs"].script[0]).toMatch(
      / -f junit=junit\.xml --config docs\/copydesk\.config\.yaml docs$/,
    );
    const staged = inner({ ".lintstagedrc.json": "{}\n" });
    await runIn(staged.docs, ["init", "--yes"]);
    expect(JSON.parse(staged.read(".lintstagedrc.json"))).toEqual({
      "docs/**/*.{md,mdx,html}": `copydesk --config ${CONFIG}`,
    });
  });

  it("adds to a hook that checks another folder", async () => {
    const { docs, read } = inner({
      ".husky/pre-commit": "npx copydesk --staged --config blog/copydesk.config.yaml blog\n",
    });
    await runIn(docs, ["init", "--yes"]);
    expect(read(".husky/pre-commit").split("\n")).toHaveLength(3);
  });

  it("leaves tools to a person where the name of the folder means something to them", async () => {
    const { root, docs, read } = inner({ ".husky/pre-commit": "npm test\n" });
    const odd = join(root, "my docs");
    renameSync(docs, odd);
    const { stdout } = await runIn(odd, ["init", "--yes"]);
    expect(stdout).toContain("Have copydesk --staged run before a commit, in my docs");
    expect(read(".husky/pre-commit")).toBe("npm test\n");
  });

  it("refuses where a config or a site around the folder holds for it", async () => {
    const configured = inner({ "copydesk.config.yaml": "extends: recommended\n" });
    const held = await runIn(configured.docs, ["init", "--yes"]);
    expect([held.code, held.stderr]).toEqual([
      2,
      expect.stringContaining(`cd ${configured.root} && npx copydesk init`),
    ]);
    const root = temporaryProject({
      ".git/HEAD": "",
      "site/_config.yml": "title: T\n",
      "site/package.json": '{"dependencies":{"hexo":"7.0.0"}}',
      "site/source/_posts/a.md": article("A"),
      "site/themes/x.md": article("X"),
    });
    const part = await runIn(join(root, "site/themes"), ["init", "--yes"]);
    expect([part.code, part.stderr]).toEqual([
      2,
      expect.stringContaining(`cd ${join(root, "site")} && npx copydesk init`),
    ]);
  });
});
