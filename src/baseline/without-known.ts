import type {
  ReportCause,
  ReportFile,
  ReportFinding,
  ReportKnownFinding,
  UngatedReport,
} from "../report/model.js";
import { summarise } from "../report/summary.js";
import type { Compared } from "./compare.js";

/**
 * The same report with its known findings set apart: they are listed in `known` of their files, and neither counted among the
 * findings nor part of a cause.
 *
 * @param name the baseline, as the report shows it
 */
export function withoutKnown(
  report: UngatedReport,
  { known, new: fresh, gone, expired }: Compared,
  name: string,
): UngatedReport {
  const apart = setApart(
    report,
    new Map(
      known.map(({ finding, entry: { until, owner } }) => [
        finding,
        {
          ...(until === undefined ? {} : { until }),
          ...(owner === undefined ? {} : { owner }),
        },
      ]),
    ),
  );
  const counts = { new: fresh.length, known: known.length };
  return {
    ...apart,
    baseline: { name, ...counts, gone: gone.length, expired: expired.length },
  };
}

/** What is said of a finding that is set apart. */
export type Apart = Pick<ReportKnownFinding, "until" | "owner" | "by">;

/** The same report with some of its findings in `known` of their files: neither counted nor part of a cause. */
export function setApart(
  report: UngatedReport,
  entries: ReadonlyMap<ReportFinding, Apart>,
): UngatedReport {
  if (entries.size === 0) return report;
  const split = report.files.map((file): ReportFile => {
    if (!file.findings.some((finding) => entries.has(finding))) return file;
    const knownHere = file.findings.flatMap((finding) => {
      const entry = entries.get(finding);
      return entry === undefined ? [] : [{ ...withoutCause(finding), ...entry }];
    });
    const findings = file.findings.filter((finding) => !entries.has(finding));
    return { ...file, findings, known: [...(file.known ?? []), ...knownHere] };
  });
  const causes = report.causes.flatMap((cause) => remaining(cause, split));
  const ids = new Set(causes.map(({ id }) => id));
  const files = split.map((file) => ({
    ...file,
    findings: file.findings.map((finding) =>
      finding.cause === undefined || ids.has(finding.cause) ? finding : withoutCause(finding),
    ),
  }));
  const { references, unknown, byRule } = report.summary;
  const rules = Object.keys(byRule);
  return {
    ...report,
    files,
    causes,
    summary: summarise({ files, causes, references, unknown, rules }),
  };
}

/** The same report about some of its files only. */
export function withFiles(
  report: UngatedReport,
  isMeant: (path: string) => boolean,
): UngatedReport {
  const others = report.files.filter(({ path }) => !isMeant(path));
  if (others.length === 0) return report;
  const left = others.flatMap(({ findings }) => findings.map((finding) => [finding, {}] as const));
  const apart = setApart(report, new Map(left));
  const files = apart.files.filter(({ path }) => isMeant(path));
  const { references, unknown, byRule } = report.summary;
  const rules = Object.keys(byRule);
  const { causes } = apart;
  return { ...apart, files, summary: summarise({ files, causes, references, unknown, rules }) };
}

function withoutCause({ cause: _, ...finding }: ReportFinding): ReportFinding {
  return finding;
}

/** Most places that stand for a cause. */
const EXAMPLES = 3;

/** A cause with the findings that are left of it; none where fewer than two are. */
function remaining(cause: ReportCause, files: readonly ReportFile[]): readonly ReportCause[] {
  const left = files.flatMap(({ path, findings }) =>
    findings.filter((finding) => finding.cause === cause.id).map((finding) => ({ path, finding })),
  );
  if (left.length === cause.count) return [cause];
  const [first] = left;
  if (first === undefined || left.length < 2) return [];
  const firstOfFiles = left.filter(({ path }, index) => left[index - 1]?.path !== path);
  const shown = firstOfFiles.length > 1 ? firstOfFiles : left;
  const { message, why, help } = first.finding;
  return [
    {
      ...cause,
      count: left.length,
      files: firstOfFiles.length,
      message,
      why,
      help,
      examples: shown
        .slice(0, EXAMPLES)
        .map(({ path, finding: { start, end } }) => ({ path, start, end })),
    },
  ];
}
