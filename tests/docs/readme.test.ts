import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { plainEnvironment, root } from "../package/sandbox.js";
import { fencesOf, textOf } from "./fences.js";

const copydesk = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, "bin/copydesk.js"), ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...plainEnvironment(), COLUMNS: "80" },
  });

describe("README.md", () => {
  const fences = fencesOf("README.md");

  it("shows what its first command prints", () => {
    const command = fences.map(textOf).find((text) => text.includes("bin/copydesk.js")) ?? "";
    const args = /bin\/copydesk\.js (.*)/.exec(command)?.[1]?.split(" ") ?? [];
    const sample = fences.find(({ words }) => words[1] === "sample");
    const { status, stdout, stderr } = copydesk(...args);
    expect(stderr).toBe("");
    expect(status).toBe(1);
    const excerpts = (sample?.lines.join("\n") ?? "").split("\n\n…\n\n");
    expect(excerpts.length).toBeGreaterThan(2);
    const printed = stdout.replace(/\d+\.\d s$/m, "0.5 s");
    for (const excerpt of excerpts) expect(printed).toContain(`${excerpt}\n`);
  });

  it("names options and commands that exist", () => {
    const commands = [["--help"], ["init", "--help"], ["infer", "--help"], ["routes", "--help"]];
    const help = commands.map((command) => copydesk(...command).stdout).join("");
    const used =
      readFileSync(path.join(root, "README.md"), "utf8").match(/(?<=[\s`])--[a-z-]+/g) ?? [];
    const ours = new Set(used.filter((option) => option !== "--save-dev"));
    expect([...ours].filter((option) => option !== "--help" && !help.includes(option))).toEqual([]);
    expect(help).toMatch(/explain/);
    expect(help).toMatch(/rules/);
  });
});

describe("the project's own pages", () => {
  it.each([
    [
      "the project and docs",
      ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs"],
      [],
    ],
    // Rule pages speak of bad text, so of them only the frame is judged. `rules` alone is a command.
    ["rule pages", ["./rules"], ["--only", "link/broken,link/anchor,heading/order,html/*,image/*"]],
  ])("are clean in copydesk's eyes: %s", (_what, pages, flags) => {
    const args = [...pages, ...flags, "--format", "json", "--rule", "seo/*:off"];
    const { status, stdout } = copydesk(...args);
    const { files, notChecked } = JSON.parse(stdout);
    const findings = files.flatMap((file: { path: string; findings: readonly Finding[] }) =>
      file.findings.map(
        ({ rule, start, message }) => `${file.path}:${start.line} ${rule} ${message}`,
      ),
    );
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([]);
    expect(files.length).toBeGreaterThan(2);
    expect(status).toBe(0);
  });
});

interface Finding {
  readonly rule: string;
  readonly start: { readonly line: number };
  readonly message: string;
}
