/**
 * Measures how copydesk copes with large sites:
 *
 *   npm run scale -- [--articles 20000] [--engine none|hexo] [--heap 500] [--keep FOLDER]
 *   npm run scale -- --sketches 100000
 *
 * The first writes a site of varied articles with links between them into a temporary folder and checks it with the
 * command itself: memory, and the parts of the run. Where there is room, Node takes more memory than is needed; `--heap`
 * allows so many MB of it, and the run fails if they do not do. The second searches that many sketches for near duplicates.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { measureSketches } from "./scale/sketches.mjs";
import { ENGINES, writeSite } from "./scale/write-site.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values: flags } = parseArgs({
  options: {
    articles: { type: "string", default: "20000" },
    engine: { type: "string", default: "none" },
    heap: { type: "string" },
    keep: { type: "string" },
    sketches: { type: "string" },
  },
});

if (flags.sketches !== undefined) await measureSketches(root, Number(flags.sketches));
else measureSite();

function measureSite() {
  if (!ENGINES.includes(flags.engine)) throw new Error(`--engine is one of ${ENGINES.join(", ")}.`);
  const folder = flags.keep ?? mkdtempSync(path.join(os.tmpdir(), "copydesk-scale-"));
  try {
    writeSite(folder, Number(flags.articles), flags.engine);
    const report = path.join(folder, "report.json");
    const peak = check(folder, report);
    print(JSON.parse(readFileSync(report, "utf8")), peak);
  } finally {
    if (flags.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks the site in a process of its own; returns the most memory it held, in MB. */
function check(folder, report) {
  const memory = pathToFileURL(path.join(root, "scripts", "scale", "peak-memory.mjs")).href;
  const copydesk = path.join(root, "bin", "copydesk.js");
  const limit = flags.heap === undefined ? [] : [`--max-old-space-size=${flags.heap}`];
  const { status, stderr, error, output } = spawnSync(
    process.execPath,
    [...limit, "--import", memory, copydesk, ".", "--stats", "-f", "json"],
    { cwd: folder, stdio: ["ignore", openSync(report, "w"), "pipe", "pipe"], maxBuffer: 1e9 },
  );
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}\n${stderr}`);
  return Number(output[3]);
}

function print({ run, summary }, peak) {
  const { totalMs, filesPerSecond, phases, rules } = run.stats;
  const siteMs = rules.reduce((sum, { siteMs: ms }) => sum + ms, 0);
  const index = phases.find(({ name }) => name === "site index")?.ms ?? 0;
  const share = (ms) => `${((100 * ms) / totalMs).toFixed(1)} %`;
  console.log(
    `${summary.files} articles in ${(totalMs / 1000).toFixed(1)} s (${Math.round(filesPerSecond)}/s), at most ${Math.round(peak)} MB`,
  );
  console.log(
    `barrier and reduce: ${share(index + siteMs)} (site index ${share(index)}, site rules ${share(siteMs)})`,
  );
  for (const { name, ms } of phases) console.log(`  ${name.padEnd(24)} ${share(ms)}`);
  console.log("site rules, and what they cost in the articles:");
  const bySite = rules.filter(({ siteMs: ms }) => ms > 0).sort((a, b) => b.siteMs - a.siteMs);
  for (const { rule, siteMs: ms, checkMs } of bySite) {
    const found = summary.byRule[rule];
    const count = found === undefined ? 0 : found.errors + found.warnings + found.infos;
    console.log(
      `  ${rule.padEnd(24)} ${share(ms).padStart(7)} ${share(checkMs).padStart(7)}   ${count} findings`,
    );
  }
}
