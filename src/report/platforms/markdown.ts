import { plural, severityCounts } from "../count.js";
import type { Format, FormatContext } from "../format.js";
import type { Report, ReportCause, ReportFinding } from "../model.js";
import { selected } from "../order.js";
import { neutralise } from "../text/neutralise.js";
import { repositoryPath } from "./place.js";

/** Rows of the table when nobody says how many: a comment on a pull request must stay below 65 536 characters. */
const MOST_ROWS = 50;

const MARKS = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** A report in Markdown, for comments on pull requests and for summaries of workflow runs. */
export const formatMarkdown: Format = (report, context) => {
  const limit = context.maxFindings ?? MOST_ROWS;
  const { files, causes } = selected(report, report.causes, {
    limit,
    infos: context.verbose ?? false,
  });
  const rows = [
    ...causes.map((cause) => causeRow(cause, context)),
    ...files.flatMap(({ file, findings }) =>
      findings.map((finding) => findingRow(file.path, finding, context)),
    ),
  ];
  const { errors, warnings, infos } = report.summary;
  const left = errors + warnings + infos - rows.length;
  return [
    heading(report),
    ...notChecked(report, context),
    ...(rows.length === 0
      ? []
      : ["", "| | place | rule | finding |", "|---|---|---|---|", ...rows]),
    ...(left > 0 ? ["", `${plural(left, "more finding")} not shown.`] : []),
    "",
  ].join("\n");
};

function heading({ summary, gate }: Report): string {
  const counts = severityCounts(summary).join(", ") || "no findings";
  const mark = gate.passed ? "✅" : "❌";
  return `### ${mark} copydesk: ${counts} in ${plural(summary.files, "file")}`;
}

function notChecked(report: Report, context: FormatContext): readonly string[] {
  if (report.notChecked.length === 0) return [];
  return [
    "",
    ...report.notChecked.map(
      ({ path, reason }) =>
        `- Not checked: ${code(repositoryPath(context, path))}: ${escapeMarkdown(reason)}`,
    ),
  ];
}

function findingRow(path: string, finding: ReportFinding, context: FormatContext): string {
  const { severity, start, rule, url, message, help } = finding;
  const place = code(`${repositoryPath(context, path)}:${start.line}`);
  return row(severity, place, ruleCell(rule, url), [message, help]);
}

function causeRow(cause: ReportCause, context: FormatContext): string {
  const { severity, rule, count, files, message, help, examples } = cause;
  const [first] = examples;
  const place =
    first === undefined
      ? ""
      : `${code(`${repositoryPath(context, first.path)}:${first.start.line}`)} and ${plural(count - 1, "more place")} in ${plural(files, "file")}`;
  return row(severity, place, ruleCell(rule, undefined), [message, help]);
}

function row(
  severity: ReportFinding["severity"],
  place: string,
  rule: string,
  texts: readonly string[],
): string {
  const said = texts.filter((text) => text !== "").map(escapeMarkdown);
  return `| ${MARKS[severity]} | ${place} | ${rule} | ${said.join("<br>")} |`;
}

function ruleCell(rule: string, url: string | undefined): string {
  return url === undefined ? code(rule) : `[${code(rule)}](${url})`;
}

/** A code span; what a backtick or a bar would end is shown in its place. */
function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/**
 * A text that Markdown shows as it is: no markup, no HTML, no link, no mention of a user and no reference to an issue. A word
 * joiner after `@` and `#` keeps platforms from notifying people whom an article names.
 */
export function escapeMarkdown(text: string): string {
  return neutralise(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()!|~$^]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|w(?=ww\.)|GH(?=-)/gi, "$&&#8288;");
}
