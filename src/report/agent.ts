import { severityCounts } from "./count.js";
import type { Format, FormatContext } from "./format.js";
import { describeEdits } from "./human/describe-edits.js";
import type { Report, ReportFile, ReportFinding } from "./model.js";
import { selected } from "./order.js";
import { relatedGroups } from "./related.js";
import { guardLines, neutralise } from "./text/neutralise.js";

/** Findings shown when nobody says how many: what a program that reads the whole text can use at once. */
const MOST_FINDINGS = 200;

/**
 * For programs that read text, such as language models: no colors, no frames, nothing wrapped, and lines that begin with the same
 * word in every release. The first line is the verdict, the last one says what is left out.
 */
export const formatAgent: Format = (report, context) => {
  const limit = context.maxFindings ?? MOST_FINDINGS;
  const { files, causes } = selected(report, report.causes, {
    limit,
    infos: context.verbose ?? true,
  });
  const shown = files.reduce((sum, { findings }) => sum + findings.length, causes.length);
  const { errors, warnings, infos } = report.summary;
  const left = errors + warnings + infos - shown;
  const explained = new Set<string>();
  const lines = [
    verdictLine(report),
    ...report.notChecked.map(
      ({ path, reason }) => `not-checked ${pathIn(context, path)}: ${neutralise(reason)}`,
    ),
    ...causes.flatMap(
      ({ severity, rule, message, help, count, files: inFiles, examples, setting }) => [
        `cause ${severity} ${neutralise(rule)} ${count} places in ${inFiles} files: ${neutralise(message)}`,
        ...examples.map(
          ({ path, start }) => `  at: ${pathIn(context, path)}:${start.line}:${start.column}`,
        ),
        ...field("do", help),
        ...field("setting", setting),
      ],
    ),
    ...files.flatMap(({ file, findings }) =>
      findings.flatMap((finding) => findingLines(file, finding, context, explained)),
    ),
    ...(left > 0 ? [`left-out ${left} findings; to see all: --max-findings all --verbose`] : []),
  ];
  return `${guardLines(lines.join("\n"))}\n`;
};

function verdictLine({ tool, summary, gate }: Report): string {
  const counts = severityCounts(summary).join(", ") || "no findings";
  const verdict = gate.passed ? "passed" : "failed";
  return `copydesk ${tool.version}: ${verdict} (exit ${gate.exitCode}), ${counts} in ${summary.files} files, ${summary.fixable} with a safe fix`;
}

function findingLines(
  { path }: ReportFile,
  finding: ReportFinding,
  context: FormatContext,
  explained: Set<string>,
): readonly string[] {
  const { severity, rule, messageId, start, message, why, help, fix, suggestions = [] } = finding;
  const source = context.sourceOf(path);
  const place = `${pathIn(context, path)}:${start.line}:${start.column}`;
  const kind = `${rule} ${messageId}`;
  const isNew = !explained.has(kind);
  explained.add(kind);
  return [
    `${place} ${severity} ${neutralise(rule)}: ${neutralise(message)}`,
    // Once is enough: it says the same of each.
    ...(isNew ? field("why", why) : []),
    ...field("do", help),
    ...relatedGroups(finding.related ?? []).map(({ message: what, places, omitted }) => {
      const list = places.map((one) => `${pathIn(context, one.path)}:${one.start.line}`).join(", ");
      return `  also: ${neutralise(what)}: ${list}${omitted > 0 ? ` and ${omitted} more` : ""}`;
    }),
    ...(fix === undefined ? [] : field("fix", describeEdits(fix.edits, source))),
    ...suggestions.flatMap((one) =>
      field("try", `${one.message} (${describeEdits(one.edits, source)})`),
    ),
  ];
}

function field(name: string, text: string): readonly string[] {
  return text === "" ? [] : [`  ${name}: ${neutralise(text)}`];
}

function pathIn(context: FormatContext, path: string): string {
  return neutralise(context.displayPath?.(path) ?? path);
}
