import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { ENGINE_OF } from "./corpus.js";
import moreEngines from "./more-engines.json" with { type: "json" };

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const SCRIPT = path("scripts/sites/repair.mjs");
const BIN = path("bin/copydesk.js");

/** Tables of the sites of two selections, with their engines. */
const ENGINES = "tests/corpus/engines.json";
const MORE_ENGINES = "tests/corpus/more-engines.json";

/** Sites that are tried each time; with `ALL_FIXES=1` all are. */
const SAMPLE = [["hexojs-site", "corpus", ENGINES]] as const;
const ALL = [
  ...[...ENGINE_OF.keys()].map((site) => [site, "corpus", ENGINES] as const),
  ...Object.keys(moreEngines).map((site) => [site, "corpus-more", MORE_ENGINES] as const),
];
const sites = (process.env.ALL_FIXES === "1" ? ALL : SAMPLE).filter(([site, folder]) =>
  existsSync(path(`../shared/${folder}/${site}`)),
);

function prove(bin: string, ...argv: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, bin, ...argv], {
    encoding: "utf8",
    timeout: 1_000_000,
  });
  return { stdout, stderr, status };
}

describe.runIf(existsSync(path("dist/cli.js")))("scripts/sites/repair.mjs", () => {
  it.each(sites)(
    "finds no harm in what --fix makes of %s",
    (site, folder, engines) => {
      const { stdout, status } = prove(
        BIN,
        "--engines",
        path(engines),
        path(`../shared/${folder}/${site}`),
      );
      expect([status, stdout.match(/^- .*/gm)]).toEqual([0, null]);
      expect(stdout).toMatch(
        new RegExp(`^\\| ${site} \\| \\d+ \\| \\d+ \\| \\d+ \\| 0 \\| 0 \\|$`, "m"),
      );
    },
    1_000_000,
  );

  it("tells what a command does that it was not asked for", () => {
    const text = "---\ntitle: A boat\ntags: [a, b]\n---\n\nBoats leave   \n\nat *four*.\n";
    const folder = temporaryProject({ "site/a.md": text, "site/b.md": text, "bin.mjs": "" });
    // Does what the real one does, and more.
    const bin = join(folder, "bin.mjs");
    writeFileSync(
      bin,
      `import { spawnSync } from "node:child_process";
      import { readFileSync, writeFileSync } from "node:fs";
      const argv = process.argv.slice(2);
      const { stdout, stderr, status } = spawnSync(process.execPath, [${JSON.stringify(BIN)}, ...argv]);
      process.stdout.write(stdout);
      process.stderr.write(stderr);
      if (argv.includes("--fix-only")) {
        writeFileSync("a.md", readFileSync("a.md", "utf8").replace("four", "five").replace("b]", "c]"));
        writeFileSync("notes.txt", "Mine");
      }
      process.exitCode = status;`,
    );
    const { stdout, status } = prove(bin, join(folder, "site"));
    expect(status).toBe(1);
    expect(stdout.match(/^- .*/gm)).toEqual([
      "- site: notes.txt is no article and changes",
      '- site: a.md: lost words near line 8: "four"',
      '- site: a.md: new words near line 8: "five"',
      "- site: a.md: the value of tags changes in the front matter",
    ]);
    expect(readFileSync(join(folder, "site/a.md"), "utf8")).toBe(text);
  });
});
