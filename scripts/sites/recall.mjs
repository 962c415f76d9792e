/**
 * Says how many of the dead links that `plant.mjs` planted a build of copydesk finds:
 *
 *   node scripts/sites/recall.mjs BIN OUT [LIST]     LIST is OUT.json unless it is named
 *   node scripts/sites/recall.mjs BIN --original FOLDER OUT [LIST]
 *
 * With the folder that OUT is a copy of, it says, too, how many are found of those that were planted in place of a reference that could be judged.
 * One line for each that is not an error at its place, then the shares, over all and by the way it was planted. What the report lists as unknown is unknown with
 * its reason; everything else is missed.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { findingsOf, reportOn, TARGETS, tellsTarget } from "./run.mjs";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { original: { type: "string" } },
});
const [bin, out, list = `${out?.replace(/\/+$/, "")}.json`] = positionals;
if (out === undefined) {
  console.error("Usage: node scripts/sites/recall.mjs BIN OUT [LIST]");
  process.exit(2);
}

const ORDER = ["error", "warning", "info"];
const planted = JSON.parse(readFileSync(list, "utf8"));
function lookAt(folder) {
  const { report, failed } = reportOn(bin, folder, [
    "--show-unknown",
    ...TARGETS.flatMap((rule) => ["--only", rule]),
  ]);
  if (report === undefined) throw new Error(failed);
  return report;
}

/** References that could not be judged, with their files. */
const unknownOf = ({ files }) =>
  files.flatMap(({ path: file, unknown: references = [] }) =>
    references.map((reference) => ({ ...reference, file })),
  );

const report = lookAt(out);
const findings = findingsOf(report).filter(tellsTarget);
const unknown = unknownOf(report);
const unknownBefore = flags.original === undefined ? [] : unknownOf(lookAt(flags.original));

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

const judged = planted.map((one) => ({ ...one, outcome: outcomeOf(one) }));
for (const { outcome, kind, how = "slip", ...one } of judged)
  if (outcome !== "error")
    console.log(
      `${outcome}\t${how}\t${kind}\t${one.path}:${one.line}\t${one.target}\t(was ${one.was})`,
    );

function shareOf(some) {
  const errors = some.filter(({ outcome }) => outcome === "error").length;
  return `${((100 * errors) / Math.max(1, some.length)).toFixed(0)} %`;
}

const couldBeJudged = ({ path: file, line, was }) =>
  !unknownBefore.some((one) => one.file === file && one.start.line === line && one.url === was);
const fair = judged.filter(couldBeJudged);
const told = fair.filter(({ outcome }) => ORDER.includes(outcome)).length;
const byOriginal =
  flags.original === undefined
    ? ""
    : `\t${shareOf(fair)} of ${fair.length} that could be judged before, ${told} told`;
const hows = [...new Set(judged.map(({ how }) => how ?? "slip"))].sort();
const byHow = hows.map((how) => {
  const some = judged.filter((one) => (one.how ?? "slip") === how);
  return `${how} ${shareOf(some)} of ${some.length}`;
});
const outcomes = judged.map(({ outcome }) => outcome);
const counts = [...new Set(outcomes)]
  .map((outcome) => `${outcome} ${outcomes.filter((one) => one === outcome).length}`)
  .join(", ");
console.log(
  `${path.basename(out)}\t${planted.length} planted\t${shareOf(judged)}\t${byHow.join(", ")}\t${counts}${byOriginal}`,
);
