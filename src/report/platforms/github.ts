import { plural, severityCounts } from "../count.js";
import type { Format, FormatContext } from "../format.js";
import type { Report, ReportFile, ReportFinding } from "../model.js";
import { compareSeverity } from "../order.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { lastLineOf, repositoryPath } from "./place.js";
import { linesOf } from "./text-of.js";

/** GitHub shows this many annotations of each kind for one step; the rest stay in the log. */
const SHOWN_PER_STEP = 10;

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations, errors first, since it shows only some of them, and a
 * summary line. The text repeats file and line, because the log shows the text alone.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const formatGithub: Format = (report, context) => {
  const found = report.files
    .flatMap((file) => file.findings.map((finding) => ({ file, finding })))
    .sort((a, b) => compareSeverity(a.finding, b.finding));
  const lines = [
    ...report.notChecked.map(({ path, reason }) =>
      command(
        "error",
        { file: repositoryPath(context, path), title: "copydesk: not checked" },
        `${repositoryPath(context, path)}\n${neutralise(reason)}`,
      ),
    ),
    ...found.map(({ file, finding }) => annotation(file, finding, context)),
    ...summary(report).map(guardLines),
  ];
  return `${lines.join("\n")}\n`;
};

function annotation(file: ReportFile, finding: ReportFinding, context: FormatContext): string {
  const { start, end } = finding;
  const path = repositoryPath(context, file.path);
  const properties = {
    file: path,
    line: start.line,
    endLine: lastLineOf(finding),
    // The runner refuses columns on an annotation of several lines.
    ...(end.line === start.line ? { col: start.column, endColumn: end.column } : {}),
    title: neutralise(finding.rule),
  };
  const message = [`${path}:${start.line}:${start.column}`, ...linesOf(finding, context)];
  return command(COMMANDS[finding.severity], properties, message.join("\n"));
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
