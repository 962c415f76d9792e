import { join } from "node:path";
import { type Compared, compare } from "../../baseline/compare.js";
import type { BaselineEntry } from "../../baseline/entry.js";
import { setApart, withoutKnown } from "../../baseline/without-known.js";
import { pathFrom } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import type { LineRange } from "../../git/changes.js";
import type { ReportSilenced } from "../../report/change-model.js";
import type { ReportFinding, UngatedReport } from "../../report/model.js";
import { dayOf } from "../apply-baseline.js";
import { type Change, nameNow, nameOf } from "./change.js";

/** A run over the files of before, as far as a comparison needs it. */
export interface Before {
  readonly report: UngatedReport;
  /** Absolute folder that its paths are relative to. */
  readonly base: string;
}

/** What a comparison must know of the run. */
export interface Now {
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly files: FileSystem;
}

/** Sets the findings apart that a revision has, too. */
export function withoutFindingsOf(
  report: UngatedReport,
  before: Before,
  revision: string,
  now: Now,
): UngatedReport {
  const entries = entriesOf(before, now.base, (path) => path);
  return withoutKnown(report, comparedWith(report, entries, now), revision);
}

/**
 * Compares a report with that of before the change: what was there before is carried and fails nothing, and neither does what
 * is not on lines of the change where only those count.
 *
 * @param silenced what the settings say of the change; what directives silence is added
 */
export function compareChange(
  report: UngatedReport,
  before: Before,
  change: Change,
  silenced: readonly ReportSilenced[],
  now: Now & { readonly gone: number },
): UngatedReport {
  const apart = keysApart(report);
  const entries = entriesOf(before, now.base, (path) => nameNow(path, change));
  const compared = comparedWith(
    report,
    entries.filter((entry) => !apart.has(keyOf(entry))),
    now,
  );
  const ran = new Set(report.settings.flatMap(({ rules }) => Object.keys(rules)));
  const fixed = [...compared.gone, ...compared.unchecked].filter(({ rule }) => ran.has(rule));
  const carried = new Map(compared.known.map(({ finding }) => [finding, { by: "base" } as const]));
  const fresh = setApart(report, carried);
  const outside = change.lines === undefined ? new Map() : outsideOf(fresh, change, now.base);
  const left = setApart(fresh, outside);
  return {
    ...left,
    change: {
      kind: change.kind,
      base: nameOf(change),
      ...(change.commit === undefined ? {} : { commit: change.commit }),
      articles: report.settings.reduce((sum, { articles }) => sum + articles, 0),
      gone: now.gone,
      new: compared.new.length - outside.size,
      carried: compared.known.length,
      fixed: fixed.length,
      ...(change.lines === undefined ? {} : { outside: outside.size }),
      silenced: [...silenced, ...newlySuppressed(report, before, change, now.base)],
    },
  };
}

function comparedWith(
  report: UngatedReport,
  entries: readonly BaselineEntry[],
  { base, startedAt, files }: Now,
): Compared {
  return compare(report, {
    entries,
    today: dayOf(startedAt),
    exists: (path) => files.kindOf(join(base, path)) !== undefined,
  });
}

/** Findings of before as entries of a baseline, with paths as the report of now has them. */
function entriesOf(
  { report, base }: Before,
  baseNow: string,
  nameOfFile: (path: string) => string,
): readonly BaselineEntry[] {
  return report.files.flatMap(({ path, findings }) => {
    const name = pathFrom(baseNow, nameOfFile(join(base, path)));
    return findings.map(({ rule, fingerprint }) => ({ path: name, rule, fingerprint }));
  });
}

function keyOf({ path, rule, fingerprint }: BaselineEntry): string {
  return `${path}\0${rule}\0${fingerprint}`;
}

/** Findings that a baseline or a directive has set apart already: they are neither carried nor fixed. */
function keysApart(report: UngatedReport): ReadonlySet<string> {
  const keys = report.files.flatMap(({ path, known = [], suppressed = [] }) =>
    [...known, ...suppressed].map(({ rule, fingerprint }) => keyOf({ path, rule, fingerprint })),
  );
  return new Set(keys);
}

/** Findings of changed articles that lie on no line of the change. Other articles have findings only because of it. */
function outsideOf(
  report: UngatedReport,
  { lines, changes, root }: Change,
  base: string,
): ReadonlyMap<ReportFinding, { readonly by: "lines" }> {
  const changed = new Set(changes.changed);
  const outside = new Map<ReportFinding, { readonly by: "lines" }>();
  for (const file of report.files) {
    const path = pathFrom(root, join(base, file.path));
    if (!changed.has(path) || changes.untracked.has(path)) continue;
    const ranges = lines?.get(path) ?? [];
    for (const finding of file.findings)
      if (!isOn(ranges, finding)) outside.set(finding, { by: "lines" });
  }
  return outside;
}

function isOn(ranges: readonly LineRange[], { start, end }: ReportFinding): boolean {
  // What ends at the beginning of a line is not on it.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return ranges.some((range) => start.line <= range.last && last >= range.first);
}

/** Findings that a directive silences now, and that none silenced before. */
function newlySuppressed(
  report: UngatedReport,
  before: Before,
  change: Change,
  base: string,
): readonly ReportSilenced[] {
  const known = new Set(
    before.report.files.flatMap(({ path, suppressed = [] }) => {
      const name = pathFrom(base, nameNow(join(before.base, path), change));
      return suppressed.map(({ rule, fingerprint }) => keyOf({ path: name, rule, fingerprint }));
    }),
  );
  return report.files.flatMap(({ path, suppressed = [] }) =>
    suppressed
      .filter(({ rule, fingerprint }) => !known.has(keyOf({ path, rule, fingerprint })))
      .map(({ rule, start, reason, message }) => ({
        kind: "directive" as const,
        what: `A directive silences ${rule}: ${message}${reason === undefined ? "" : ` (${reason})`}`,
        rule,
        path,
        line: start.line,
        count: 1,
      })),
  );
}
