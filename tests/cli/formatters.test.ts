import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { formatInThread } from "../../src/cli/formatters/format-in-thread.js";
import { lintFiles } from "../../src/run/api.js";
import { fencesOf, textOf } from "../docs/fences.js";
import { root } from "../package/sandbox.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const bin = path.join(root, "bin/copydesk.js");
const ARTICLE = { ".git/HEAD": "ref: refs/heads/main\n", "posts/a.md": "# A\n\n![](a.png)\n" };
const ONLY = ["posts", "--only", "image/alt-missing"];

/** Runs the built command, since threads run what is built. */
function copydesk(cwd: string, ...argv: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: cwd };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...ONLY, "--no-cache", ...argv],
    { cwd, encoding: "utf8", env },
  );
  return { status, stdout, stderr };
}

const fences = fencesOf("docs/guide/formats.md");
const example = fences.findIndex(({ words }) => words.includes("formatter=desk-format.mjs"));
const shown = fences.slice(example, example + 2).map(textOf);

describe("a formatter of one's own", () => {
  it("prints what the page about formats shows", () => {
    const cwd = temporaryProject({ ...ARTICLE, "desk-format.mjs": shown[0] ?? "" });
    const { status, stdout, stderr } = copydesk(cwd, "-f", "./desk-format.mjs");
    expect([status, stdout, stderr]).toEqual([0, shown[1], ""]);
  });

  it("writes a file, and takes the place of an older report of its own alone", () => {
    const cwd = temporaryProject({
      ...ARTICLE,
      "desk-format.mjs": shown[0] ?? "",
      "other.csv": "a,b\n",
    });
    const to = (file: string) => copydesk(cwd, "-f", `./desk-format.mjs=${file}`).status;
    expect([to("desk.csv"), to("desk.csv")]).toEqual([0, 0]);
    expect(readFileSync(path.join(cwd, "desk.csv"), "utf8")).toBe(shown[1]);
    expect(to("other.csv")).toBe(2);
    expect(readFileSync(path.join(cwd, "other.csv"), "utf8")).toBe("a,b\n");
  });

  it("comes from a package, in TypeScript, or from the config of the root", () => {
    const cwd = temporaryProject({
      ...ARTICLE,
      "node_modules/copydesk-formatter-x/package.json": '{"exports":"./x.mjs"}',
      "node_modules/copydesk-formatter-x/x.mjs": 'export default { format: () => "package" };',
      "typed.ts": "export default { format: async (): Promise<string> => 'typed' };",
      "copydesk.config.yaml": "reports: [{ format: ./typed.ts, to: out/typed.txt }]\n",
    });
    const { status, stdout } = copydesk(cwd, "-f", "copydesk-formatter-x");
    expect([status, stdout]).toEqual([0, "package\n"]);
    expect(readFileSync(path.join(cwd, "out/typed.txt"), "utf8")).toMatch(
      /^typed\nWritten by copydesk \S+\n$/,
    );
  });

  it("prints nothing but its report to standard output", () => {
    const code = 'console.log("on the way"); export default { format: () => "" };';
    const { stdout, stderr } = copydesk(
      temporaryProject({ ...ARTICLE, "f.mjs": code }),
      "-f",
      "./f.mjs",
    );
    expect([stdout, stderr]).toEqual(["", "on the way\n"]);
  });

  it.each([
    ["has no default export", "export const format = () => '';"],
    ["exports by default what defineFormatter does not return", "export default { format: 1 };"],
    ["exports by default what defineFormatter does not return", "export default null;"],
    ["returns no string but nothing", "export default { format: () => {} };"],
    ["returns no string but a list", "export default { format: () => [] };"],
    ["has thrown an error: no", "export default { format() { throw new Error('no\\nmore'); } };"],
    ["has ended without a report", "export default { format: () => process.exit(0) };"],
    [
      "returns a report that does not begin with its mark",
      'export default { format: () => "b", mark: { beginning: "a" } };',
    ],
    ["cannot be loaded: ", "this is no module"],
  ])("ends the run in one line, before anything is written: %s", (reason, code) => {
    const cwd = temporaryProject({ ...ARTICLE, "f.mjs": code });
    const { status, stdout, stderr } = copydesk(cwd, "-f", "./f.mjs", "-f", "json=desk.json");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n")[0]).toContain(`copydesk: The formatter ./f.mjs ${reason}`);
    expect(existsSync(path.join(cwd, "desk.json"))).toBe(false);
  });

  it.each([
    ["when it runs", "export default { format() { for (;;); } };"],
    ["when it is loaded", "for (;;);"],
    ["in a promise", "export default { format: () => new Promise(() => setInterval(() => {})) };"],
  ])("is ended when it never ends: %s", async (_when, code) => {
    const cwd = temporaryProject({ ...ARTICLE, "f.mjs": code });
    const report = await lintFiles(["posts"], { cwd });
    const context = { color: false, width: 80, sourceOf: () => undefined };
    const own = { name: "./f.mjs", file: path.join(cwd, "f.mjs") };
    const module = pathToFileURL(path.join(root, "dist/formatter-worker.js"));
    await expect(
      formatInThread(own, report, context, { module, patience: 1_500, note: () => {} }),
    ).rejects.toThrow("The formatter ./f.mjs has not ended after 2 seconds.");
  });
});

describe("the name of a formatter", () => {
  const MODULE = "export default { format: () => '' };";
  it.each([
    [["-f", "./f.mjs", "--no-config-code"], "./f.mjs is code, and --no-config-code refuses code."],
    [["-f", "./gone.mjs"], "./gone.mjs does not exist."],
    [["-f", "./posts"], "./posts is no module."],
    [["-f", "./posts/a.md=a.txt"], "./posts/a.md is no module."],
    [["-f", "copydesk-formatter-y"], '"copydesk-formatter-y" is not installed.'],
  ])("is told before the work where it cannot be: %j", async (argv, told) => {
    const cwd = temporaryProject({ ...ARTICLE, "f.mjs": MODULE });
    const { code, stdout, stderr } = await runIn(cwd, [...ONLY, ...argv]);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([
      2,
      "",
      `copydesk: The formatter ${told}`,
    ]);
  });

  it("is refused in configs: with --no-config-code, outside of the project, and below the root", async () => {
    const asks = (format: string) => `reports: [{ format: ${format}, to: a.txt }]\n`;
    const told = async (tree: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
      const { code, stderr } = await runIn(temporaryProject({ ...ARTICLE, ...tree }), [
        ...ONLY,
        ...argv,
      ]);
      return [code, stderr];
    };
    const root = { "copydesk.config.yaml": asks("./f.mjs"), "f.mjs": MODULE };
    expect(await told(root, "--no-config-code")).toEqual([
      2,
      expect.stringContaining("./f.mjs is code, and --no-config-code refuses code."),
    ]);
    expect(await told({ "copydesk.config.yaml": asks(bin) })).toEqual([
      2,
      expect.stringContaining(`The formatter ${bin} is outside the project.`),
    ]);
    expect(await told({ "posts/.copydeskrc": asks("./f.mjs"), "posts/f.mjs": MODULE })).toEqual([
      2,
      expect.stringContaining("Only the config in the project root can ask for reports."),
    ]);
  });

  it("is not run with the settings of a revision that has it otherwise", async () => {
    const cwd = temporaryProject({
      "posts/a.md": "# A\n",
      "f.mjs": MODULE,
      "copydesk.config.yaml": "reports: [{ format: ./f.mjs, to: a.txt }]\n",
    });
    const git = (...argv: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...argv], { cwd });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "a");
    const config = readFileSync(path.join(cwd, "f.mjs"), "utf8");
    writeFileSync(path.join(cwd, "f.mjs"), `${config}\n// changed`);
    const { code, stderr } = await runIn(cwd, [...ONLY, "--config-from", "HEAD"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("does not have it as the disk does"),
    ]);
  });
});
