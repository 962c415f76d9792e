/**
 * Measures copydesk beside the bare parsers it stands on, in cold processes:
 *
 *   npm run bench -- [--copies 2000] [--runs 5]
 *
 * Copies of the founding article with varied text, and the corpus where ../shared/corpus exists. A ratio
 * is the best of copydesk's runs over the best of the parser's; CPU times hardly depend on what else the machine does.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Bench } from "tinybench";
import { KINDS, writeCopies } from "./bench/copies.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values: flags } = parseArgs({
  options: {
    copies: { type: "string", default: "2000" },
    runs: { type: "string", default: "5" },
  },
});
const copies = Number(flags.copies);
const copydesk = path.join(root, "bin", "copydesk.js");
const cpuTime = pathToFileURL(path.join(root, "scripts", "bench", "cpu-time.mjs")).href;
const bareParse = path.join(root, "scripts", "bench", "bare-parse.mjs");

/** Runs node cold; returns the CPU time it used in milliseconds. */
function node(args, cwd) {
  const { status, error, stderr, output } = spawnSync(
    process.execPath,
    ["--import", cpuTime, ...args],
    { cwd, stdio: ["ignore", "ignore", "pipe", "pipe"], maxBuffer: 1e9 },
  );
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return Number(output[3]);
}

/** Best and median wall time and best CPU time of each command in milliseconds, by name. */
async function measure(commands) {
  const bench = new Bench({
    iterations: Number(flags.runs),
    time: 0,
    warmup: true,
    warmupIterations: 1,
    warmupTime: 0,
    throws: true,
  });
  const cpu = new Map();
  for (const { name, args, cwd } of commands) {
    bench.add(name, () => {
      cpu.set(name, Math.min(cpu.get(name) ?? Number.POSITIVE_INFINITY, node(args, cwd)));
    });
  }
  const tasks = await bench.run();
  return new Map(
    tasks.map(({ name, result: { latency } }) => [
      name,
      { best: latency.min, median: latency.p50, cpu: cpu.get(name) },
    ]),
  );
}

const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(9);

function print(title, results, baseline) {
  console.log(`\n${title}`);
  const base = results.get(baseline);
  for (const [name, { best, median, cpu }] of results) {
    const ratio = `${(best / base.best).toFixed(2)}×`.padStart(7);
    const cpuRatio = `${(cpu / base.cpu).toFixed(2)}×`.padStart(7);
    console.log(
      `  ${name.padEnd(26)} best ${ms(best)}  median ${ms(median)} ${ratio}   CPU ${ms(cpu)} ${cpuRatio}`,
    );
  }
}

/** Times the bare parse: all rules take eight to nine on 2 000 copies; more is a mistake in the making. */
const FLOOR = 12;

const HTML = "hast-util-from-html alone";
const SATTERI = "satteri alone";
const COPYDESK = "copydesk";
/** One processor, and nothing that was found before. */
const COLD = ["--no-cache", "--threads", "1"];

const parsers = (folder) => [
  { name: HTML, args: [bareParse, "html", folder], cwd: root },
  { name: SATTERI, args: [bareParse, "satteri", folder], cwd: root },
];

const scratch = mkdtempSync(path.join(os.tmpdir(), "copydesk-bench-"));
try {
  const { cpus, release, type } = { cpus: os.cpus(), release: os.release(), type: os.type() };
  console.log(`node ${process.version}, ${type} ${release}, ${cpus.length} × ${cpus[0]?.model}`);
  writeCopies(root, scratch, copies);

  for (const { name, extension, isHtml } of KINDS) {
    const folder = path.join(scratch, name);
    const commands = [
      ...parsers(folder).slice(0, extension === "html" ? 1 : 2),
      { name: COPYDESK, args: [copydesk, "source", ...COLD], cwd: folder },
      {
        name: "copydesk --format json",
        args: [copydesk, "source", "--format", "json", ...COLD],
        cwd: folder,
      },
    ];
    const results = await measure(commands);
    print(`${copies} copies of the founding article, ${name}`, results, HTML);
    const ratio = results.get(COPYDESK).best / results.get(HTML).best;
    // To an HTML parser, Markdown is a few lines of text: no measure.
    if (isHtml && ratio > FLOOR) {
      console.error(
        `  over the floor: ${ratio.toFixed(2)} times ${HTML}, at most ${FLOOR} allowed`,
      );
      process.exitCode = 1;
    }
  }

  const corpus = path.join(root, "..", "shared", "corpus");
  if (existsSync(corpus)) {
    const command = { name: COPYDESK, args: [copydesk, ".", ...COLD], cwd: corpus };
    print("The corpus", await measure([...parsers(corpus), command]), HTML);
  }

  const site = path.join(root, "fixtures", "founding-article");
  const one = await measure([
    { name: "node -e 0", args: ["-e", "0"], cwd: site },
    { name: "copydesk --version", args: [copydesk, "--version"], cwd: site },
    { name: COPYDESK, args: [copydesk, "source/_posts/talks.md", ...COLD], cwd: site },
  ]);
  print("One article", one, "node -e 0");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
