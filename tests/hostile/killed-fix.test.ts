import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { runs } from "../runs.js";

const BIN = fileURLToPath(new URL("../../bin/copydesk.js", import.meta.url));
const ARTICLES = 40;
const KILLS = Math.min(runs(10), 200);
const TEMPORARY = /^\.copydesk-.*\.tmp$/;

const names = Array.from({ length: ARTICLES }, (_, index) => `a${index}.md`);
const bad = (name: string) =>
  `# ${name}\n\n${"Boats leave at four. \n\n".repeat(40)}That is all.\n`;
const good = (name: string) => bad(name).replaceAll(". \n", ".\n");

/** Fixes a folder and kills the command some time after it begins to write; gives how long it wrote, in ms. */
function fixed(folder: string, killAfter: number | undefined): Promise<number> {
  return new Promise((done) => {
    const argv = [BIN, ".", "--fix-only", "--only", "typography/whitespace"];
    const child = spawn(process.execPath, argv, { cwd: folder, stdio: "ignore" });
    let begun: number | undefined;
    const watcher = watch(folder, () => {
      if (begun === undefined && killAfter !== undefined)
        setTimeout(() => child.kill("SIGKILL"), killAfter);
      begun ??= performance.now();
    });
    child.on("exit", () => {
      watcher.close();
      done(performance.now() - (begun ?? performance.now()));
    });
  });
}

const textOf = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");
const left = (folder: string) => readdirSync(folder).filter((name) => TEMPORARY.test(name));

describe.runIf(existsSync(fileURLToPath(new URL("../../dist/cli.js", import.meta.url))))(
  "--fix that is killed",
  () => {
    it("leaves each file whole, and the next run finishes and removes what was left", async () => {
      const original = temporaryProject({
        ".git/HEAD": "",
        ...Object.fromEntries(names.map((name) => [name, bad(name)])),
      });
      const folder = temporaryProject({});
      const begin = () => {
        rmSync(folder, { recursive: true, force: true });
        cpSync(original, folder, { recursive: true });
      };
      begin();
      const whole = await fixed(folder, undefined);
      expect(names.filter((name) => textOf(folder, name) !== good(name))).toEqual([]);
      let interrupted = 0;
      begin();
      for (let kill = 0; kill < KILLS; kill++) {
        await fixed(folder, Math.random() * whole);
        const texts = names.map((name) => [name, textOf(folder, name)] as const);
        const torn = texts.filter(([name, text]) => text !== bad(name) && text !== good(name));
        expect(torn).toEqual([]);
        // A temporary file may be in use while it is fresh; an old one is nobody's.
        for (const name of left(folder)) utimesSync(join(folder, name), 1, 1);
        if (texts.some(([name, text]) => text === bad(name))) interrupted++;
        else begin();
      }
      begin();
      await fixed(folder, whole / 2);
      for (const name of left(folder)) utimesSync(join(folder, name), 1, 1);
      await fixed(folder, undefined);
      const unfinished = names.filter((name) => textOf(folder, name) !== good(name));
      expect([unfinished, left(folder)]).toEqual([[], []]);
      expect(interrupted).toBeGreaterThan(0);
    });
  },
);
