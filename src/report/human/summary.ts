import type { ReportChange } from "../change-model.js";
import { plural, severityCounts } from "../count.js";
import type { Report, ReportBaseline, ReportFinding } from "../model.js";
import { neutralise } from "../text/neutralise.js";
import { wrap } from "../text/wrap.js";
import { unknownCount, unknownReasons } from "../unknown.js";
import type { Page } from "./page.js";

/** What could not be checked, and why. */
export function notCheckedLines(page: Page, report: Report): readonly string[] {
  if (report.notChecked.length === 0) return [];
  const { colors } = page;
  return [
    colors.red(colors.bold("Not checked")),
    ...report.notChecked.flatMap(({ path, reason }) => [
      `  ${colors.cyan(page.pathOf(path))}`,
      ...wrap(neutralise(reason), page.width - 4).map((line) => `    ${line}`),
    ]),
  ];
}

/** How many findings a report has; those of one cause count once. */
export function totalOf({ summary: { errors, warnings, infos } }: Report): number {
  return errors + warnings + infos;
}

/** Whether a change touches no article that was to be checked. */
function isUnchanged({ articles, gone }: ReportChange): boolean {
  return articles === 0 && gone === 0;
}

/** The totals, to read at a glance. */
export function headline({ colors }: Page, { summary, files, notChecked, change }: Report): string {
  if (change !== undefined && summary.files === 0 && notChecked.length === 0)
    return colors.green(
      isUnchanged(change)
        ? `No article changed ${sinceText(change)}`
        : `✔ No problems with ${plural(change.gone, "deleted or renamed file")}`,
    );
  const counts = severityCounts(summary);
  if (counts.length === 0) {
    const where = `in ${plural(summary.files, "file")}`;
    if (notChecked.length > 0) {
      return colors.red(colors.bold(`✖ No problems ${where}, but not everything was checked`));
    }
    if (summary.files === 0) return colors.yellow(colors.bold("No files to check"));
    return colors.green(colors.bold(`✔ No problems ${where}`));
  }
  const withFindings = files.filter((file) => file.findings.length > 0).length;
  const text = `${counts.join(", ")} in ${withFindings} of ${summary.files} files`;
  if (summary.errors > 0) return colors.red(colors.bold(`✖ ${text}`));
  return summary.warnings > 0
    ? colors.yellow(colors.bold(`⚠ ${text}`))
    : colors.blue(colors.bold(`ℹ ${text}`));
}

/** What else there is to know of the totals. */
export function noteLines(page: Page, report: Report): readonly string[] {
  return notesOf(report)
    .flatMap((note) => wrap(note, page.width - 2))
    .map((line) => `  ${page.colors.dim(line)}`);
}

/** "4 new, 190 known, 6 gone (copydesk-baseline.txt)". */
function baselineNote({ name, new: fresh, known, gone, expired }: ReportBaseline): string {
  const counts = [`${fresh} new`, `${known} known`];
  if (gone > 0) counts.push(`${gone} gone`);
  if (expired > 0) counts.push(`${expired} expired`);
  return `${counts.join(", ")} (${neutralise(name)})`;
}

/** "2 new, 14 carried, 1 fixed since main". */
function changeNote(change: ReportChange): string {
  const counts = [`${change.new} new`, `${change.carried} carried`, `${change.fixed} fixed`];
  const { outside = 0 } = change;
  if (outside > 0) counts.push(`${outside} outside the changed lines`);
  return `${counts.join(", ")} ${sinceText(change)}`;
}

function sinceText({ base, commit }: ReportChange): string {
  const at = commit === undefined ? "" : ` (${commit.slice(0, 12)})`;
  return `since ${neutralise(base)}${at}`;
}

/** What the change keeps copydesk from reporting. */
export function silencedLines(page: Page, { change }: Report): readonly string[] {
  const { silenced = [] } = change ?? {};
  if (silenced.length === 0) return [];
  const { colors } = page;
  const shown = silenced.slice(0, MOST_SILENCED);
  return [
    colors.yellow(colors.bold("This change silences")),
    ...shown.flatMap(({ what, path, line }) => [
      ...wrap(neutralise(what), page.width - 2).map((text) => `  ${text}`),
      ...(path === undefined || line === undefined
        ? []
        : [`    ${colors.cyan(`${page.pathOf(path)}:${line}`)}`]),
    ]),
    ...(silenced.length > shown.length ? [`  … and ${silenced.length - shown.length} more`] : []),
  ];
}

/** Most that is listed of what a change silences. */
const MOST_SILENCED = 20;

function notesOf(report: Report): readonly string[] {
  const { summary, notChecked, baseline, change } = report;
  const suggested = countFindings(report, (finding) => finding.suggestions !== undefined);
  const notes: string[] = [];
  if (baseline !== undefined) notes.push(baselineNote(baseline));
  if (change !== undefined && !isUnchanged(change)) notes.push(changeNote(change));
  const single = countFindings(
    report,
    ({ fix, suggestions }) => fix === undefined && suggestions?.length === 1,
  );
  const made = single > 0 ? ` (--fix-suggestions makes ${single})` : "";
  const ways = [
    summary.fixable > 0 ? `${summary.fixable} with a safe fix (--fix)` : "",
    suggested > 0 ? `${suggested} with a suggestion${made}` : "",
  ].filter((way) => way !== "");
  if (ways.length > 0) notes.push(ways.join(", "));
  const { causes } = report;
  if (causes.length > 0) {
    const places = causes.reduce((sum, { count }) => sum + count, 0);
    notes.push(`${plural(causes.length, "cause")} of ${places} findings, each counted once`);
  }
  if (summary.suppressed > 0) {
    notes.push(`${plural(summary.suppressed, "finding")} silenced by directives`);
  }
  const unknown = unknownCount(summary);
  if (unknown > 0) {
    const reasons = unknownReasons(summary).map(({ count, text }) => `${count} ${text}`);
    notes.push(
      `${unknown} of ${plural(summary.references, "reference")} not judged: ${reasons.join(", ")} (--show-unknown lists them)`,
    );
  }
  const unanswered = summary.unknown.unanswered ?? 0;
  if (unanswered > 0)
    notes.push(
      `${plural(unanswered, "reference")} not answered by another site (--show-unknown lists them)`,
    );
  const { online } = report.run;
  if (online !== undefined) {
    const kept = online.fromCache > 0 ? `, ${online.fromCache} more from the cache` : "";
    notes.push(`${plural(online.asked, "URL")} of other sites requested${kept}`);
  }
  if (notChecked.length > 0) notes.push(`${notChecked.length} not checked, see below`);
  return notes;
}

function countFindings(report: Report, test: (finding: ReportFinding) => boolean): number {
  return report.files.reduce((sum, file) => sum + file.findings.filter(test).length, 0);
}
