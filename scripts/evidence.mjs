/**
 * How loud each rule is on real sites, under `recommended`: findings per article, as a table of Markdown.
 *
 *   node scripts/evidence.mjs FOLDER                     a folder for each site
 *   node scripts/evidence.mjs FOLDER --show RULE[,RULE…]  besides, findings of these rules to read, spread over the site
 *
 * Needs a build. Sites are named in tests/corpus/engines.json, with their engines; others are left out. A rule over
 * LIMIT findings per article on a well-kept site is marked: it has to be right, grouped or lowered.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const LIMIT = 0.3;
const WELL_KEPT = ["18f-site", "electron-website", "hexojs-site", "nodejs-org"];
const MARK = "(!)";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const engines = JSON.parse(readFileSync(path.join(root, "tests/corpus/engines.json"), "utf8"));
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string" }, samples: { type: "string", default: "10" } },
});
const [corpus] = positionals;
if (corpus === undefined) {
  console.error("Usage: node scripts/evidence.mjs FOLDER [--show RULE] [--samples 10]");
  process.exit(2);
}

/** The JSON report on one site, as a person who names only the engine gets it. */
function reportOn(site, engine) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "copydesk-evidence-"));
  try {
    const config = path.join(folder, "copydesk.config.json");
    writeFileSync(config, JSON.stringify({ engine, extends: "recommended" }));
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.join(root, "bin/copydesk.js"), ".", "--no-ignore", "--config", config, "-f", "json"],
      { cwd: site, encoding: "utf8", maxBuffer: 1e9 },
    );
    if (status !== 0 && status !== 1) throw new Error(`${site}: exit ${status}\n${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Findings per article by rule. */
function rates({ files }) {
  const counts = new Map();
  for (const { rule } of files.flatMap(({ findings }) => findings))
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return new Map([...counts].map(([rule, count]) => [rule, count / files.length]));
}

const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const names = Object.keys(engines).filter((name) => existsSync(path.join(corpus, name)));
const sites = names.map((name) => {
  const report = reportOn(path.resolve(corpus, name), engines[name]);
  return { name, report, rates: rates(report) };
});
const rules = [...new Set(sites.flatMap((site) => [...site.rates.keys()]))].sort();
const isLoud = (site, rule) => WELL_KEPT.includes(site.name) && (site.rates.get(rule) ?? 0) > LIMIT;
const cell = (site, rule) => {
  const rate = site.rates.get(rule);
  if (rate === undefined) return "";
  return isLoud(site, rule) ? `${rate.toFixed(2)} ${MARK}` : rate.toFixed(2);
};

console.log("# Findings per article under `recommended`\n");
console.log(
  table(
    ["rule", ...sites.map(({ name }) => name)],
    [
      ["articles", ...sites.map(({ report }) => report.files.length)],
      ...rules.map((rule) => [rule, ...sites.map((site) => cell(site, rule))]),
      [
        "all",
        ...sites.map((site) =>
          [...site.rates.values()].reduce((sum, rate) => sum + rate, 0).toFixed(2),
        ),
      ],
    ],
  ),
);
const loud = rules.flatMap((rule) =>
  sites.filter((site) => isLoud(site, rule)).map((site) => ({ rule, site })),
);
console.log(`\n## Over ${LIMIT} on a well-kept site\n`);
console.log(
  loud.length === 0
    ? "None."
    : loud.map(({ rule, site }) => `- ${rule} on ${site.name}: ${cell(site, rule)}`).join("\n"),
);

for (const rule of flags.show?.split(",") ?? []) {
  for (const site of sites.filter((one) => one.rates.has(rule))) {
    const found = site.report.files.flatMap((file) =>
      file.findings.filter((one) => one.rule === rule).map((finding) => ({ file, finding })),
    );
    const step = Math.max(1, Math.floor(found.length / Number(flags.samples)));
    console.log(`\n## ${rule} on ${site.name}: ${found.length}\n`);
    for (const { file, finding } of found.filter((_, index) => index % step === 0)) {
      const { start, end, severity, message, related = [] } = finding;
      const text = readFileSync(path.join(corpus, site.name, file.path), "utf8");
      const slice = JSON.stringify(
        text.slice(start.offset, Math.min(end.offset, start.offset + 80)),
      );
      const places = related.length > 0 ? ` (+${related.length})` : "";
      console.log(
        `- ${file.path}:${start.line}:${start.column} ${severity}${places} ${slice} ${message}`,
      );
    }
  }
}
