import { normalize, resolve } from "node:path";
import { formatterModule, namesFormatter } from "../config/load/formatter-module.js";
import { findRoot } from "../config/root.js";
import { realPath } from "../files/look.js";
import { nearestWord } from "../knowledge/text/nearest.js";
import { DEFAULT_FORMAT, FORMAT_NAMES, type FormatName, isFormatName } from "../report/formats.js";
import type { Discovery } from "../run/discover.js";
import { UsageError } from "../run/usage-error.js";

/** A formatter of one's own. */
export interface OwnFormat {
  /** As given. */
  readonly name: string;
  /** Its module, absolute. */
  readonly file: string;
}

/** One report to be written: to a file, or to standard output. */
export interface OutputPlan {
  readonly format: FormatName | OwnFormat;
  /** File as given; undefined for standard output. */
  readonly to: string | undefined;
  /** Whether a config asks for it, and not the command line. */
  readonly isConfigured?: boolean;
}

/** Where the formats of a command line are looked for. */
export interface FormatScope {
  readonly cwd: string;
  /** `--no-config-code`, which refuses formatters of one's own. */
  readonly noConfigCode: boolean;
}

/** What a format is called. */
export function nameOfFormat(format: OutputPlan["format"]): string {
  return typeof format === "string" ? format : format.name;
}

/**
 * Reads what `--format` was given: `FORMAT=FILE` writes a report to a file, `FORMAT` alone to standard output, where otherwise
 * the human one goes.
 *
 * @throws {UsageError} for an unknown format, two reports for standard output, or two for one file
 */
export function planOutputs(formats: readonly string[], scope: FormatScope): readonly OutputPlan[] {
  const plans = formats.map((given) => planOf(given, scope));
  const toScreen = plans.filter(({ to }) => to === undefined);
  if (toScreen.length > 1) {
    throw new UsageError(
      `Only one report can go to standard output, not ${toScreen.map(({ format }) => nameOfFormat(format)).join(" and ")}.`,
      `Name a file for the other: --format ${nameOfFormat(toScreen[1]?.format ?? DEFAULT_FORMAT)}=FILE.`,
    );
  }
  const files = plans.filter(({ to }) => to !== undefined);
  const places = files.map(({ to = "" }) => normalize(to));
  const twice = places.find((place, index) => places.indexOf(place) < index);
  if (twice !== undefined) throw new UsageError(`Two reports cannot go to one file, ${twice}.`);
  return [toScreen[0] ?? { format: DEFAULT_FORMAT, to: undefined }, ...files];
}

/**
 * The reports of a run: those of the command line, and those that the configs of its articles ask for, each once. A file that the
 * command line names is not the config's.
 *
 * @param cwd what paths are relative to
 */
export function withConfigured(
  plans: readonly OutputPlan[],
  { articles }: Pick<Discovery, "articles">,
  cwd: string,
): readonly OutputPlan[] {
  const named = new Set(plans.map(({ to }) => (to === undefined ? undefined : resolve(cwd, to))));
  const configured = new Map<string, OutputPlan>();
  for (const { reports } of new Set(articles.map(({ config }) => config))) {
    for (const { format: name, formatter, to } of reports) {
      if (named.has(resolve(cwd, to))) continue;
      const format = formatter === undefined ? formatNamed(name) : { name, file: formatter };
      configured.set(to, { format, to, isConfigured: true });
    }
  }
  return [...plans, ...configured.values()];
}

function planOf(given: string, scope: FormatScope): OutputPlan {
  const equals = given.indexOf("=");
  if (equals === -1) return { format: formatGiven(given, scope), to: undefined };
  const format = formatGiven(given.slice(0, equals), scope);
  const to = given.slice(equals + 1);
  if (to === "") throw new UsageError(`--format ${given} names no file.`);
  return { format, to };
}

function formatGiven(name: string, { cwd, noConfigCode }: FormatScope): OutputPlan["format"] {
  if (!namesFormatter(name)) return formatNamed(name);
  if (noConfigCode)
    throw new UsageError(
      `The formatter ${name} is code, and --no-config-code refuses code.`,
      "Name a format of copydesk, or leave out --no-config-code.",
    );
  const found = formatterModule(name, realPath(cwd), findRoot(cwd));
  if (found.kind === "wrong") throw new UsageError(found.message, found.help);
  return { name, file: found.file };
}

/**
 * Reads the name of a format of copydesk.
 *
 * @throws {UsageError} when there is none of that name
 */
export function formatNamed(name: string): FormatName {
  if (isFormatName(name)) return name;
  const near = nearestWord(name, FORMAT_NAMES);
  throw new UsageError(
    `The report format "${name}" does not exist.`,
    near === undefined
      ? `Formats: ${FORMAT_NAMES.join(", ")}; the path of a formatter of your own begins with ./.`
      : `Did you mean "${near}"?`,
  );
}
