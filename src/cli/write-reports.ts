import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pathFrom } from "../engine/paths.js";
import { realPath } from "../files/look.js";
import type { FormatContext } from "../report/format.js";
import { formats } from "../report/formats.js";
import { errorsOnly } from "../report/summary.js";
import type { RunOutcome } from "../run/run.js";
import { UsageError } from "../run/usage-error.js";
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
  { quiet, color, maxFindings, verbose, argv }: Showing,
  io: Io,
): Promise<void> {
  const report = quiet ? errorsOnly(outcome.report) : outcome.report;
  const cwd = realPath(io.cwd);
  const shared: Omit<FormatContext, "color" | "width"> = {
    maxFindings,
    verbose,
    sourceOf: (path) => outcome.sourceOf(path),
    displayPath: (path) => pathFrom(cwd, join(outcome.base, path)),
    fileUrl: (path) => pathToFileURL(join(outcome.base, path)).href,
    commandFor: (narrowing) => (argv === undefined ? undefined : narrowedCommand(argv, narrowing)),
  };
  for (const { format, to } of plans) {
    const formatter = await formats[format].load();
    if (to === undefined) {
      const hyperlinks = useHyperlinks(io.env, io.stdout);
      const own = { color: useColor(color, io.env, io.stdout), width: widthOf(io.stdout) };
      io.stdout.write(formatter(report, { ...shared, ...own, hyperlinks }));
    } else {
      const text = formatter(report, { ...shared, color: false, width: FILE_WIDTH });
      await writeReport(resolve(io.cwd, to), text);
    }
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(
      `The report ${file} cannot be written: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
