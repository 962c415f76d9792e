import { dirname, relative, sep } from "node:path";
import { type BaselineEntry, BaselineError, parseBaseline } from "../baseline/entry.js";
import type { FileSystem } from "../files/file-system.js";
import { UsageError } from "./usage-error.js";

/** Largest baseline that is read, in bytes: some hundred thousand findings. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads the known findings of a file.
 *
 * @param file absolute
 * @param base folder that paths in the report are relative to
 * @throws {UsageError} for a file that is not there, or is no baseline
 */
export function readBaseline(
  file: string,
  base: string,
  files: FileSystem,
): readonly BaselineEntry[] {
  const entries = parsed(file, textOf(file, files));
  const folder = dirname(file);
  if (folder === base) return entries;
  // Entries are written relative to their file, and compared relative to the report.
  const prefix = relative(base, folder).split(sep).join("/");
  return entries.map((entry) => ({ ...entry, path: joined(prefix, entry.path) }));
}

/** Entries as they are written into a file: relative to its folder. */
export function entriesFor(
  file: string,
  base: string,
  entries: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const folder = dirname(file);
  if (folder === base) return entries;
  return entries.map((entry) => ({
    ...entry,
    path: relative(folder, `${base}/${entry.path}`).split(sep).join("/"),
  }));
}

function joined(prefix: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${prefix}/${path}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function textOf(file: string, files: FileSystem): string {
  try {
    return new TextDecoder().decode(files.read(file, MOST_BYTES));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isMissing ? "does not exist" : "cannot be read";
    throw new UsageError(
      `The baseline ${file} ${reason}.`,
      isMissing ? "copydesk baseline writes one." : undefined,
    );
  }
}

function parsed(file: string, text: string): readonly BaselineEntry[] {
  try {
    return parseBaseline(text);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new UsageError(`${file}:${error.line}: ${error.message}`);
  }
}
