import type { LineIndex } from "../article/lines.js";
import type { Range } from "../article/range.js";
import type { ArticleResult, Crash } from "../lint/contract.js";
import type { Edit, Finding } from "../rule/finding.js";
import { fingerprintsOf } from "./fingerprint.js";
import type {
  Report,
  ReportEdit,
  ReportFile,
  ReportFinding,
  ReportNotChecked,
  ReportRelatedPlace,
  ReportRun,
  ReportSuppressedFinding,
} from "./model.js";
import { summarise } from "./summary.js";

/** Everything a report is made of. */
export interface ReportInput {
  /** Version of copydesk. */
  readonly version: string;
  readonly run: ReportRun;
  readonly results: readonly ArticleResult[];
  readonly crashes: readonly Crash[];
  /** Files that could not be read. */
  readonly notChecked: readonly ReportNotChecked[];
  /** The original text of a checked article. */
  sourceOf(path: string): string | undefined;
  linesOf(path: string): LineIndex | undefined;
  /** Address of a rule's page; undefined for rules without one, such as a plugin's. */
  urlOf(rule: string): string | undefined;
}

/**
 * Builds the report of a run: files sorted by path, findings by start and rule, everything counted.
 *
 * @throws {Error} when the text of an article with findings is not to be had.
 */
export function buildReport(input: ReportInput): Report {
  const files = input.results
    .map((result) => fileOf(result, input))
    .sort((a, b) => compare(a.path, b.path));
  const unknown = input.results.reduce((sum, result) => sum + result.unknown, 0);
  return {
    version: 1,
    tool: { name: "copydesk", version: input.version },
    run: input.run,
    summary: summarise(files, unknown),
    files,
    notChecked: notCheckedOf(input),
  };
}

function notCheckedOf({ notChecked, crashes }: ReportInput): ReportNotChecked[] {
  const crashed = crashes.map(({ path, rule, reason }) => ({
    path,
    reason: `The rule ${rule} crashed: ${reason}`,
  }));
  return [...notChecked, ...crashed]
    .map(({ path, reason }) => ({ path, reason }))
    .sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason));
}

interface Entry {
  readonly finding: Finding;
  readonly silenced?: { readonly directive: Range; readonly reason: string | undefined };
}

function fileOf(result: ArticleResult, input: ReportInput): ReportFile {
  const { path, format, engine, metadata } = result.facts;
  const entries: Entry[] = [
    ...result.findings.map((finding) => ({ finding })),
    ...result.suppressed.map(({ finding, ...silenced }) => ({ finding, silenced })),
  ].sort((a, b) => compareFindings(a.finding, b.finding));

  const findings: ReportFinding[] = [];
  const suppressed: ReportSuppressedFinding[] = [];
  if (entries.length > 0) {
    const { source, lines } = textOf(path, input);
    const fingerprints = fingerprintsOf(
      entries.map((entry) => entry.finding),
      source,
      lines,
    );
    for (const [index, { finding, silenced }] of entries.entries()) {
      const reported = findingOf(finding, lines, fingerprints[index] ?? "", input);
      if (silenced === undefined) findings.push(reported);
      else {
        suppressed.push({
          ...reported,
          directive: placeOf(silenced.directive, lines),
          ...(silenced.reason === undefined ? {} : { reason: silenced.reason }),
        });
      }
    }
  }
  return {
    path,
    format,
    engine,
    metadata,
    findings,
    ...(suppressed.length > 0 ? { suppressed } : {}),
  };
}

function findingOf(
  finding: Finding,
  lines: LineIndex,
  fingerprint: string,
  input: ReportInput,
): ReportFinding {
  const url = input.urlOf(finding.rule);
  const related = relatedOf(finding, input);
  const { fix } = finding;
  const suggestions = finding.suggestions.map(({ message, edits }) => ({
    message,
    edits: editsOf(edits),
  }));
  return {
    rule: finding.rule,
    messageId: finding.messageId,
    severity: finding.severity,
    certainty: finding.certainty,
    message: finding.message,
    help: finding.help,
    ...(url === undefined ? {} : { url }),
    ...placeOf(finding.range, lines),
    ...(related.length > 0 ? { related } : {}),
    fingerprint,
    ...(fix === undefined || fix.length === 0 ? {} : { fix: { edits: editsOf(fix) } }),
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}

/** Places in articles whose text is not to be had are left out: they have no line to point at. */
function relatedOf(finding: Finding, input: ReportInput): ReportRelatedPlace[] {
  return finding.related.flatMap(({ path = finding.path, range, message }) => {
    const lines = input.linesOf(path);
    return lines === undefined ? [] : [{ path, ...placeOf(range, lines), message }];
  });
}

function textOf(path: string, input: ReportInput): { source: string; lines: LineIndex } {
  const source = input.sourceOf(path);
  const lines = input.linesOf(path);
  if (source === undefined || lines === undefined) {
    throw new Error(`The text of ${path} is needed for its report.`);
  }
  return { source, lines };
}

function placeOf(range: Range, lines: LineIndex): Pick<ReportFinding, "start" | "end"> {
  return { start: lines.pointAt(range.start), end: lines.pointAt(range.end) };
}

function editsOf(edits: readonly Edit[]): ReportEdit[] {
  return edits.map(({ start, end, text }) => ({ start, end, text }));
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    compare(a.rule, b.rule) ||
    a.range.end - b.range.end ||
    compare(a.messageId, b.messageId) ||
    compare(a.message, b.message)
  );
}

/** By UTF-16 units: the same order on every machine and in every locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
