import type { ReportFile, ReportFinding } from "./model.js";

/** A file with some of its findings. */
export interface FileFindings {
  readonly file: ReportFile;
  /** Errors, then warnings, then infos, each by place. */
  readonly findings: readonly ReportFinding[];
  /** How many more of its findings are left out. */
  readonly omitted: number;
}

const RANK: Readonly<Record<ReportFinding["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Graver findings come first. */
export function compareSeverity(
  a: Pick<ReportFinding, "severity">,
  b: Pick<ReportFinding, "severity">,
): number {
  return RANK[a.severity] - RANK[b.severity];
}

/**
 * The findings to show, by file: files with errors first, then those with warnings, and in a file errors first.
 * Where there are more than `limit`, errors of all files are chosen before warnings, and warnings before infos.
 */
export function findingsByFile(
  files: readonly ReportFile[],
  { limit, infos }: { readonly limit: number; readonly infos: boolean },
): readonly FileFindings[] {
  const ordered = files
    .map((file) => ({
      file,
      findings: file.findings
        .filter(({ severity }) => infos || severity !== "info")
        .sort(compareSeverity),
    }))
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => rankOf(a.findings) - rankOf(b.findings));
  const shown = mostGrave(
    ordered.flatMap(({ findings }) => findings),
    limit,
  );
  return ordered.flatMap(({ file, findings }): readonly FileFindings[] => {
    const chosen = findings.filter((finding) => shown.has(finding));
    if (chosen.length === 0) return [];
    return [{ file, findings: chosen, omitted: findings.length - chosen.length }];
  });
}

function rankOf([gravest]: readonly ReportFinding[]): number {
  return gravest === undefined ? Number.POSITIVE_INFINITY : RANK[gravest.severity];
}

function mostGrave(findings: readonly ReportFinding[], limit: number): ReadonlySet<ReportFinding> {
  if (findings.length <= limit) return new Set(findings);
  return new Set([...findings].sort(compareSeverity).slice(0, limit));
}
