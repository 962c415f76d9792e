import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { builtInRules } from "../config/built-in-rules.js";
import { version } from "../config/version.js";
import { pathFrom } from "../engine/paths.js";
import { workTreeOf } from "../files/git-folder.js";
import { isThere, realPath, textIn } from "../files/look.js";
import { refuseUnwritable, writeGuarded } from "../files/write-file.js";
import { type Permission, RefusedWrite } from "../files/write-permission.js";
import type { FormatContext, RuleInfo } from "../report/format.js";
import { formats, type ReportMark } from "../report/formats.js";
import type { Report } from "../report/model.js";
import { isReport, marked } from "../report/report-mark.js";
import { rulePageUrl } from "../report/rule-page.js";
import { errorsOnly } from "../report/summary.js";
import type { Rule } from "../rule/index.js";
import type { RunOutcome } from "../run/outcome.js";
import { UsageError } from "../run/usage-error.js";
import { printable } from "./failure.js";
import type { FormattedReport } from "./formatters/formatter-protocol.js";
import { type Io, useColor, useHyperlinks, widthOf } from "./io.js";
import { narrowedCommand } from "./narrowed-command.js";
import type { OutputPlan } from "./outputs.js";

/** What people want to see of a report. */
export interface Showing extends Pick<FormatContext, "maxFindings" | "verbose"> {
  readonly quiet: boolean;
  /** `--color` and `--no-color`. */
  readonly color: boolean | undefined;
  /** The arguments of this run, to show others with; absent where its input is gone by then. */
  readonly argv: readonly string[] | undefined;
  /** The project, below which configs may ask for reports. */
  readonly root: string;
}

/** Columns of a report in a file. */
const FILE_WIDTH = 100;

/**
 * Writes the reports of a run to standard output and to files.
 *
 * @throws {UsageError} for a file that cannot be written
 */
export async function writeReports(
  outcome: RunOutcome,
  plans: readonly OutputPlan[],
  { quiet, color, maxFindings, verbose, argv, root }: Showing,
  io: Io,
): Promise<void> {
  const report = quiet ? errorsOnly(outcome.report) : outcome.report;
  const cwd = realPath(io.cwd);
  const repository = workTreeOf(join(outcome.base, "_")) ?? cwd;
  const shared: Omit<FormatContext, "color" | "width"> = {
    maxFindings,
    verbose,
    sourceOf: (path) => outcome.sourceOf(path),
    displayPath: (path) => pathFrom(cwd, join(outcome.base, path)),
    fileUrl: (path) => pathToFileURL(join(outcome.base, path)).href,
    repositoryPath: (path) => pathFrom(repository, join(outcome.base, path)),
    ruleInfo: (id) => ruleInfo(outcome.rules.get(id)),
    commandFor: (narrowing) => (argv === undefined ? undefined : narrowedCommand(argv, narrowing)),
  };
  const screen = {
    color: useColor(color, io.env, io.stdout),
    width: widthOf(io.stdout),
    hyperlinks: useHyperlinks(io.env, io.stdout),
  };
  const page = { color: false, width: FILE_WIDTH, hyperlinks: false };
  // A formatter of one's own that fails ends the run before anything is written.
  const own = await ownReports(plans, report, shared, { screen, page }, io);
  for (const plan of plans) {
    const { format, to } = plan;
    if (to === undefined && (await writtenInParts(format, report, io))) continue;
    const context = { ...shared, ...(to === undefined ? screen : page) };
    const { text, mark } =
      typeof format === "string"
        ? { text: (await formats[format].load())(report, context), mark: formats[format].mark }
        : (own.get(plan) ?? NOTHING);
    if (to === undefined) io.stdout.write(text);
    else {
      const file = resolve(cwd, to);
      const content = marked(text, typeof mark === "string" ? mark : "members", version);
      attempt(file, () => writeGuarded(file, content, permissionOf(plan, root, mark)));
    }
  }
  const summary = io.env.GITHUB_STEP_SUMMARY ?? "";
  if (summary === "" || plans.every(({ format }) => format !== "github")) return;
  const markdown = await formats.markdown.load();
  const text = markdown(report, { ...shared, color: false, width: FILE_WIDTH });
  try {
    appendToSummary(resolve(cwd, summary), text, root);
  } catch (error) {
    // The annotations say the same, so the run is as good without.
    if (!(error instanceof RefusedWrite)) throw error;
    io.stderr.write(
      printable(`copydesk: The summary ${summary} is not written: ${error.message}.\n`),
    );
  }
}

/** Characters that are written at once: a call for each part of a report would take longer. */
const MOST_AT_ONCE = 1 << 20;

/** Writes a report to standard output part by part; false where its format does not come in parts. */
async function writtenInParts(
  format: OutputPlan["format"],
  report: Report,
  { stdout }: Io,
): Promise<boolean> {
  if (!(format === "json" || format === "ndjson")) return false;
  const parts = await formats[format].loadParts();
  let text = "";
  for (const part of parts(report)) {
    text += part;
    if (text.length < MOST_AT_ONCE) continue;
    stdout.write(text);
    text = "";
  }
  stdout.write(text);
  return true;
}

const NOTHING: FormattedReport = { text: "", mark: "line" };

/** The reports of formatters of one's own. They are loaded only where there are some. */
async function ownReports(
  plans: readonly OutputPlan[],
  report: Report,
  shared: Omit<FormatContext, "color" | "width">,
  { screen, page }: Readonly<Record<"screen" | "page", Pick<FormatContext, "color" | "width">>>,
  io: Io,
): Promise<ReadonlyMap<OutputPlan, FormattedReport>> {
  const reports = new Map<OutputPlan, FormattedReport>();
  for (const plan of plans) {
    const { format, to } = plan;
    if (typeof format === "string") continue;
    const { formatInThread } = await import("./formatters/format-in-thread.js");
    const context = { ...shared, ...(to === undefined ? screen : page) };
    const note = (text: string): void => void io.stderr.write(text);
    reports.set(plan, await formatInThread(format, report, context, { note }));
  }
  return reports;
}

/** Largest summary that GitHub takes of a step, in bytes. */
const MOST_SUMMARY = 1024 * 1024;

/**
 * Adds a report to what other commands of the step have written to the summary of the workflow run.
 *
 * @throws {RefusedWrite} where that must not be, or is more than GitHub takes
 */
function appendToSummary(file: string, text: string, root: string): void {
  const before = isThere(file) ? textIn(file, undefined, MOST_SUMMARY) : "";
  if (before === undefined || Buffer.byteLength(before) + Buffer.byteLength(text) > MOST_SUMMARY)
    throw new RefusedWrite("GitHub takes at most 1 MiB");
  const isOurs = (): boolean => true;
  writeGuarded(file, `${before}${text}`, { purpose: "report", root, isNamed: true, isOurs });
}

/** What reports say of a rule; its messages without what is filled in. */
function ruleInfo(rule: Rule | undefined): RuleInfo | undefined {
  if (rule === undefined) return undefined;
  const help = Object.values(rule.messages).map(({ what, why, help: todo }) =>
    [what, why, todo].filter((part) => part !== "").join(" "),
  );
  const url = builtInRules.includes(rule) ? rulePageUrl(rule.id) : undefined;
  return { summary: rule.summary, url, help: help.join("\n") };
}

/**
 * Refuses the reports that may not be written to where they should go.
 *
 * @throws {UsageError} for the first of them
 */
export function refuseOutputs(plans: readonly OutputPlan[], root: string, io: Io): void {
  const cwd = realPath(io.cwd);
  for (const plan of plans) {
    if (plan.to === undefined) continue;
    const file = resolve(cwd, plan.to);
    // What marks the reports of a formatter of one's own is known once it has run.
    const mark = typeof plan.format === "string" ? undefined : { beginning: "" };
    attempt(file, () => refuseUnwritable(file, permissionOf(plan, root, mark)));
  }
}

function permissionOf(
  { isConfigured = false }: OutputPlan,
  root: string,
  mark?: FormattedReport["mark"] | ReportMark,
): Permission {
  const beginning = typeof mark === "object" ? mark.beginning : undefined;
  const isOurs = (text: string): boolean =>
    isReport(text) || (beginning !== undefined && text.startsWith(beginning));
  return { purpose: "report", root, isNamed: !isConfigured, isOurs };
}

function attempt(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    throw new UsageError(`The report ${file} is not written: ${error.message}.`);
  }
}
