import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintText } from "../../src/index.js";
import { temporaryProject } from "../run/temporary-project.js";

const script = new URL("../../docs/examples/trend.mjs", import.meta.url).pathname;
const DAY = 86_400_000;

async function reportsIn(cwd: string): Promise<string> {
  const folder = join(cwd, "reports");
  mkdirSync(folder);
  for (const [index, text] of ["![](a.png)\n\n![](b.png)\n", "![](a.png)\n", "Fine.\n"].entries()) {
    const now = Date.UTC(2026, 0, 1) + index * DAY;
    const report = await lintText(text, { cwd, path: "a.md", only: ["image/not-found"], now });
    // Names do not tell the order.
    writeFileSync(join(folder, `${9 - index}.json`), JSON.stringify(report));
  }
  writeFileSync(join(folder, "other.json"), `{"version":1}`);
  return folder;
}

describe("docs/examples/trend.mjs", () => {
  it("prints reports from the oldest on, and what has changed by rule", async () => {
    const folder = await reportsIn(temporaryProject({ ".git/HEAD": "" }));
    const printed = execFileSync(process.execPath, [script, folder, "--by", "rule"], {
      encoding: "utf8",
    });
    const lines = printed.trimEnd().split("\n");
    expect(lines.map((line) => line.slice(0, 10))).toEqual([
      "2026-01-01",
      "2026-01-02",
      "2026-01-03",
      "",
      "    -2  im",
    ]);
    expect(lines[0]).toContain("failed");
    expect(lines[2]).toContain("passed");
    expect(lines[4]).toBe("    -2  image/not-found (2 to 0)");
  });

  it("draws a picture", async () => {
    const cwd = temporaryProject({ ".git/HEAD": "" });
    const svg = join(cwd, "trend.svg");
    execFileSync(process.execPath, [script, await reportsIn(cwd), "--svg", svg]);
    expect(readFileSync(svg, "utf8").match(/<polyline/g)).toHaveLength(2);
  });

  it("says so where there are no reports", () => {
    const { status, stderr } = spawnSync(process.execPath, [script, temporaryProject({})], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("There is no report")]);
  });
});
