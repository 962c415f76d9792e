/**
 * Measures copydesk on whole repositories, run without a config from their roots, as a table of Markdown:
 *
 *   node scripts/sites/measure.mjs BIN FOLDER…     BIN is the bin/copydesk.js of a build
 *   node scripts/sites/measure.mjs BIN [--tsv] [--keep REPORTS] FOLDER…
 *
 * A folder needs a `.git`, so that copydesk knows where the repository ends. "Told" counts what a reader of the human
 * report meets: causes that repeat over a site count once. The last line is the median of the sites. `--keep` writes each JSON
 * report into a folder, to be read.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { findingsOf, reportOn, saysBroken } from "./run.mjs";

const HEAD = [
  "repository",
  "recognized",
  "articles",
  "errors",
  "warnings",
  "infos",
  "findings an article",
  "told an article",
  "link errors",
  "unknown",
  "references",
  "seconds",
];

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { tsv: { type: "boolean" }, keep: { type: "string" } },
});
const [bin, ...folders] = positionals;
if (bin === undefined || folders.length === 0) {
  console.error("Usage: node scripts/sites/measure.mjs BIN [--tsv] [--keep REPORTS] FOLDER…");
  process.exit(2);
}

const print = (cells) =>
  console.log(flags.tsv ? cells.join("\t") : `| ${cells.map(String).join(" | ")} |`);

/** How many articles each engine has, the most first. */
function recognized(articles) {
  const counts = new Map();
  for (const { engine } of articles) counts.set(engine, (counts.get(engine) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([engine, count]) => `${engine} ${count}`).join(", ");
}

/** Unknown references: a number, or numbers by reason. */
function unknownOf({ unknown }) {
  if (typeof unknown === "number") return String(unknown);
  const reasons = Object.entries(unknown).filter(([, count]) => typeof count === "number");
  return reasons.map(([reason, count]) => `${reason} ${count}`).join(", ");
}

function measure(report) {
  const articles = report.files.filter(({ format }) => format !== "other");
  const findings = findingsOf(report);
  const folded = findings.filter(({ cause }) => cause === undefined).length;
  const told = folded + (report.causes?.length ?? 0);
  const each = (count) => count / Math.max(1, articles.length);
  const linkErrors = findings.filter((one) => one.severity === "error" && saysBroken(one));
  const { errors, warnings, infos } = report.summary;
  return {
    findings: each(findings.length),
    told: each(told),
    cells: [
      recognized(articles),
      articles.length,
      errors,
      warnings,
      infos,
      each(findings.length).toFixed(2),
      each(told).toFixed(2),
      linkErrors.length,
      unknownOf(report.summary),
      report.summary.references ?? "",
    ],
  };
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

print(HEAD);
if (!flags.tsv) print(HEAD.map((_, column) => (column < 2 ? "---" : "--:")));
const measured = [];
let total = 0;
for (const folder of folders) {
  const { report, failed, seconds } = reportOn(bin, folder);
  total += seconds;
  const name = path.basename(folder);
  if (report === undefined) {
    print([name, failed, ...HEAD.slice(3).map(() => ""), seconds.toFixed(1)]);
    continue;
  }
  if (flags.keep !== undefined) {
    mkdirSync(flags.keep, { recursive: true });
    writeFileSync(path.join(flags.keep, `${name}.json`), JSON.stringify(report));
  }
  const site = measure(report);
  measured.push(site);
  print([name, ...site.cells, seconds.toFixed(1)]);
}
if (measured.length > 0) {
  const middle = (key) => median(measured.map((site) => site[key])).toFixed(2);
  const row = ["median", "", "", "", "", "", middle("findings"), middle("told"), "", "", ""];
  print([...row, total.toFixed(1)]);
}
