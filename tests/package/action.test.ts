import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fencesOf, textOf } from "../docs/fences.js";
import { temporaryProject } from "../run/temporary-project.js";
import { plainEnvironment, root } from "./sandbox.js";

const read = (file: string) => parse(readFileSync(path.join(root, file), "utf8"));
const action = read("action.yml");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

const fenceOf = (word: string) => {
  const fence = fencesOf("docs/guide/ci.md").find(({ words }) => words.includes(word));
  return parse(fence === undefined ? "" : textOf(fence));
};

const ARTICLES = {
  ".git/HEAD": "",
  "good.md": "---\ntitle: Talks\n---\n\nTalks end.\n",
  "bad one.md": '---\ntitle: Talks\n---\n\n<img src="a.png">\n',
};

/** A folder of commands for a shell: `npx` runs this build, `npm` installs it, others write their arguments into a file. */
function commands(folder: string, recorded: readonly string[] = []): string {
  const bin = path.join(folder, ".git/bin");
  mkdirSync(bin, { recursive: true });
  const node = JSON.stringify(process.execPath);
  const script = JSON.stringify(path.join(root, "bin/copydesk.js"));
  const texts = new Map([
    // `npx --yes copydesk@1.0.0 …` and `npx copydesk …`.
    ["npx", `#!/bin/bash\n[ "$1" = --yes ] && shift\nshift\nexec ${node} ${script} "$@"\n`],
    [
      "npm",
      `#!/bin/bash\nmkdir -p node_modules/copydesk/bin\necho 'import ${script};' > node_modules/copydesk/bin/copydesk.js\necho '{"type":"module"}' > node_modules/copydesk/package.json\n`,
    ],
    ...recorded.map((name) => [name, `#!/bin/bash\necho "$@" >> .git/${name}.log\n`] as const),
  ]);
  for (const [name, text] of texts) {
    writeFileSync(path.join(bin, name), text);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

function bash(script: string, folder: string, env: Record<string, string>, bin: string) {
  const environment = plainEnvironment();
  return spawnSync("bash", ["-eo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...environment, ...env, PATH: `${bin}${path.delimiter}${environment.PATH}` },
  });
}

/** Runs the action's script with inputs, as the runner does: those that are not given have their defaults. */
function runAction(
  inputs: Record<string, string>,
  folder = temporaryProject(ARTICLES),
  bin = commands(folder),
) {
  const [{ run, env }] = action.runs.steps;
  const variables: Record<string, string> = {
    GITHUB_OUTPUT: path.join(folder, ".git/output"),
    RUNNER_TEMP: temporaryProject({}),
  };
  for (const [name, value] of Object.entries<string>(env)) {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
    variables[name] = inputs[input] ?? action.inputs[input].default;
  }
  const { status, stdout, stderr } = bash(run, folder, variables, bin);
  const output = readFileSync(path.join(folder, ".git/output"), "utf8");
  return { status, stdout, stderr, output, folder };
}

describe.runIf(process.platform !== "win32")("action.yml", () => {
  it("runs the version of this package, and puts no input into the text of its script", () => {
    expect(action.inputs.version.default).toBe(version);
    expect(action.runs.using).toBe("composite");
    expect(action.runs.steps[0].run).not.toContain("${{");
    for (const { description } of Object.values<{ description: string }>(action.inputs))
      expect(description).not.toBe("");
  });

  it("annotates the articles it finds, and fails on an error", () => {
    const { status, stdout, output } = runAction({ paths: "good.md\nbad one.md" });
    expect([status, output]).toEqual([1, "exit-code=1\n"]);
    expect(stdout).toMatch(/^::error file=bad one\.md,line=5,.*image\/alt-missing/m);
  });

  it("passes where nothing is wrong, and writes the reports it is asked for", () => {
    const { status, output, folder } = runAction({
      paths: "good.md",
      formats: "github\njson=desk.json\n",
    });
    expect([status, output]).toEqual([0, "exit-code=0\n"]);
    const { gate } = JSON.parse(readFileSync(path.join(folder, "desk.json"), "utf8"));
    expect(gate.passed).toBe(true);
  });

  it("passes on what else it is given, and runs no config that is code unless allowed", () => {
    const folder = temporaryProject({
      ...ARTICLES,
      "copydesk.config.mjs": `export default { rules: { "image/alt-missing": "off" } };\n`,
    });
    const refused = runAction({ paths: "bad one.md" }, folder);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("code")]);
    const allowed = runAction({ paths: "bad one.md", "config-code": "true" }, folder);
    expect(allowed.stdout).not.toContain("image/alt-missing");
    expect(runAction({ paths: "good.md", "fail-on": "none" }).status).toBe(2);
    expect(runAction({ paths: "good.md", baseline: "none.txt" }).status).toBe(2);
    const since = runAction({ since: "HEAD" });
    expect([since.status, since.stderr]).toEqual([2, expect.stringContaining("git")]);
  });

  it("installs copydesk apart from the checkout, whose own one is not run", () => {
    const mark = `require("node:fs").writeFileSync(".git/owned", "");\n`;
    const folder = temporaryProject({
      ...ARTICLES,
      ".npmrc":
        "registry=http://127.0.0.1:9/\nnode-options=--require ./owned.cjs\nscript-shell=./owned.sh\n",
      "package.json":
        '{ "dependencies": { "copydesk": "*" }, "scripts": { "preinstall": "touch .git/owned" } }',
      "owned.cjs": mark,
      "node_modules/copydesk/package.json": `{ "name": "copydesk", "version": "${version}", "bin": "./own.cjs" }`,
      "node_modules/copydesk/own.cjs": mark,
      "node_modules/copydesk/bin/copydesk.js": mark,
    });
    const published = temporaryProject({
      "package/package.json": `{ "name": "copydesk", "version": "${version}" }`,
      "package/bin/copydesk.js": 'console.log("published", process.argv.at(-1));\n',
    });
    spawnSync("tar", ["-czf", "copydesk.tgz", "package"], { cwd: published });
    const inputs = { paths: "good.md", version: `file:${published}/copydesk.tgz` };
    const { status, stdout } = runAction(inputs, folder, path.dirname(process.execPath));
    expect([status, stdout]).toEqual([0, "published good.md\n"]);
    expect(existsSync(path.join(folder, ".git/owned"))).toBe(false);
  });

  it("says that a version which does not exist is a wrong input", () => {
    const folder = temporaryProject(ARTICLES);
    const inputs = { version: `file:${folder}/none.tgz` };
    const { status, output } = runAction(inputs, folder, path.dirname(process.execPath));
    expect([status, output]).toEqual([2, "exit-code=2\n"]);
  });

  it("takes an input for what it is, never for a command", () => {
    const hostile = '"; touch .git/owned; echo "$(touch .git/owned)';
    const { status, folder } = runAction({ paths: hostile, config: "" });
    expect(status).toBe(2);
    expect(() => readFileSync(path.join(folder, ".git/owned"))).toThrow();
  });
});

describe.runIf(process.platform !== "win32")(
  "the workflow of dead links in docs/guide/ci.md",
  () => {
    const steps: readonly { run?: string; env?: Record<string, string> }[] =
      fenceOf("dead-links").jobs.links.steps;
    const script = steps.at(-1)?.run ?? "";

    function look(article: string, issue: string) {
      const folder = temporaryProject({ ".git/HEAD": "", "a.md": article });
      const bin = commands(folder);
      const gh = `#!/bin/bash\necho "$@" >> .git/gh.log\n[ "$2" = list ] && echo ${issue}\nexit 0\n`;
      writeFileSync(path.join(bin, "gh"), gh);
      chmodSync(path.join(bin, "gh"), 0o755);
      // No network: a host that the rules know to be none.
      const { status, stderr } = bash(script, folder, {}, bin);
      expect(stderr).not.toContain("command not found");
      return { status, log: readFileSync(path.join(folder, ".git/gh.log"), "utf8") };
    }

    it("closes the issue where no link is dead, and opens none", () => {
      expect(look("No links.\n", "").log).toBe(
        "issue list --label dead-links --state open --json number --jq .[0].number // empty\n",
      );
      expect(look("No links.\n", "7").log).toContain("issue close 7 --comment");
    });
  },
);

describe("the pages of platforms", () => {
  it("use what the package, the action and GitLab have", () => {
    const used = fenceOf("action").jobs.articles.steps;
    const own = used.find(({ uses = "" }) => uses.startsWith("copydesk/"));
    for (const name of Object.keys(own.with)) expect(action.inputs).toHaveProperty(name);
    expect(own.uses).toBe(`copydesk/copydesk@v${version}`);
    const { copydesk } = fenceOf("gitlab");
    expect(copydesk.artifacts.reports.codequality).toBe("gl-code-quality-report.json");
    expect(copydesk.script[1]).toContain("-f gitlab=gl-code-quality-report.json");
  });

  it("have a workflow to call that publishes no file of the checkout", () => {
    for (const { with: given = {} } of read(".github/workflows/articles.yml").jobs.copydesk.steps)
      for (const file of [given.path, given.sarif_file].filter((one) => one !== undefined)) {
        expect(file).toMatch(/^\$\{\{ runner\.temp \}\}\//);
      }
  });

  it("have a workflow to call that gives the action only inputs it has", () => {
    const { on, jobs } = read(".github/workflows/articles.yml");
    expect(Object.keys(on)).toEqual(["workflow_call"]);
    const own = jobs.copydesk.steps.find(({ uses = "" }) => uses.startsWith("copydesk/"));
    for (const name of Object.keys(own.with)) expect(action.inputs).toHaveProperty(name);
    for (const input of JSON.stringify(jobs).matchAll(/inputs\.([\w-]+)/g))
      expect(on.workflow_call.inputs).toHaveProperty(input[1] ?? "");
  });
});
