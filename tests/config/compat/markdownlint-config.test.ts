import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownlintRules } from "../../../src/config/compat/markdownlint.js";
import { createMarkdownlintConfigs } from "../../../src/config/compat/markdownlint-config.js";
import { runIn } from "../../cli/run-in-memory.js";
import { type ProjectTree, temporaryProject } from "../../run/temporary-project.js";

const HONOURED = { ".git/HEAD": "", "copydesk.config.yaml": "compat: { markdownlint: true }\n" };

/** The rules of ours that these files switch off for a folder. */
function offIn(tree: ProjectTree, folder = ""): readonly string[] | undefined {
  const root = temporaryProject({ "docs/deep/": "", ...tree });
  return createMarkdownlintConfigs(root)(join(root, folder))?.off;
}

describe("a config of markdownlint", () => {
  it.each([
    [".markdownlint.json", '{ "MD033": false }'],
    [".markdownlint.jsonc", '{ // why\n "no-inline-html": false, }'],
    [".markdownlint.yaml", "md033: false\n"],
    [".markdownlint.yml", "default: true\nMD033: { enabled: false }\n"],
    [".markdownlint-cli2.jsonc", '{ "config": { "html": false }, "globs": ["*.md"] }'],
    [".markdownlint-cli2.yaml", "config:\n  MD033: false\n"],
  ])("switches the rules off that find the same: %s", (name, text) => {
    expect(offIn({ [name]: text })).toEqual([
      "html/in-markdown",
      "html/inline-style",
      "html/obsolete",
      "html/wrapper",
    ]);
  });

  it("leaves a rule on of which it switches only a part off", () => {
    expect(offIn({ ".markdownlint.json": '{ "MD012": false }' })).toEqual([]);
    expect(offIn({ ".markdownlint.yaml": "whitespace: false\nMD047: false\n" })).toContain(
      "typography/whitespace",
    );
  });

  it("switches rules on again, one after another, and all with default", () => {
    expect(
      offIn({ ".markdownlint.yaml": "html: false\nMD033: { allowed_elements: [b] }\n" }),
    ).toEqual([]);
    const off = offIn({ ".markdownlint.yaml": "default: false\nMD045: true\n" });
    expect(off).toContain("link/empty");
    expect(off).not.toContain("image/alt-missing");
  });

  it("is that of the nearest folder, and brings along what it extends", () => {
    const tree = {
      ".markdownlint.json": '{ "MD045": false }',
      "docs/.markdownlint.json": '{ "extends": "../base.yaml", "MD042": true }',
      "base.yaml": "MD042: false\nMD051: false\n",
    };
    expect(offIn(tree)).toEqual(["image/alt-missing"]);
    expect(offIn(tree, "docs/deep")).toEqual(["link/anchor"]);
  });

  it("extends no code, nothing outside of the project, and itself but a few times", () => {
    const extending = (other: string) =>
      offIn({ ".markdownlint.json": `{ "extends": "${other}" }` });
    const outside = temporaryProject({ "base.json": '{ "MD045": false }' });
    expect(extending(join(outside, "base.json"))).toEqual([]);
    expect(extending("./base.cjs")).toEqual([]);
    expect(extending("./.markdownlint.json")).toEqual([]);
  });

  it("is read as markdownlint reads it, whatever its keys are", () => {
    const names = [...markdownlintRules().byName.keys()];
    const config = fc.dictionary(
      fc.constantFrom(...names, "default", "no such rule"),
      fc.oneof(fc.boolean(), fc.constant({ enabled: false }), fc.constant({ level: 2 })),
      { maxKeys: 6 },
    );
    const { byName, ours } = markdownlintRules();
    fc.assert(
      fc.property(config, (settings) => {
        const isOn = (id: string): boolean => {
          const { default: usual = true, ...rest } = settings;
          const said = Object.entries(rest).filter(([name]) => byName.get(name)?.has(id));
          const [, last] = said.at(-1) ?? ["", typeof usual === "boolean" ? usual : true];
          return typeof last === "boolean" ? last : !("enabled" in last) || last.enabled !== false;
        };
        const on = new Set([...ours].flatMap(([id, rules]) => (isOn(id) ? rules : [])));
        const off = offIn({ ".markdownlint.json": JSON.stringify(settings) });
        expect(off?.filter((rule) => on.has(rule))).toEqual([]);
        expect(new Set([...on, ...(off ?? [])])).toEqual(new Set([...ours.values()].flat()));
      }),
      { numRuns: 30 },
    );
  });
});

describe("compat.markdownlint with such a config", () => {
  const ARTICLE = "# A\n\nA [word]().\n";
  const found = async (tree: ProjectTree, ...argv: readonly string[]) => {
    const cwd = temporaryProject({ ...HONOURED, "a.md": ARTICLE, ...tree });
    const { stdout } = await runIn(cwd, [".", "-f", "concise", ...argv]);
    return stdout.includes("link/empty");
  };
  const OFF = { ".markdownlint.json": '{ "MD042": false }' };

  it("does not report what is off there, only where it is honoured", async () => {
    expect(await found({})).toBe(true);
    expect(await found(OFF)).toBe(false);
    expect(await found({ ...OFF, "copydesk.config.yaml": "{}\n" })).toBe(true);
  });

  it("says less than our own config, and than the command line", async () => {
    const own = "compat: { markdownlint: true }\nrules: { link/empty: warn }\n";
    expect(await found({ ...OFF, "copydesk.config.yaml": own })).toBe(true);
    expect(await found(OFF, "--rule", "link/empty:warn")).toBe(true);
    const strict = "extends: strict\ncompat: { markdownlint: true }\n";
    expect(await found({ ...OFF, "copydesk.config.yaml": strict })).toBe(false);
  });

  it("is shown by --print-config", async () => {
    const cwd = temporaryProject({ ...HONOURED, ...OFF, "a.md": ARTICLE });
    const { stdout } = await runIn(cwd, ["--print-config", "a.md"]);
    expect(stdout).toMatch(/^rules\["link\/empty"\] +\.markdownlint\.json +"off"$/m);
  });

  it.each([
    ['{ "MD042": ', "This is not valid JSON"],
    ["[]", "This config of markdownlint is no object."],
  ])("stops the run where it cannot be read: %s", async (text, told) => {
    const cwd = temporaryProject({ ...HONOURED, ".markdownlint.json": text, "a.md": ARTICLE });
    const { code, stderr } = await runIn(cwd, ["."]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
    expect(stderr).toContain(".markdownlint.json");
  });

  it("is that of the revision that settings come from, and the change is told", async () => {
    const cwd = temporaryProject({
      "copydesk.config.yaml": HONOURED["copydesk.config.yaml"],
      "a.md": "# A\n",
    });
    const git = (...argv: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...argv], { cwd });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "a");
    writeFileSync(join(cwd, "a.md"), ARTICLE);
    writeFileSync(join(cwd, ".markdownlint.json"), OFF[".markdownlint.json"]);
    const by = async (...argv: readonly string[]) =>
      (await runIn(cwd, ["--dirty", "-f", "concise", ...argv])).stdout;
    expect(await by("--config-from", "HEAD")).toContain("link/empty");
    expect(await by()).not.toContain(" link/empty ");
    const { stdout } = await runIn(cwd, ["--dirty", "-f", "json"]);
    expect(JSON.parse(stdout).change.silenced).toMatchObject([
      { kind: "rule", rule: "link/empty" },
    ]);
  });
});
