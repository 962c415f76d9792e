import { plural, severityCounts } from "./count.js";
import type { Format, FormatContext } from "./format.js";
import type { Report, ReportFile, ReportFinding } from "./model.js";
import { relatedGroups } from "./related.js";
import { guardLines, neutralise } from "./text/neutralise.js";

/** GitHub shows this many annotations of each kind for one step; the rest stay in the log. */
const SHOWN_PER_STEP = 10;

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations, and a summary line.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const formatGithub: Format = (report, context) => {
  const lines = [
    ...report.notChecked.map(({ path, reason }) =>
      command(
        "error",
        { file: pathIn(context, path), title: "copydesk: not checked" },
        neutralise(reason),
      ),
    ),
    ...report.files.flatMap((file) =>
      file.findings.map((finding) => annotation(file, finding, context)),
    ),
    ...summary(report).map(guardLines),
  ];
  return `${lines.join("\n")}\n`;
};

function annotation(file: ReportFile, finding: ReportFinding, context: FormatContext): string {
  const { start, end } = finding;
  // An exclusive end at the start of a line would put the annotation below the text it is about.
  const endLine = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const properties = {
    file: pathIn(context, file.path),
    line: start.line,
    endLine,
    // The runner refuses columns on an annotation of several lines.
    ...(end.line === start.line ? { col: start.column, endColumn: end.column } : {}),
    title: neutralise(finding.rule),
  };
  const related = relatedGroups(finding.related ?? []).map(({ message, places, omitted }) => {
    const list = places.map(
      ({ path, start }) => `${pathIn(context, path)}:${start.line}:${start.column}`,
    );
    return `${message}: ${list.join(", ")}${omitted > 0 ? ` and ${omitted} more` : ""}`;
  });
  const message = [finding.message, finding.why, finding.help, ...related, finding.url ?? ""]
    .filter((line) => line !== "")
    .map(neutralise)
    .join("\n");
  return command(COMMANDS[finding.severity], properties, message);
}

function summary(report: Report): readonly string[] {
  const { errors, warnings, infos, files } = report.summary;
  const counts = severityCounts(report.summary).join(", ") || "no findings";
  const lines = [`copydesk: ${counts} in ${plural(files, "file")}`];
  const hidden = [errors + report.notChecked.length, warnings, infos].reduce(
    (sum, count) => sum + Math.max(0, count - SHOWN_PER_STEP),
    0,
  );
  if (hidden > 0) {
    lines.push(
      `GitHub shows ${SHOWN_PER_STEP} annotations of each kind per step; ${hidden} more are in this log only.`,
    );
  }
  return lines;
}

function pathIn(context: FormatContext, path: string): string {
  return neutralise(context.displayPath?.(path) ?? path);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

/** Escapes the text of a workflow command, as escapeData of actions/toolkit packages/core/src/command.ts does. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes a property of a workflow command, as escapeProperty of actions/toolkit packages/core/src/command.ts does. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
