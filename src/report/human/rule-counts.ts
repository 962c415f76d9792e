import type { Report, ReportFile, ReportFinding } from "../model.js";
import { compareSeverity } from "../order.js";

/** What a rule found, of one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: ReportFinding["severity"];
  /** Findings; those of one cause count once. */
  readonly count: number;
  readonly places: number;
  readonly files: number;
  readonly fixable: number;
  readonly first: { readonly file: ReportFile; readonly finding: ReportFinding };
}

/** The findings of a report by rule and severity: the gravest first, then those that found most. */
export function ruleCounts({ files, causes }: Report): readonly RuleCount[] {
  const ids = new Set(causes.map(({ id }) => id));
  const tallies = new Map<string, Tally>();
  for (const file of files) {
    for (const finding of file.findings) {
      const { rule, severity, cause } = finding;
      const key = `${severity} ${rule}`;
      const tally = tallies.get(key) ?? new Tally(file, finding);
      tallies.set(key, tally);
      tally.files.add(file.path);
      tally.places += 1;
      tally.entries.add(cause !== undefined && ids.has(cause) ? cause : finding);
      if (finding.fix !== undefined) tally.fixable += 1;
    }
  }
  return [...tallies.values()]
    .map(({ file, finding, entries, places, files: found, fixable }) => ({
      rule: finding.rule,
      severity: finding.severity,
      count: entries.size,
      places,
      files: found.size,
      fixable,
      first: { file, finding },
    }))
    .sort((a, b) => compareSeverity(a, b) || b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

class Tally {
  places = 0;
  fixable = 0;
  readonly files = new Set<string>();
  /** Findings of no cause, and ids of causes. */
  readonly entries = new Set<ReportFinding | string>();
  readonly file: ReportFile;
  readonly finding: ReportFinding;

  constructor(file: ReportFile, finding: ReportFinding) {
    this.file = file;
    this.finding = finding;
  }
}
