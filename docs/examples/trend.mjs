/**
 * Draws the trend of a site from a folder of JSON reports of copydesk, the oldest first:
 *
 *   node trend.mjs REPORTS                 a line for each report
 *   node trend.mjs REPORTS --by rule       and the rules that have changed most since the first
 *   node trend.mjs REPORTS --svg FILE      a picture of errors and warnings
 *
 * Keep the reports of your main branch: npx copydesk --format json=reports/$(git rev-parse --short HEAD).json
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: "string" }, svg: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: node trend.mjs REPORTS [--by rule|family] [--svg FILE]");
  process.exit(2);
}

const reports = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")))
  .filter(({ version, tool }) => version === 1 && tool?.name === "copydesk")
  .sort((a, b) => a.run.startedAt.localeCompare(b.run.startedAt, "en"));
if (reports.length === 0) {
  console.error(`There is no report of copydesk in ${folder}.`);
  process.exit(1);
}

const WIDTH = 30;
const most = Math.max(...reports.map(({ summary }) => summary.errors + summary.warnings), 1);

for (const { run, summary, gate } of reports) {
  const { errors, warnings, infos, known = 0, files } = summary;
  const bar = "█".repeat(Math.round((errors / most) * WIDTH));
  const rest = "░".repeat(Math.round((warnings / most) * WIDTH));
  const commit = run.git?.commit?.slice(0, 7) ?? "";
  const counts = `${errors} errors, ${warnings} warnings, ${infos} infos, ${known} known`;
  const verdict = gate.passed ? "passed" : "failed";
  console.log(
    `${run.startedAt.slice(0, 10)} ${commit.padEnd(7)} ${verdict} ${bar}${rest} ${counts} in ${files} files`,
  );
}

if (flags.by !== undefined) {
  const key = flags.by === "family" ? "byFamily" : "byRule";
  const total = ({ errors = 0, warnings = 0, infos = 0 } = {}) => errors + warnings + infos;
  const first = reports[0].summary[key];
  const last = reports.at(-1).summary[key];
  const names = [...new Set([...Object.keys(first), ...Object.keys(last)])];
  const changes = names
    .map((name) => ({ name, before: total(first[name]), after: total(last[name]) }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  console.log("");
  for (const { name, before, after } of changes.slice(0, 20)) {
    console.log(
      `${`${after > before ? "+" : ""}${after - before}`.padStart(6)}  ${name} (${before} to ${after})`,
    );
  }
}

if (flags.svg !== undefined) writeFileSync(flags.svg, picture());

/** Two lines over the reports, 640 by 240. */
function picture() {
  const step = 600 / Math.max(1, reports.length - 1);
  const line = (count) =>
    reports
      .map(({ summary }, index) => `${20 + index * step},${220 - (count(summary) / most) * 200}`)
      .join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" role="img">
  <title>Findings from ${reports[0].run.startedAt.slice(0, 10)} to ${reports.at(-1).run.startedAt.slice(0, 10)}</title>
  <polyline fill="none" stroke="#c62828" stroke-width="2" points="${line(({ errors }) => errors)}"/>
  <polyline fill="none" stroke="#ef9a00" stroke-width="2" points="${line(({ warnings }) => warnings)}"/>
  <text x="20" y="14" font-family="sans-serif" font-size="12">errors (red) and warnings, at most ${most}</text>
</svg>
`;
}
