import { indexLines, type LineIndex } from "../article/lines.js";
import type { Range } from "../article/range.js";
import type { Cause } from "../lint/causes.js";
import type { ArticleResult, Crash, FileResult } from "../lint/contract.js";
import type { Edit, Finding, Severity } from "../rule/finding.js";
import { causesOf } from "./causes.js";
import { fingerprintsOf } from "./fingerprint.js";
import type {
  ReportEdit,
  ReportFile,
  ReportFinding,
  ReportNotChecked,
  ReportRelatedPlace,
  ReportRun,
  ReportSettings,
  ReportSummary,
  ReportSuppressedFinding,
  UngatedReport,
} from "./model.js";
import { summarise } from "./summary.js";

/** Everything a report is made of. */
export interface ReportInput {
  /** Version of copydesk. */
  readonly version: string;
  readonly run: ReportRun;
  /** What held for the checked articles. */
  readonly settings: readonly ReportSettings[];
  readonly results: readonly ArticleResult[];
  /** Files that are no articles, where something was found in them; their texts are asked for, too. */
  readonly otherFiles?: readonly FileResult[];
  readonly crashes: readonly Crash[];
  /** Causes that findings of the results share; none when absent. */
  readonly causes?: readonly Cause[];
  /** Whether each reference that could not be judged is listed (`--show-unknown`). */
  readonly showsUnknown?: boolean;
  /** Files that could not be read. */
  readonly notChecked: readonly ReportNotChecked[];
  /** The original text of a checked article, or of another file that a finding is about. */
  sourceOf(path: string): string | undefined;
  linesOf(path: string): LineIndex | undefined;
  /** Least severity that fails the run in a file. */
  failOnOf(path: string): Severity;
  /** Address of a rule's page; undefined for rules without one, such as a plugin's. */
  urlOf(rule: string): string | undefined;
}

/**
 * Builds the report of a run: files sorted by path, findings by start and rule, everything counted.
 * An article whose text is gone by now, deleted during the run, is listed as not checked.
 */
export function buildReport(input: ReportInput): UngatedReport {
  const files: ReportFile[] = [];
  const gone: ArticleResult[] = [];
  const unknown: ReportSummary["unknown"] = {};
  let references = 0;
  for (const result of input.results) {
    const file = fileOf(result, input);
    if (file === undefined) {
      gone.push(result);
      continue;
    }
    files.push(file);
    references += result.references;
    for (const { reason } of result.unknown) unknown[reason] = (unknown[reason] ?? 0) + 1;
  }
  for (const result of input.otherFiles ?? []) files.push(otherFileOf(result, input));
  files.sort((a, b) => compare(a.path, b.path));
  const causes = causesOf(input.causes ?? [], input);
  return {
    version: 1,
    tool: { name: "copydesk", version: input.version },
    run: input.run,
    settings: [...input.settings],
    summary: summarise({ files, causes, references, unknown, rules: rulesOf(input.settings) }),
    files,
    causes,
    notChecked: notCheckedOf(input, gone),
  };
}

/** The rules that looked at some file. */
function rulesOf(settings: readonly ReportSettings[]): ReadonlySet<string> {
  return new Set(settings.flatMap(({ rules }) => Object.keys(rules)));
}

function notCheckedOf(
  { notChecked, crashes }: ReportInput,
  gone: readonly ArticleResult[],
): ReportNotChecked[] {
  const crashed = crashes.map(({ path, rule, reason }) => ({
    path,
    reason: `The rule ${rule} crashed: ${reason}`,
  }));
  const lost = gone.map(({ facts: { path } }) => ({
    path,
    reason: "The file was deleted during the run, so its findings have no text.",
  }));
  return [...notChecked, ...crashed, ...lost]
    .map(({ path, reason }) => ({ path, reason }))
    .sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason));
}

interface Entry {
  readonly finding: Finding;
  readonly silenced?: { readonly directive: Range; readonly reason: string | undefined };
}

/** Undefined where the text is gone and something in it needs a place. */
function fileOf(result: ArticleResult, input: ReportInput): ReportFile | undefined {
  const { path, format, engine, metadata } = result.facts;
  const failOn = input.failOnOf(path);
  const file: ReportFile = { ...placed(path), format, engine, failOn, metadata, findings: [] };
  const entries: Entry[] = [];
  for (const finding of result.findings) entries.push({ finding });
  for (const { finding, ...silenced } of result.suppressed) entries.push({ finding, silenced });
  const unknown = input.showsUnknown === true ? result.unknown : [];
  // A clean article's text is not asked for: it may have to be read again.
  if (entries.length === 0 && unknown.length === 0) return file;
  const text = textOf(path, input);
  if (text === undefined) return undefined;

  entries.sort((a, b) => compareFindings(a.finding, b.finding));
  const { source, lines } = text;
  const fingerprints = fingerprintsOf(
    entries.map((entry) => entry.finding),
    source,
    lines,
  );
  const suppressed: ReportSuppressedFinding[] = [];
  for (const [index, { finding, silenced }] of entries.entries()) {
    const reported = findingOf(finding, lines, fingerprints[index] ?? "", input);
    if (silenced === undefined) file.findings.push(reported);
    else {
      suppressed.push({
        ...reported,
        directive: placeOf(silenced.directive, lines),
        ...(silenced.reason === undefined ? {} : { reason: silenced.reason }),
      });
    }
  }
  if (suppressed.length > 0) file.suppressed = suppressed;
  if (unknown.length > 0) {
    file.unknown = unknown.map(({ reason, url, range }) => ({
      reason,
      url,
      ...placeOf(range, lines),
    }));
  }
  return file;
}

const NO_METADATA: ReportFile["metadata"] = {
  title: null,
  date: null,
  updated: null,
  authors: [],
  categories: [],
  tags: [],
  words: 0,
};

function placed(path: string): Pick<ReportFile, "path" | "folder"> {
  const end = path.lastIndexOf("/");
  return { path, folder: end === -1 ? "" : path.slice(0, end) };
}

/** A file without text, such as a picture, is pointed at as a whole. */
function otherFileOf({ path, findings }: FileResult, input: ReportInput): ReportFile {
  const { source, lines } = textOf(path, input) ?? { source: "", lines: indexLines("") };
  const sorted = findings
    .map((finding) => ({ ...finding, range: within(finding.range, source.length) }))
    .sort(compareFindings);
  const fingerprints = fingerprintsOf(sorted, source, lines);
  return {
    ...placed(path),
    format: "other",
    engine: "none",
    failOn: input.failOnOf(path),
    metadata: NO_METADATA,
    findings: sorted.map((finding, index) =>
      findingOf(finding, lines, fingerprints[index] ?? "", input),
    ),
  };
}

function within({ start, end }: Range, length: number): Range {
  return { start: Math.min(start, length), end: Math.min(end, length) };
}

/** A finding as reports hold it. */
export function findingOf(
  finding: Finding,
  lines: LineIndex,
  fingerprint: string,
  input: Pick<ReportInput, "linesOf" | "urlOf">,
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
    why: finding.why,
    help: finding.help,
    ...(url === undefined ? {} : { url }),
    ...(finding.cause === undefined ? {} : { cause: finding.cause }),
    ...placeOf(finding.range, lines),
    ...(related.length > 0 ? { related } : {}),
    fingerprint,
    ...(finding.concerns === undefined ? {} : { concerns: finding.concerns.scope }),
    ...(fix === undefined || fix.length === 0 ? {} : { fix: { edits: editsOf(fix) } }),
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}

/** Places in articles whose text is not to be had are left out: they have no line to point at. */
function relatedOf(finding: Finding, input: Pick<ReportInput, "linesOf">): ReportRelatedPlace[] {
  if (finding.related.length === 0) return [];
  return finding.related.flatMap(({ path = finding.path, range, message }) => {
    const lines = input.linesOf(path);
    return lines === undefined ? [] : [{ path, ...placeOf(range, lines), message }];
  });
}

function textOf(
  path: string,
  input: ReportInput,
): { source: string; lines: LineIndex } | undefined {
  const source = input.sourceOf(path);
  const lines = input.linesOf(path);
  return source === undefined || lines === undefined ? undefined : { source, lines };
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
