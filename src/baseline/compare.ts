import type { ReportFile, ReportFinding, UngatedReport } from "../report/model.js";
import type { BaselineEntry } from "./entry.js";

/** What a comparison must know besides the report. */
export interface Comparison {
  /** Paths are relative to the root of the report. */
  readonly entries: readonly BaselineEntry[];
  /** The day of the run in UTC, as `2027-01-31`. */
  readonly today: string;
  /** Whether a file is still there. */
  exists(path: string): boolean;
}

/** A finding with the entry that knows it. */
export interface KnownFinding {
  readonly file: ReportFile;
  readonly finding: ReportFinding;
  readonly entry: BaselineEntry;
}

/** How the findings of a report and the entries of a baseline fit. */
export interface Compared {
  readonly known: readonly KnownFinding[];
  readonly new: readonly { readonly file: ReportFile; readonly finding: ReportFinding }[];
  /** Entries whose finding is gone: its rule looked at its file, or the file is gone. */
  readonly gone: readonly BaselineEntry[];
  /** Entries that this run says nothing of: their file or rule was not part of it. */
  readonly unchecked: readonly BaselineEntry[];
  /** Entries that ended before today; their findings are new again. */
  readonly expired: readonly BaselineEntry[];
}

/**
 * Compares the findings of a run with those that are known, by their content: a line that moves changes nothing, a fix and a new
 * finding do not cancel out, and a copy in another file is new. A finding about several articles is known whichever of them
 * it is reported at. Findings of a file that was moved stay known: they are matched with entries of files that are gone.
 */
export function compare(report: UngatedReport, comparison: Comparison): Compared {
  const { entries, today, exists } = comparison;
  const waiting = new Map(entries.map((entry) => [keyOf(entry.path, entry), entry]));
  const known: KnownFinding[] = [];
  const unmatched: { file: ReportFile; finding: ReportFinding }[] = [];
  for (const file of report.files) {
    for (const finding of file.findings) {
      const key = keyOf(file.path, finding);
      const entry = waiting.get(key);
      if (entry === undefined) unmatched.push({ file, finding });
      else {
        known.push({ file, finding, entry });
        waiting.delete(key);
      }
    }
  }

  const remaining = unmatched.filter((one) => {
    const entry = elsewhereOf(one, waiting);
    if (entry === undefined) return true;
    known.push({ ...one, entry });
    waiting.delete(keyOf(entry.path, entry));
    return false;
  });

  // A baseline may have a million entries, so files are looked for only where the answer matters.
  const wanted = new Set(remaining.map(({ finding }) => keyOf("", finding)));
  const homeless = new Map<string, BaselineEntry[]>();
  for (const entry of wanted.size === 0 ? [] : waiting.values()) {
    const key = keyOf("", entry);
    if (!wanted.has(key) || exists(entry.path)) continue;
    const alike = homeless.get(key);
    if (alike === undefined) homeless.set(key, [entry]);
    else alike.push(entry);
  }
  const next = new Map([...homeless].map(([key, alike]) => [key, alike.values()]));
  const fresh: { file: ReportFile; finding: ReportFinding }[] = [];
  for (const { file, finding } of remaining) {
    const entry = next.get(keyOf("", finding))?.next().value;
    if (entry === undefined) fresh.push({ file, finding });
    else {
      known.push({ file, finding, entry });
      waiting.delete(keyOf(entry.path, entry));
    }
  }

  const isExpired = ({ until }: BaselineEntry): boolean => until !== undefined && until < today;
  const checked = new Set(report.files.map(({ path }) => path));
  const ran = new Set(report.settings.flatMap(({ rules }) => Object.keys(rules)));
  const isDecided = ({ path, rule }: BaselineEntry): boolean =>
    ran.has(rule) && (checked.has(path) || !exists(path));
  const gone: BaselineEntry[] = [];
  const unchecked: BaselineEntry[] = [];
  for (const entry of waiting.values()) (isDecided(entry) ? gone : unchecked).push(entry);
  return {
    known: known.filter(({ entry }) => !isExpired(entry)),
    new: [...fresh, ...known.filter(({ entry }) => isExpired(entry))],
    gone,
    unchecked,
    expired: known.filter(({ entry }) => isExpired(entry)).map(({ entry }) => entry),
  };
}

/** The entry of a finding about several articles that was reported at another one of them before. */
function elsewhereOf(
  { file, finding }: { readonly file: ReportFile; readonly finding: ReportFinding },
  waiting: ReadonlyMap<string, BaselineEntry>,
): BaselineEntry | undefined {
  const { concerns, rule, fingerprint, related = [] } = finding;
  if (concerns === undefined) return undefined;
  if (concerns === "site") {
    for (const entry of waiting.values())
      if (entry.rule === rule && entry.fingerprint === fingerprint) return entry;
    return undefined;
  }
  const paths = related.map(({ path }) => path).filter((path) => path !== file.path);
  return paths
    .map((path) => waiting.get(keyOf(path, finding)))
    .find((entry) => entry !== undefined);
}

function keyOf(path: string, { rule, fingerprint }: Pick<BaselineEntry, "rule" | "fingerprint">) {
  return `${path}\0${rule}\0${fingerprint}`;
}
