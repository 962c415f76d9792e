import type { Format } from "./format.js";
import type { Report, ReportFile } from "./model.js";
import { safeJson, safeJsonParts } from "./safe-json.js";

/** The report as JSON, on one line. */
export const formatJson: Format = (report) => [...safeJsonParts(report)].join("");

/** The report as JSON with a member on each line, for people who read it. */
export const formatPrettyJson: Format = (report) => safeJson(report, 2);

/**
 * The report as lines of JSON, so that a program can read a large one line by line: one object with everything but the
 * files (`type: "run"`), one for each file (`type: "file"`), and one for each of its findings (`type: "finding"`, with `path`).
 */
export const formatNdjson: Format = (report) => [...ndjsonParts(report)].join("");

/** The text of `formatNdjson` in parts. */
export function* ndjsonParts({ files, ...rest }: Report): Iterable<string> {
  yield safeJson({ type: "run", ...rest });
  for (const file of files) yield linesOf(file);
}

function linesOf({ findings, ...file }: ReportFile): string {
  return [
    safeJson({ type: "file", ...file, findings: findings.length }),
    ...findings.map((finding) => safeJson({ type: "finding", path: file.path, ...finding })),
  ].join("");
}
