import { join } from "node:path";
import { compare } from "../baseline/compare.js";
import { withoutKnown } from "../baseline/without-known.js";
import { pathFrom } from "../engine/paths.js";
import type { FileSystem } from "../files/file-system.js";
import type { UngatedReport } from "../report/model.js";
import type { Discovery } from "./discover.js";
import { ListedFiles } from "./files/listed-files.js";
import type { RunOptions } from "./options.js";
import { readBaseline } from "./read-baseline.js";

/** A run, as far as a baseline has to know it. */
export interface ComparedRun {
  /** Folder that paths in the report are relative to. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** The baseline that holds for a run: what its options say, else the configs of its articles. */
export function baselineOf(
  { articles }: Pick<Discovery, "articles">,
  { baseline }: Pick<RunOptions, "baseline">,
): string | undefined {
  if (baseline === "none") return undefined;
  return baseline ?? articles.find(({ config }) => config.baseline !== undefined)?.config.baseline;
}

/**
 * Sets the findings apart that a baseline knows.
 *
 * @throws {UsageError} for a baseline that cannot be read
 */
export function applyBaseline(
  report: UngatedReport,
  { base, startedAt }: ComparedRun,
  discovery: Pick<Discovery, "articles">,
  options: RunOptions,
): UngatedReport {
  const file = baselineOf(discovery, options);
  if (file === undefined) return report;
  const compared = compare(report, {
    entries: readBaseline(file, base, options.baselineFiles ?? options.files),
    today: dayOf(startedAt),
    exists: existsBelow(base, options.project.root, options.files),
  });
  return withoutKnown(report, compared, pathFrom(base, file));
}

/**
 * Answers whether a file that a baseline names is there: a stranger may have written it, so nothing outside is looked for.
 *
 * @param base folder that the paths are relative to
 */
export function existsBelow(
  base: string,
  root: string,
  files: FileSystem,
): (path: string) => boolean {
  const listed = new ListedFiles(root, files);
  return (path) => listed.kindOf(join(base, path)) !== undefined;
}

/** The day of a moment in UTC, as `2027-01-31`. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
