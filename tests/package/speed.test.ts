import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCopies } from "../../scripts/bench/copies.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scripts = path.join(root, "scripts", "bench");
const cpuTime = pathToFileURL(path.join(scripts, "cpu-time.mjs")).href;
const COPIES = 300;
/** About twice what it takes now: the guard is for mistakes, the figures come from `npm run bench`. */
const MOST = 15;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "copydesk-speed-"));
  writeCopies(root, folder, COPIES);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The least CPU time of two cold processes, in milliseconds; what else the machine does hardly changes it. */
function cpuOf(...args: string[]): number {
  const times = [1, 2].map(() => {
    const { status, output, stderr } = spawnSync(process.execPath, ["--import", cpuTime, ...args], {
      cwd: path.join(folder, "html"),
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
    expect([0, 1], stderr).toContain(status);
    return Number(output[3]);
  });
  return Math.min(...times);
}

describe("speed", () => {
  it("is no more than a small multiple of the bare parse", { timeout: 120_000 }, () => {
    const bare = cpuOf(path.join(scripts, "bare-parse.mjs"), "html", "source");
    const copydesk = cpuOf(
      path.join(root, "bin", "copydesk.js"),
      "source",
      "--no-cache",
      "--threads",
      "1",
    );
    expect(bare).toBeGreaterThan(0);
    expect(copydesk / bare).toBeLessThan(MOST);
  });
});
