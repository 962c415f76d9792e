import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plainEnvironment, root } from "../package/sandbox.js";
import { fencesOf, textOf } from "./fences.js";

const bin = path.join(root, "bin/copydesk.js");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "copydesk-guide-"));
  mkdirSync(path.join(folder, ".git"));
  writeFileSync(path.join(folder, "good.md"), "---\ntitle: Talks\n---\n\nTalks end.\n");
  writeFileSync(path.join(folder, "bad.md"), '---\ntitle: Talks\n---\n\n<img src="a.png">\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs copydesk in the folder as a workflow's or hook's command line would. */
const copydesk = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: plainEnvironment(),
  });

describe("the GitHub workflow in docs/guide/ci.md", () => {
  const fence = fencesOf("docs/guide/ci.md").find(({ words }) => words.includes("workflow"));
  const workflow = fence === undefined ? undefined : parse(textOf(fence));
  const steps: readonly { uses?: string; run?: string }[] = workflow?.jobs.copydesk.steps;

  it("has the shape of a workflow", () => {
    expect(workflow.on).toBe("pull_request");
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(steps.every((step) => (step.uses === undefined) !== (step.run === undefined))).toBe(
      true,
    );
  });

  it("runs a command that annotates, writes a report and fails on an error", () => {
    const command = steps.find(({ run }) => run?.startsWith("npx copydesk "))?.run ?? "";
    const { status, stdout, stderr } = copydesk(...command.split(" ").slice(2));
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^::error file=bad\.md,line=5,.*image\/alt-missing/m);
    expect(JSON.parse(readFileSync(path.join(folder, "desk.json"), "utf8")).version).toBe(1);
    expect(status).toBe(1);
  });
});

describe("the matrix in docs/guide/ci.md", () => {
  const fence = fencesOf("docs/guide/ci.md").find(({ words }) => words.includes("matrix"));
  const jobs = parse(fence === undefined ? "" : textOf(fence)).jobs;
  const commandIn = (job: string): string =>
    jobs[job].steps
      .map(({ run = "" }: { run?: string }) => run)
      .find((run: string) => run.startsWith("npx copydesk "))
      .replace("npx copydesk ", "");

  it("writes every shard, and reports as one run does", { timeout: 120_000 }, () => {
    const shards: readonly number[] = jobs.check.strategy.matrix.shard;
    for (const shard of shards) {
      const command = commandIn("check").replace("${{ matrix.shard }}", String(shard));
      expect(copydesk(...command.split(" ")).status).toBe(0);
    }
    const files = readdirSync(folder).filter((name) => name.startsWith("copydesk-shard-"));
    expect(files).toHaveLength(shards.length);
    const command = commandIn("report").split(" ");
    const options = command.filter((word) => word.startsWith("-") || word === "github");
    const merged = copydesk("merge", ...files, ...options);
    const one = copydesk(...options);
    expect(command).toEqual(["merge", "copydesk-shard-*.json", ...options]);
    expect([merged.status, merged.stdout, merged.stderr]).toEqual([1, one.stdout, ""]);
  });
});

describe("the configs in docs/guide/configuration.md", () => {
  const fences = fencesOf("docs/guide/configuration.md").filter(
    ({ words }) => words[1] === "config",
  );

  it("fit the published JSON Schema", () => {
    const schema = JSON.parse(
      readFileSync(path.join(root, "docs/schemas/config.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const yaml = fences.find(({ words }) => words[0] === "yaml");
    expect(yaml).toBeDefined();
    validate(yaml === undefined ? undefined : parse(textOf(yaml)));
    expect(validate.errors).toBeNull();
    validate({ rules: { "image/hotlink": "loud" } });
    expect(validate.errors).not.toBeNull();
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const [hook] = parse(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8"));

  it("names the command of this package", () => {
    const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(Object.keys(manifest.bin)).toContain(hook.entry);
    expect(hook.language).toBe("node");
  });

  it("checks the files it is given, and only those", () => {
    expect(copydesk("good.md").status).toBe(0);
    const { status, stdout } = copydesk("good.md", "bad.md");
    expect(stdout).toContain("bad.md:5:1");
    expect(status).toBe(1);
  });
});
