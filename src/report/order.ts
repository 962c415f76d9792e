import type { Report, ReportCause, ReportFile, ReportFinding } from "./model.js";

/** A file with some of its findings. */
export interface FileFindings {
  readonly file: ReportFile;
  /** Errors, then warnings, then infos, each by place. */
  readonly findings: readonly ReportFinding[];
  /** How many more of its findings are left out. */
  readonly omitted: number;
}

/** What of a report is shown. */
export interface Shown {
  /** Causes, the gravest first. */
  readonly causes: readonly ReportCause[];
  /** Files with errors, then those with warnings, then the others. */
  readonly files: readonly FileFindings[];
}

type Graded = Pick<ReportFinding, "severity">;

const RANK: Readonly<Record<Graded["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Graver findings come first. */
export function compareSeverity(a: Graded, b: Graded): number {
  return RANK[a.severity] - RANK[b.severity];
}

/** The findings of a file that no cause stands for. */
export function ownFindings(
  { findings }: ReportFile,
  causes: readonly ReportCause[],
): readonly ReportFinding[] {
  const ids = idsOf(causes);
  return ids.size === 0
    ? findings
    : findings.filter(({ cause }) => cause === undefined || !ids.has(cause));
}

/** Asked for each file of a report, about the same causes. */
function idsOf(causes: readonly ReportCause[]): ReadonlySet<string> {
  const known = knownIds.get(causes) ?? new Set(causes.map(({ id }) => id));
  knownIds.set(causes, known);
  return known;
}

const knownIds = new WeakMap<readonly ReportCause[], ReadonlySet<string>>();

/**
 * The causes and findings to show. Where there are more than `limit`, errors of the whole report are chosen before
 * warnings, and warnings before infos.
 *
 * @param causes the causes that stand for their findings; those of others are shown one by one
 */
export function selected(
  { files }: Pick<Report, "files">,
  causes: readonly ReportCause[],
  { limit, infos }: { readonly limit: number; readonly infos: boolean },
): Shown {
  const isWanted = ({ severity }: Graded): boolean => infos || severity !== "info";
  const wanted = causes.filter(isWanted);
  const ordered = files
    .map((file) => ({
      file,
      findings: ownFindings(file, causes).filter(isWanted).sort(compareSeverity),
    }))
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => rankOf(a.findings) - rankOf(b.findings));
  const chosen = mostGrave([...wanted, ...ordered.flatMap(({ findings }) => findings)], limit);
  return {
    causes: wanted.filter((cause) => chosen.has(cause)),
    files: ordered.flatMap(({ file, findings }): readonly FileFindings[] => {
      const shown = findings.filter((finding) => chosen.has(finding));
      if (shown.length === 0) return [];
      return [{ file, findings: shown, omitted: findings.length - shown.length }];
    }),
  };
}

function rankOf([gravest]: readonly Graded[]): number {
  return gravest === undefined ? Number.POSITIVE_INFINITY : RANK[gravest.severity];
}

function mostGrave(all: readonly Graded[], limit: number): ReadonlySet<Graded> {
  return new Set(all.length <= limit ? all : [...all].sort(compareSeverity).slice(0, limit));
}
