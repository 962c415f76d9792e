/** Runs a build of copydesk in a folder, as a person does who has no config, and reads its JSON report. */
import { spawnSync } from "node:child_process";
import path from "node:path";

/** What a run prints, and how it ends. */
export function runIn(bin, folder, flags, timeout = 600_000) {
  const options = { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30, timeout };
  return spawnSync(process.execPath, [path.resolve(bin), ...flags], options);
}

/** The report, and how many seconds it took; `failed` says why there is no report. */
export function reportOn(bin, folder, flags = [], timeout = 600_000) {
  const start = performance.now();
  const run = runIn(bin, folder, ["--format", "json", ...flags], timeout);
  const { stdout, stderr, status, signal } = run;
  const seconds = (performance.now() - start) / 1000;
  try {
    return { report: JSON.parse(stdout), seconds };
  } catch {
    return { failed: `${signal ?? `exit ${status}`}: ${stderr.slice(0, 200)}`, seconds };
  }
}

/** The findings of a report with the paths of their files. */
export function findingsOf({ files }) {
  return files.flatMap(({ path: file, findings }) =>
    findings.map((finding) => ({ ...finding, file })),
  );
}

/** Whether a finding is about links, or about an image that is not found. */
export function saysBroken({ rule }) {
  return rule.startsWith("link/") || rule === "image/not-found";
}

/** The rules that judge what references lead to. */
export const TARGETS = [
  "link/anchor",
  "link/broken",
  "link/case",
  "link/redirect",
  "image/not-found",
];

/** Whether a finding is about what a reference leads to. */
export function tellsTarget({ rule }) {
  return TARGETS.includes(rule);
}
