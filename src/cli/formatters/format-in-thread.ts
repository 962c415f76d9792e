import { Worker } from "node:worker_threads";
import type { FormatContext, RuleInfo } from "../../report/format.js";
import type { Report, ReportFile } from "../../report/model.js";
import { UsageError } from "../../run/usage-error.js";
import { printable } from "../failure.js";
import type { OwnFormat } from "../outputs.js";
import {
  type FileNames,
  type FormattedReport,
  type FormatterReply,
  type FormatterTask,
  formatterReplySchema,
} from "./formatter-protocol.js";

/** What the thread runs, built. */
const WORKER = new URL("./formatter-worker.js", import.meta.url);

/** Longest time that a formatter may take, in milliseconds. */
const PATIENCE = 60_000;

export interface ThreadOptions {
  /** Hears what the formatter prints. */
  readonly note: (text: string) => void;
  /** Longest time that it may take, in milliseconds; a minute when absent. */
  readonly patience?: number;
  /** The built module of the thread; that beside this code when absent. */
  readonly module?: URL;
}

/**
 * Has a formatter of one's own make its report, in a thread that is ended when it takes too long.
 *
 * @throws {UsageError} when it fails
 */
export async function formatInThread(
  { name, file }: OwnFormat,
  report: Report,
  context: FormatContext,
  options: ThreadOptions,
): Promise<FormattedReport> {
  const reply = await replyOf(taskOf(file, report, context), options);
  if (reply.kind === "text") return reply;
  throw new UsageError(
    `The formatter ${name} ${printable(reply.reason)}.`,
    "docs/guide/formats.md says what a formatter is.",
  );
}

function replyOf(
  task: FormatterTask,
  { note, patience = PATIENCE, module = WORKER }: ThreadOptions,
): Promise<FormatterReply> {
  const worker = new Worker(module, { workerData: task, stdin: false, stdout: true, stderr: true });
  // Standard output is for the report alone.
  for (const stream of [worker.stdout, worker.stderr])
    stream.on("data", (text: Buffer) => note(printable(text.toString("utf8"))));
  return new Promise((resolve) => {
    const end = (reply: FormatterReply): void => {
      clearTimeout(watchdog);
      worker.removeAllListeners();
      // Its death throes are nobody's concern.
      worker.on("error", () => {});
      void worker.terminate().then(() => resolve(reply));
    };
    const fail = (reason: string): void => end({ kind: "failed", reason });
    const watchdog = setTimeout(
      () => fail(`has not ended after ${Math.round(patience / 1000)} seconds`),
      patience,
    );
    worker.on("message", (message: unknown) => {
      const reply = formatterReplySchema.safeParse(message).data;
      if (reply === undefined) fail("answers otherwise than a formatter does");
      else end(reply);
    });
    worker.on("error", (error) => fail(`has ended its thread: ${error.message.split("\n")[0]}`));
    worker.on("exit", () => fail("has ended without a report"));
  });
}

function taskOf(file: string, report: Report, context: FormatContext): FormatterTask {
  const { color, width, maxFindings, verbose } = context;
  const ids = new Set(report.files.flatMap(allFindings).map(({ rule }) => rule));
  const rules = [...ids].flatMap((id): readonly [string, RuleInfo][] => {
    const info = context.ruleInfo?.(id);
    return info === undefined ? [] : [[id, info]];
  });
  return {
    file,
    report,
    color,
    width,
    maxFindings,
    verbose,
    files: new Map(report.files.map((one) => [one.path, namesOf(one, context)])),
    rules: new Map(rules),
  };
}

function allFindings({ findings, suppressed }: ReportFile) {
  return [...findings, ...(suppressed ?? [])];
}

function namesOf(file: ReportFile, context: FormatContext): FileNames {
  const { path } = file;
  return {
    display: context.displayPath?.(path) ?? path,
    repository: context.repositoryPath?.(path) ?? path,
    source: allFindings(file).length === 0 ? undefined : context.sourceOf(path),
  };
}
