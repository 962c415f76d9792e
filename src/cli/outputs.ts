import { extname } from "node:path";
import { nearestWord } from "../knowledge/text/nearest.js";
import { DEFAULT_FORMAT, FORMAT_NAMES, type FormatName, isFormatName } from "../report/formats.js";
import { UsageError } from "../run/usage-error.js";

/** One report to be written: to a file, or to standard output. */
export interface OutputPlan {
  readonly format: FormatName;
  /** File as given; undefined for standard output. */
  readonly to: string | undefined;
  /** Whether a config asks for it, and not the command line. */
  readonly isConfigured?: boolean;
}

/**
 * Pairs formats with files: a file takes the format given just before it, else the one its extension
 * tells. A format without a file goes to standard output, where otherwise the human one goes.
 *
 * @param argv the arguments as given: only there the order of different options can be seen
 * @throws {UsageError} for an unknown format, or two reports for standard output
 */
export function planOutputs(
  argv: readonly string[],
  formats: readonly string[],
  files: readonly string[],
): readonly OutputPlan[] {
  const plans: OutputPlan[] = [];
  const toScreen: FormatName[] = [];
  let waiting: FormatName | undefined;
  let format = 0;
  let file = 0;
  for (const argument of argv) {
    if (argument === "--") break;
    if (/^(?:--format(?:=|$)|-f)/.test(argument)) {
      if (waiting !== undefined) toScreen.push(waiting);
      waiting = formatNamed(formats[format] ?? "");
      format += 1;
    } else if (/^(?:--output-file(?:=|$)|-o)/.test(argument)) {
      const to = files[file] ?? "";
      plans.push({ format: waiting ?? formatOfFile(to), to });
      waiting = undefined;
      file += 1;
    }
  }
  if (waiting !== undefined) toScreen.push(waiting);
  if (toScreen.length > 1) {
    throw new UsageError(
      `Only one report can go to standard output, not ${toScreen.join(" and ")}.`,
      "Put --output-file FILE after the format that should go to a file.",
    );
  }
  return [{ format: toScreen[0] ?? DEFAULT_FORMAT, to: undefined }, ...plans];
}

/**
 * Reads the name of a format.
 *
 * @throws {UsageError} when there is none of that name
 */
export function formatNamed(name: string): FormatName {
  if (isFormatName(name)) return name;
  const near = nearestWord(name, FORMAT_NAMES);
  throw new UsageError(
    `The report format "${name}" does not exist.`,
    near === undefined ? `Formats: ${FORMAT_NAMES.join(", ")}.` : `Did you mean "${near}"?`,
  );
}

function formatOfFile(file: string): FormatName {
  const extension = extname(file).slice(1).toLowerCase();
  if (isFormatName(extension)) return extension;
  if (extension === "txt" || extension === "log") return "human";
  throw new UsageError(
    `The report format of ${file} is not clear from its extension.`,
    `Put --format before it, with one of ${FORMAT_NAMES.join(", ")}.`,
  );
}
