import type { Format, FormatContext, RuleInfo } from "../format.js";
import type {
  Report,
  ReportEdit,
  ReportFile,
  ReportFinding,
  ReportKnownFinding,
  ReportPoint,
  ReportSuppressedFinding,
} from "../model.js";
import { compareSeverity } from "../order.js";
import { safeJson } from "../safe-json.js";
import { type SourceLines, sourceLines } from "../source-lines.js";
import { neutralise } from "../text/neutralise.js";
import { uriOf } from "./place.js";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** GitHub refuses a run with more results, and keeps the first 5 000 of them. */
const MOST_RESULTS = 25_000;
/** GitHub shows 100 places of a result, and refuses more than 1 000. */
const MOST_RELATED = 100;

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/**
 * A report in SARIF 2.1.0, for GitHub's code scanning and other servers: the gravest results first, within GitHub's limits.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const formatSarif: Format = (report, context) => {
  const found = resultsOf(report);
  const kept = found.slice(0, MOST_RESULTS);
  const ids = [...new Set(kept.map(({ finding }) => finding.rule))].sort();
  const linesOf = sourceLines(context);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return safeJson({
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "copydesk",
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: "https://github.com/copydesk/copydesk",
            rules: ids.map((id) => ruleOf(id, context.ruleInfo?.(id))),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [invocationOf(report, found.length - kept.length, context)],
        results: kept.map((one) => ({
          ruleIndex: indexes.get(one.finding.rule) ?? -1,
          ...resultOf(one, linesOf(one.file.path), context),
        })),
      },
    ],
  });
};

interface Found {
  readonly file: ReportFile;
  readonly finding: ReportFinding;
  readonly suppressed?: ReportSuppressedFinding;
  /** Why it fails no run. */
  readonly known?: ReportKnownFinding["by"] | "baseline";
}

/** All findings, the gravest first; the silenced ones stand last, where a limit cuts them off first. */
function resultsOf({ files }: Report): readonly Found[] {
  const open = files.flatMap((file) => file.findings.map((finding): Found => ({ file, finding })));
  const silenced = files.flatMap((file) => [
    ...(file.suppressed ?? []).map((finding): Found => ({ file, finding, suppressed: finding })),
    ...(file.known ?? []).map(
      (finding): Found => ({ file, finding, known: finding.by ?? "baseline" }),
    ),
  ]);
  open.sort((a, b) => compareSeverity(a.finding, b.finding));
  silenced.sort((a, b) => compareSeverity(a.finding, b.finding));
  return [...open, ...silenced];
}

function ruleOf(id: string, info: RuleInfo | undefined): object {
  const family = id.split("/")[0] ?? id;
  const properties = { tags: [neutralise(family)] };
  if (info === undefined) return { id: neutralise(id), properties };
  const { summary, url, help } = info;
  return {
    id: neutralise(id),
    shortDescription: { text: neutralise(`${summary}.`) },
    ...(help === "" ? {} : { help: { text: help } }),
    ...(url === undefined ? {} : { helpUri: url }),
    properties,
  };
}

function invocationOf(
  { run, gate, notChecked }: Report,
  leftOut: number,
  context: FormatContext,
): object {
  const notifications = [
    ...notChecked.map(({ path, reason }) => ({
      level: "error",
      message: { text: neutralise(reason) },
      locations: [{ physicalLocation: { artifactLocation: artifact(path, context) } }],
    })),
    ...(leftOut === 0
      ? []
      : [{ level: "warning", message: { text: `${leftOut} more results are left out.` } }]),
  ];
  return {
    executionSuccessful: notChecked.length === 0,
    exitCode: gate.exitCode,
    startTimeUtc: run.startedAt,
    endTimeUtc: new Date(Date.parse(run.startedAt) + run.durationMs).toISOString(),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function resultOf(
  { file, finding, suppressed, known }: Found,
  text: SourceLines | undefined,
  context: FormatContext,
): object {
  const { rule, severity, message, why, help, fingerprint, related = [] } = finding;
  const said = [message, why, help].filter((part) => part !== "").map(neutralise);
  const fixes = fixesOf(file.path, finding, text, context);
  return {
    ruleId: neutralise(rule),
    level: LEVELS[severity],
    message: { text: said.join("\n") },
    locations: [{ physicalLocation: physical(file.path, finding, context) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, MOST_RELATED).map((place, id) => ({
            id,
            message: { text: neutralise(place.message) },
            physicalLocation: physical(place.path, place, context),
          })),
        }),
    partialFingerprints: { "copydesk/v1": fingerprint },
    ...(fixes.length === 0 ? {} : { fixes }),
    // Where some results say it, all have to.
    suppressions: [
      ...(suppressed === undefined ? [] : [suppressionOf(file.path, suppressed, context)]),
      ...(known === undefined ? [] : [{ kind: "external", justification: KNOWN[known] }]),
    ],
    properties: { messageId: neutralise(finding.messageId), certainty: finding.certainty },
  };
}

/** Why a known finding fails no run. */
const KNOWN = {
  baseline: "The baseline knows it.",
  base: "It was there before the change.",
  lines: "It is not on a line of the change.",
} as const;

function suppressionOf(
  path: string,
  { directive, reason }: ReportSuppressedFinding,
  context: FormatContext,
): object {
  return {
    kind: "inSource",
    ...(reason === undefined ? {} : { justification: neutralise(reason) }),
    location: { physicalLocation: physical(path, directive, context) },
  };
}

interface Span {
  readonly start: ReportPoint;
  readonly end: ReportPoint;
}

function physical(path: string, span: Span, context: FormatContext): object {
  return { artifactLocation: artifact(path, context), region: region(span) };
}

function artifact(path: string, context: FormatContext): object {
  return { uri: uriOf(context.repositoryPath?.(path) ?? path), uriBaseId: "%SRCROOT%" };
}

function region({ start, end }: Span): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** The safe fix, or else the changes to choose from, each with what it does. */
function fixesOf(
  path: string,
  finding: ReportFinding,
  text: SourceLines | undefined,
  context: FormatContext,
): readonly object[] {
  const { fix, help, suggestions = [] } = finding;
  const choices = fix === undefined ? suggestions : [{ message: help, edits: fix.edits }];
  if (text === undefined) return [];
  const { lines } = text;
  const replacement = (edit: ReportEdit): object => ({
    deletedRegion: region({ start: lines.pointAt(edit.start), end: lines.pointAt(edit.end) }),
    insertedContent: { text: edit.text },
  });
  return choices.map(({ message, edits }) => ({
    description: { text: neutralise(message) },
    artifactChanges: [
      { artifactLocation: artifact(path, context), replacements: edits.map(replacement) },
    ],
  }));
}
