import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";

const BIN = fileURLToPath(new URL("../../bin/copydesk.js", import.meta.url));
const BUILT = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

function copydesk(cwd: string, argv: readonly string[], input = "") {
  return spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, XDG_CACHE_HOME: "/dev/null" },
  });
}

/** Modules that a module loads before it does anything, in bytes. */
function staticWeight(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const imports = text.matchAll(/^(?:(?:import|export)\b[^;"]*?from\s*|import\s*)"(\.[^"]+)"/gm);
  return [...imports].reduce(
    (sum, [, name = ""]) => sum + staticWeight(resolve(dirname(file), name), seen),
    text.length,
  );
}

describe.runIf(existsSync(BUILT))("the command as installed", () => {
  it("ends with the exit code of the run, reports on stdout, notes on stderr", () => {
    const cwd = temporaryProject({ "a.md": "<img src=x>", "b.md": "", ".gitignore": "b.md" });
    const ran = copydesk(cwd, ["a.md", "b.md", "--only", "image/alt-missing"]);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("image/alt-missing");
    expect(ran.stderr).toContain("b.md is ignored");
    expect(copydesk(cwd, ["none.md"]).status).toBe(2);
  });

  it.runIf(existsSync("/dev/full"))("says in one line which stream or folder it cannot use", () => {
    const cwd = temporaryProject({ "a.md": "<img src=x>" });
    const inShell = (command: string) => {
      const ran = spawnSync("sh", ["-c", command, "sh", process.execPath, BIN], {
        cwd,
        encoding: "utf8",
      });
      return { status: ran.status, lines: ran.stderr.split("\n").length - 1 };
    };
    expect(inShell('"$1" "$2" a.md >/dev/full')).toEqual({ status: 2, lines: 1 });
    expect(inShell('"$1" "$2" none.md 2>/dev/full').status).toBe(2);
    expect(inShell('"$1" "$2" a.md >&-')).toEqual({ status: 1, lines: 0 });
    expect(inShell('"$1" "$2" --stdin < .')).toEqual({ status: 2, lines: 1 });
    expect(inShell('mkdir gone; cd gone; rmdir ../gone; "$1" "$2" .')).toEqual({
      status: 2,
      lines: 1,
    });
  });

  it("reads standard input and a TypeScript config", () => {
    const cwd = temporaryProject({
      "copydesk.config.ts": "export default { rules: { 'image/alt-missing': 'info' as const } };",
    });
    const ran = copydesk(
      cwd,
      ["--stdin", "--only", "image/alt-missing", "-f", "json"],
      "<img src=x>",
    );
    expect(JSON.parse(ran.stdout).summary).toMatchObject({ errors: 0, infos: 1 });
    expect(ran.status).toBe(0);
  });

  it("is not troubled by a reader that stops early", () => {
    const cwd = temporaryProject({ "a.md": "<img src=x>\n\n".repeat(5000) });
    const command = `"${process.execPath}" "${BIN}" a.md --only image/alt-missing -f json | head -c 10`;
    const ran = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect([ran.stdout, ran.stderr]).toEqual(['{"version"', ""]);
  });

  it("does not run what cosmiconfig would run to configure itself", () => {
    const cwd = temporaryProject({
      ".config/config.js": "console.log('this was run')",
      "a.md": "",
    });
    for (const argv of [["a.md"], ["a.md", "--no-config-code"]]) {
      const ran = copydesk(cwd, argv);
      expect(ran.stdout).not.toContain("this was run");
      expect([ran.status, ran.stderr]).toEqual([0, ""]);
    }
  });

  it("points into a package.json that is broken where it may hold a config, and else lets it be", () => {
    const broken = copydesk(temporaryProject({ "package.json": '{ "copydesk": }', "a.md": "" }), [
      "a.md",
    ]);
    expect([broken.status, broken.stderr]).toEqual([
      2,
      expect.stringContaining("package.json:1:15  error  This is not valid JSON"),
    ]);
    const other = copydesk(temporaryProject({ "package.json": '{ "name": }', "a.md": "" }), [
      "a.md",
    ]);
    expect([other.status, other.stderr]).toEqual([0, ""]);
  });

  it("gives V8 no setting that breaks patterns it has used before: one start in a hundred crashed", () => {
    const flags = [...readFileSync(BIN, "utf8").matchAll(/"(--[\w-]+(?:=\w+)?)"/g)].map(
      ([, flag = ""]) => flag,
    );
    expect(flags.length).toBeGreaterThan(2);
    const code = `
      const { setFlagsFromString } = require("node:v8");
      const patterns = Array.from({ length: 200 }, (_, at) => new RegExp("x" + at + "(y|z)+w", "g"));
      for (const pattern of patterns) pattern.exec("abc x1yw");
      for (const flag of ${JSON.stringify(flags)}) setFlagsFromString(flag);
      let found = 0;
      for (let length = 30; length < 80; length += 1)
        for (const pattern of patterns) {
          let text = "abc ";
          for (let at = 0; at < length; at += 1) text += "x" + at + "yw ";
          pattern.lastIndex = 0;
          if (pattern.test(text)) found += 1;
        }
      console.log(found);`;
    const ran = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
    expect([ran.signal, ran.stdout]).toEqual([null, "2725\n"]);
  });

  it("loads next to nothing to print its version", () => {
    expect(staticWeight(BUILT)).toBeLessThan(50_000);
  });
});
