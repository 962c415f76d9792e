/**
 * Compares what copydesk costs with the bare parse, in processor time, against the stored reference:
 *
 *   node scripts/bench/ratios.mjs [--update]
 *
 * A ratio holds on any machine where seconds do not. It depends on the version of Node, so there is a reference for each.
 * `--update` stores what was measured: run it on a quiet machine, once with each version.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeCopies } from "./copies.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "..", "..");
const REFERENCE = path.join(here, "reference.json");
const COPIES = 300;
/** How far above its reference a ratio may be. */
export const ALLOWANCE = 1.15;
/** Noise only adds time, so the least of some rounds is taken; as many as it takes, since another job may be running. */
const LEAST_ROUNDS = 2;
const MOST_ROUNDS = 8;

const copydesk = (...args) => [path.join(root, "bin", "copydesk.js"), "--no-cache", ...args];
const bare = (parser) => [path.join(here, "bare-parse.mjs"), parser, "source"];

/** What is measured: in which copies, what copydesk does, and what it is compared with. */
const WORKLOADS = {
  html: { copies: "html", ours: copydesk("--threads", "1", "source"), bare: bare("html") },
  markdown: {
    copies: "markdown",
    ours: copydesk("--threads", "1", "source"),
    bare: bare("satteri"),
  },
  start: { copies: "html", ours: copydesk("source/_posts/00000.html"), bare: ["-e", "0"] },
};
export const NAMES = Object.keys(WORKLOADS);

/** The stored ratios of this version of Node; undefined where there are none. */
export function references() {
  return JSON.parse(readFileSync(REFERENCE, "utf8"))[majorOf(process.versions.node)];
}

/** Writes the articles to measure; `ratioOf` gives a workload's ratio, at most as many rounds as it takes to get to `enough`. */
export function prepare() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "copydesk-speed-"));
  writeCopies(root, folder, COPIES);
  return {
    ratioOf(name, enough = 0) {
      const { copies, ours, bare } = WORKLOADS[name];
      const cwd = path.join(folder, copies);
      let [dear, cheap] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let round = 0; round < MOST_ROUNDS; round++) {
        if (round >= LEAST_ROUNDS && dear / cheap <= enough) break;
        cheap = Math.min(cheap, cpuOf(cwd, bare));
        dear = Math.min(dear, cpuOf(cwd, ours));
      }
      return dear / cheap;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Processor time of a process, in milliseconds. */
function cpuOf(cwd, args) {
  const clock = pathToFileURL(path.join(here, "cpu-time.mjs")).href;
  const { status, output, stderr } = spawnSync(process.execPath, ["--import", clock, ...args], {
    cwd,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${stderr}`);
  return Number(output[3]);
}

function majorOf(version) {
  return version.split(".")[0];
}

function print() {
  const measured = prepare();
  const known = references() ?? {};
  const found = {};
  for (const name of NAMES) {
    found[name] = Number(measured.ratioOf(name).toFixed(2));
    const change = known[name] === undefined ? "" : ` (${(found[name] / known[name]).toFixed(2)})`;
    console.log(`${name}: ${found[name]}, reference ${known[name] ?? "none"}${change}`);
  }
  measured.remove();
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = print();
  if (process.argv.includes("--update")) {
    const all = JSON.parse(readFileSync(REFERENCE, "utf8"));
    all[majorOf(process.versions.node)] = found;
    writeFileSync(REFERENCE, `${JSON.stringify(all, null, 2)}\n`);
  }
}
