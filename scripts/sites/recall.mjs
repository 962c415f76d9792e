/**
 * Says how many of the dead links that `plant.mjs` planted a build of copydesk finds:
 *
 *   node scripts/sites/recall.mjs BIN OUT [LIST]     LIST is OUT.json unless it is named
 *
 * One line for each that is not an error at its place, then the shares. What the report lists as unknown is unknown with
 * its reason; everything else is missed.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { findingsOf, reportOn, tellsTarget } from "./run.mjs";

const [bin, out, list = `${out?.replace(/\/+$/, "")}.json`] = process.argv.slice(2);
if (out === undefined) {
  console.error("Usage: node scripts/sites/recall.mjs BIN OUT [LIST]");
  process.exit(2);
}

const ORDER = ["error", "warning", "info"];
const planted = JSON.parse(readFileSync(list, "utf8"));
const { report, failed } = reportOn(bin, out, ["--show-unknown"]);
if (report === undefined) throw new Error(failed);
const findings = findingsOf(report).filter(tellsTarget);

/** References that could not be judged, with their files. */
const unknown = report.files.flatMap(({ path: file, unknown: references = [] }) =>
  references.map((reference) => ({ ...reference, file })),
);

function outcomeOf({ path: file, lines, target }) {
  const here = (place) => place.some((line) => lines.includes(line));
  const found = findings.filter((one) => one.file === file && here([one.start.line, one.end.line]));
  const severity = ORDER.find((one) => found.some((finding) => finding.severity === one));
  if (severity !== undefined) return severity;
  const doubt = unknown.find(
    (one) => one.file === file && one.url === target && here([one.start.line]),
  );
  return doubt === undefined ? "missed" : `unknown (${doubt.reason})`;
}

const counts = new Map();
for (const one of planted) {
  const outcome = outcomeOf(one);
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (outcome !== "error")
    console.log(
      `${outcome}\t${one.kind}\t${one.path}:${one.line}\t${one.target}\t(was ${one.was})`,
    );
}
const shares = [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(", ");
const share = (100 * (counts.get("error") ?? 0)) / Math.max(1, planted.length);
console.log(`${path.basename(out)}\t${planted.length} planted\t${share.toFixed(0)} %\t${shares}`);
