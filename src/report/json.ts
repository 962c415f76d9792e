import type { Format } from "./format.js";
import type { ReportFile } from "./model.js";
import { safeJson } from "./safe-json.js";

/** The report as JSON, on one line. */
export const formatJson: Format = (report) => safeJson(report);

/** The report as JSON with a member on each line, for people who read it. */
export const formatPrettyJson: Format = (report) => safeJson(report, 2);

/**
 * The report as lines of JSON, so that a program can read a large one line by line: one object with everything but the
 * files (`type: "run"`), one for each file (`type: "file"`), and one for each of its findings (`type: "finding"`, with `path`).
 */
export const formatNdjson: Format = ({ files, ...rest }) =>
  [safeJson({ type: "run", ...rest }), ...files.flatMap((file) => linesOf(file))].join("");

function linesOf({ findings, ...file }: ReportFile): readonly string[] {
  return [
    safeJson({ type: "file", ...file, findings: findings.length }),
    ...findings.map((finding) => safeJson({ type: "finding", path: file.path, ...finding })),
  ];
}
