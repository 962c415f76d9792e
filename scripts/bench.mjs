/**
 * Measures copydesk beside other linters and beside the bare parsers, in cold processes, as a table of Markdown:
 *
 *   npm run bench -- [--copies 2000] [--pages 5000] [--rounds 3] [--only A-html,A-md,B,S]
 *
 * The sites: A is copies of the founding article with varied text (HTML, and the same HTML in Markdown files), B pages of
 * real Markdown, varied (those of ../shared/corpus, or the fixtures), S one article. Every command runs once a round in
 * turn; the best round counts, so only the ratios mean something. hyperfine takes the times; the peers are installed into
 * `scripts/bench/peers`. A ratio that misses its goal is marked; the exit code is 0 all the same, since goals are for people
 * to judge: `tests/package/speed.test.ts` is the guard.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { KINDS, writeCopies } from "./bench/copies.mjs";
import { costOfRules } from "./bench/cost-of-rules.mjs";
import { measure } from "./bench/hyperfine.mjs";
import { writePages } from "./bench/pages.mjs";
import {
  htmlPeers,
  installPeers,
  markdownPeers,
  onlyLike,
  versionsOfPeers,
} from "./bench/peers.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values: flags } = parseArgs({
  options: {
    copies: { type: "string", default: "2000" },
    pages: { type: "string", default: "5000" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "A-html,A-md,B,S" },
  },
});
const wanted = flags.only.split(",");
const bin = installPeers(root);
const scratch = mkdtempSync(path.join(os.tmpdir(), "copydesk-bench-"));
const copydesk = `node ${path.join(root, "bin", "copydesk.js")} -f summary`;
/** Nothing is kept from run to run. */
const cold = `${copydesk} --no-cache`;
const bareParse = `node ${path.join(root, "scripts", "bench", "bare-parse.mjs")}`;

/** The runs of a site: `against` names the run of the ratio, `goal` says what the ratio should be. */
function runsOn(site) {
  const folder = path.join(scratch, site);
  if (site === "A-html") return htmlRuns(folder);
  if (site === "A-md" || site === "B") return markdownRuns(folder, site === "B");
  return startRuns(folder);
}

function htmlRuns(cwd) {
  const peers = htmlPeers(bin, cwd);
  const run = (name, command, against, goal) => ({ name, command, cwd, against, goal });
  return [
    run("Biome", peers.biome),
    run("copydesk, all rules", `${cold} source`, "Biome", { atMost: 2 }),
    run("html-validate", peers.htmlValidate, "copydesk, all rules", { atLeast: 3 }),
    run("HTMLHint (builds no tree)", peers.htmlhint, "copydesk, all rules"),
    run("hast-util-from-html alone", `${bareParse} html source`, "Biome"),
    run("Biome, like for like", peers.biomeLike),
    run("copydesk, as Biome", `${cold} ${onlyLike("biome")} source`, "Biome, like for like", {
      atMost: 1.5,
    }),
    run("html-validate, like for like", peers.htmlValidateLike),
    run(
      "copydesk, as html-validate",
      `${cold} ${onlyLike("html-validate")} source`,
      "html-validate, like for like",
    ),
  ];
}

function markdownRuns(cwd, isLarge) {
  const peers = markdownPeers(bin, cwd);
  const run = (name, command, against, goal, prepare) => ({
    name,
    command,
    cwd,
    against,
    goal,
    prepare,
  });
  const cache = path.join(scratch, "cache");
  const warm = `${copydesk} --cache-location ${cache}`;
  const fill = () => execFileSync("sh", ["-c", `${warm} . || true`], { cwd, stdio: "ignore" });
  const fillPeer = () =>
    execFileSync("sh", ["-c", `${peers.rumdlHot} || true`], { cwd, stdio: "ignore" });
  const page = path.join("000", "00007.md");
  return [
    run("rumdl", peers.rumdl),
    run("copydesk, all rules", `${cold} .`, "rumdl", { atMost: 3 }),
    run("markdownlint-cli2", peers.markdownlint, "copydesk, all rules", { atLeast: 3 }),
    run("satteri alone", `${bareParse} satteri .`, "rumdl"),
    run("rumdl, like for like", peers.rumdlLike),
    run("copydesk, as rumdl", `${cold} ${onlyLike("markdown")} .`, "rumdl, like for like", {
      atMost: 1.5,
    }),
    run("markdownlint-cli2, like for like", peers.markdownlintLike, "copydesk, as rumdl"),
    ...(isLarge
      ? [
          run("rumdl, hot cache", peers.rumdlHot, undefined, undefined, fillPeer),
          run(
            "copydesk, warm, nothing changed",
            `${warm} .`,
            "rumdl, hot cache",
            { atMost: 0.5 },
            fill,
          ),
          run(
            "copydesk, warm, one article changed",
            `${warm} .`,
            "copydesk, warm, nothing changed",
            undefined,
            (round) => {
              fill();
              appendFileSync(path.join(cwd, page), `\nThe tide table of day ${round} is out.\n`);
            },
          ),
          run(
            "copydesk, warm, one file of the site",
            `${warm} ${page}`,
            undefined,
            { secondsAtMost: 0.5 },
            fill,
          ),
        ]
      : []),
  ];
}

function startRuns(cwd) {
  const isOldNode = Number(process.versions.node.split(".")[0]) < 22;
  return [
    { name: "node -e 0", command: "node -e 0", cwd },
    {
      name: "copydesk, one article",
      command: `${cold} talks.md`,
      cwd,
      against: "node -e 0",
      goal: { atMost: isOldNode ? 4 : 3 },
    },
  ];
}

function verdict(goal, ratio, seconds) {
  if (goal === undefined) return "";
  const [kind, limit] = Object.entries(goal)[0];
  if (kind === "secondsAtMost") return `${seconds <= limit ? "✓" : "✗"} at most ${limit} s`;
  const isMet = kind === "atMost" ? ratio <= limit : ratio >= limit;
  return `${isMet ? "✓" : "✗"} ${kind === "atMost" ? "at most" : "at least"} ${limit}`;
}

function print(site, runs, times) {
  console.log(`\n### ${site}\n`);
  console.log("| run | wall | CPU | ratio of wall times | goal |");
  console.log("|---|--:|--:|---|---|");
  for (const { name, against, goal } of runs) {
    const { wall, cpu } = times.get(name);
    const ratio = against === undefined ? undefined : wall / times.get(against).wall;
    const told = ratio === undefined ? "" : `${ratio.toFixed(2)} × ${against}`;
    console.log(
      `| ${name} | ${wall.toFixed(2)} s | ${cpu.toFixed(2)} s | ${told} | ${verdict(goal, ratio, wall)} |`,
    );
  }
}

/** Writes the sites: A by kind, B and the one article. */
function writeSites() {
  writeCopies(root, scratch, Number(flags.copies), [
    { ...KINDS[0], name: "A-html" },
    { ...KINDS[1], name: "A-md" },
  ]);
  writePages(root, path.join(scratch, "B"), Number(flags.pages));
  mkdirSync(path.join(scratch, "S"));
  execFileSync("cp", [
    path.join(root, "fixtures/founding-article/source/_posts/talks.md"),
    path.join(scratch, "S"),
  ]);
}

try {
  const [{ model } = {}, { length }] = [os.cpus()[0], os.cpus()];
  console.log(`Node ${process.version}, ${os.type()} ${os.release()}, ${length} × ${model}, `);
  console.log(`${new Date().toISOString().slice(0, 10)}, best of ${flags.rounds} rounds.`);
  const versions = Object.entries(versionsOfPeers(root)).map((entry) => entry.join(" "));
  console.log(`Peers: ${versions.join(", ")}.`);
  writeSites();
  for (const site of wanted) {
    const runs = runsOn(site);
    print(site, runs, measure(runs, Number(flags.rounds), scratch));
  }
  if (wanted.includes("B")) costOfRules(root, path.join(scratch, "B"));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
