import { dirname, join, relative, resolve } from "node:path";
import { type Compared, compare } from "../../baseline/compare.js";
import {
  type BaselineEntry,
  isBaseline,
  isDay,
  printBaseline,
  printEntry,
} from "../../baseline/entry.js";
import { pathFrom } from "../../engine/paths.js";
import { filesIn, nodeFileSystem } from "../../files/file-system.js";
import { writeGuarded } from "../../files/write-file.js";
import { RefusedWrite } from "../../files/write-permission.js";
import { plural } from "../../report/count.js";
import { guardLines, neutralise } from "../../report/text/neutralise.js";
import { baselineOf, dayOf, existsBelow } from "../../run/apply-baseline.js";
import { entriesFor, readBaseline } from "../../run/read-baseline.js";
import { UsageError } from "../../run/usage-error.js";
import { type CheckArguments, type CheckedArticles, checkArticles } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import { BASELINE_NAME, mergeByLines } from "../merge-by-lines.js";
import type { BASELINE_ACTIONS } from "../options.js";

export interface BaselineArguments extends CheckArguments {
  readonly action: (typeof BASELINE_ACTIONS)[number];
  /** The last day on which new entries are known. */
  readonly until: string | undefined;
  /** Who wants to mend what new entries name. */
  readonly owner: string | undefined;
  /** Takes new findings in, too. */
  readonly acceptNew: boolean;
}

/** What the run found, the baseline it is compared with, and where that lies. */
interface Situation {
  readonly file: string;
  readonly base: string;
  readonly root: string;
  readonly entries: readonly BaselineEntry[];
  readonly compared: Compared;
  readonly isNamedByConfig: boolean;
}

/**
 * Writes, updates, prunes or explains the file of known findings.
 *
 * @throws {UsageError | ConfigError} for arguments, configs or baselines that cannot be used
 */
export async function runBaseline(args: BaselineArguments, io: Io): Promise<ExitCode> {
  if (args.until !== undefined && !isDay(args.until))
    throw new UsageError(`--until must be a day such as 2027-01-31, not "${args.until}".`);
  const checked = await checkArticles({ ...args, ignoresBaseline: true }, io);
  const situation = situationOf(args, checked, io);
  switch (args.action) {
    case "create":
      return create(args, situation, io);
    case "update":
      return update(args, situation, io);
    case "prune":
      return prune(situation, io);
    case "status":
      return status(situation, io);
  }
}

function situationOf(args: BaselineArguments, checked: CheckedArticles, io: Io): Situation {
  const { project, discovery, outcome } = checked;
  const configured = baselineOf(discovery, { baseline: undefined });
  const [article] = discovery.articles;
  const folder = dirname(article?.config.file ?? join(project.cwd, BASELINE_NAME));
  const named = args.baseline === undefined ? undefined : resolve(io.cwd, args.baseline);
  const file = named ?? configured ?? join(folder, BASELINE_NAME);
  const files = filesIn(project.root);
  const exists = nodeFileSystem.kindOf(file) !== undefined;
  if (args.action === "create" && exists)
    throw new UsageError(
      `The baseline ${file} exists already.`,
      "copydesk baseline update changes it.",
    );
  const entries = args.action === "create" ? [] : readBaseline(file, outcome.base, files);
  const compared = compare(outcome.report, {
    entries,
    today: dayOf(io.now()),
    exists: existsBelow(outcome.base, project.root, files),
  });
  const isNamedByConfig = configured === file;
  return { file, base: outcome.base, root: project.root, entries, compared, isNamedByConfig };
}

function create(args: BaselineArguments, situation: Situation, io: Io): ExitCode {
  const { file, base, compared } = situation;
  const entries = newEntries(args, compared);
  write(situation, entries);
  say(io, `Created ${shown(file, io)}: ${plural(entries.length, "known finding")}.`);
  sayMerge(situation, io);
  if (!situation.isNamedByConfig) {
    const name = pathFrom(base, file);
    say(io, `Next: write "baseline: ${name}" into the config, and commit both files.`);
  }
  return ExitCode.clean;
}

function update(args: BaselineArguments, situation: Situation, io: Io): ExitCode {
  const { compared } = situation;
  const added = newEntries(args, compared).filter(isNot(compared.expired));
  const moved = compared.known.filter(({ file, entry }) => file.path !== entry.path);
  for (const entry of compared.gone) say(io, `- ${printEntry(entry)}`);
  for (const { file, entry } of moved) say(io, `> ${printEntry(entry)} is in ${file.path} now`);
  for (const entry of added) say(io, `+ ${printEntry(entry)}`);
  const isRefused = added.length > 0 && !args.acceptNew;
  const kept = [
    ...compared.known.map(({ file, entry }) => ({ ...entry, path: file.path })),
    ...compared.expired,
    ...compared.unchecked,
  ];
  const counts = `${added.length} added, ${compared.gone.length} removed, ${kept.length} kept`;
  if (isRefused) {
    say(io, `Nothing is written: ${plural(added.length, "finding is", "findings are")} new.`);
    say(io, "Mend them, or take them in with --accept-new.");
    return ExitCode.findings;
  }
  write(situation, [...kept, ...added]);
  say(io, `Updated ${shown(situation.file, io)}: ${counts}.`);
  return ExitCode.clean;
}

function prune(situation: Situation, io: Io): ExitCode {
  const { compared, entries, file } = situation;
  const gone = new Set(compared.gone);
  for (const entry of compared.gone) say(io, `- ${printEntry(entry)}`);
  const kept = entries.filter((entry) => !gone.has(entry));
  if (gone.size > 0) write(situation, kept);
  say(io, `Pruned ${shown(file, io)}: ${gone.size} removed, ${kept.length} kept.`);
  return ExitCode.clean;
}

function status({ compared, file }: Situation, io: Io): ExitCode {
  const { known, gone, expired, unchecked } = compared;
  say(
    io,
    `${shown(file, io)}: ${known.length + expired.length + gone.length + unchecked.length} entries`,
  );
  say(
    io,
    `${compared.new.length} new, ${known.length} known, ${gone.length} gone, ${expired.length} expired`,
  );
  if (unchecked.length > 0)
    say(io, `${unchecked.length} of files or rules that this run did not check`);
  for (const [title, keyOf] of [
    ["by rule", ({ rule }: BaselineEntry) => rule],
    ["by owner", ({ owner }: BaselineEntry) => owner],
    ["by last day", ({ until }: BaselineEntry) => until],
  ] as const) {
    const rows = counted(known.map(({ entry }) => keyOf(entry)));
    if (rows.length === 0) continue;
    say(io, "");
    say(io, title);
    for (const [name, count] of rows) say(io, `${String(count).padStart(6)}  ${name}`);
  }
  return ExitCode.clean;
}

/** How often each name occurs, the most frequent first. */
function counted(names: readonly (string | undefined)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

function newEntries(
  { until, owner }: BaselineArguments,
  compared: Compared,
): readonly BaselineEntry[] {
  return compared.new.map(({ file, finding: { rule, fingerprint } }) => ({
    path: file.path,
    rule,
    fingerprint,
    ...(until === undefined ? {} : { until }),
    ...(owner === undefined ? {} : { owner }),
  }));
}

/** Findings whose entry has expired stay as they are: who wants them known again gives them another day. */
function isNot(entries: readonly BaselineEntry[]): (entry: BaselineEntry) => boolean {
  const keys = new Set(entries.map(({ rule, fingerprint }) => `${rule}\0${fingerprint}`));
  return ({ rule, fingerprint }) => !keys.has(`${rule}\0${fingerprint}`);
}

function write({ file, base, root }: Situation, entries: readonly BaselineEntry[]): void {
  const text = printBaseline(entriesFor(file, base, entries));
  attempt(file, () =>
    writeGuarded(file, text, { purpose: "config", root, mayReplace: isBaseline }),
  );
}

/** Has git merge baselines line by line: their order does not matter. */
function sayMerge({ file, root }: Situation, io: Io): void {
  const merge = mergeByLines(file, root);
  if (merge === undefined) return;
  const { attributes, line, isWritten } = merge;
  const help = "branches that add entries merge without conflict";
  if (isWritten) say(io, `Added "${line}" to ${shown(attributes, io)}: ${help}.`);
  else say(io, `Add "${line}" to ${shown(attributes, io)}, so that ${help}.`);
}

function attempt(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    throw new UsageError(`${file} is not written: ${error.message}.`);
  }
}

function shown(file: string, io: Io): string {
  return relative(io.cwd, file) || ".";
}

function say(io: Io, line: string): void {
  io.stdout.write(`${guardLines(line.split("\t").map(neutralise).join("\t"))}\n`);
}
