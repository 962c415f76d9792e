import { dirname, join } from "node:path";
import { isInside, pathFrom } from "../../engine/paths.js";
import { refuseUnwritable, writeGuarded } from "../../files/write-file.js";
import { type Permission, RefusedWrite } from "../../files/write-permission.js";
import { UsageError } from "../../run/usage-error.js";
import type { CacheArguments } from "../article-cache.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import { nextLines } from "../init/next-steps.js";
import { planOf } from "../init/plan.js";
import { type Offer, offersOf, type Situation, situationOf } from "../init/situation.js";
import type { Part, Step } from "../init/step.js";
import { findingsText, siteLines, surveyOf } from "../init/survey.js";
import type { Io } from "../io.js";

export interface InitArguments extends CacheArguments {
  /** Does what is usual, and asks nothing. */
  readonly yes: boolean;
  /** Writes nothing, and shows what would be written. */
  readonly dryRun: boolean;
  /** Writes the config in TypeScript. */
  readonly typescript: boolean;
  /** Parts that are wanted by name: the config, these, and no question. */
  readonly parts: readonly Part[];
  readonly noConfigCode: boolean;
}

/**
 * Sets copydesk up in a project: config, baseline, hook, and a check in continuous integration. What is there already
 * stays as it is.
 *
 * @throws {UsageError | ConfigError} where nothing can be set up, and for files that cannot be written
 */
export async function runInit(args: InitArguments, io: Io): Promise<ExitCode> {
  const { noConfigCode, noCache, cacheLocation } = args;
  const looking = { io, noConfigCode, noCache, cacheLocation };
  const survey = await surveyOf(looking);
  if (survey.report.files.length === 0)
    throw new UsageError(
      "There are no articles here.",
      "Run copydesk init in the root of the site; or write files: into a config.",
    );
  const situation = await situationOf(survey, args.typescript);
  refuseOtherFolders(situation);
  for (const line of siteLines(survey)) say(io, line);
  say(io, `Found: ${findingsText(survey)}`);
  say(io, "");
  const parts = await chosenParts(args, offersOf(situation), io);
  if (parts === undefined) {
    say(io, "Nothing is written.");
    return ExitCode.usage;
  }
  const steps = await planOf(situation, parts, looking);
  if (!args.dryRun) write(steps, situation);
  tell(steps, situation, args, io);
  return ExitCode.clean;
}

/** A folder in a repository is set up by itself, unless what holds for it lies around it. */
function refuseOtherFolders({ folder, config, survey }: Situation): void {
  if (config !== undefined && dirname(config) !== folder)
    throw new UsageError(
      `The config ${config} holds for this folder.`,
      `Set copydesk up there: cd ${dirname(config)} && npx copydesk init`,
    );
  const { base, discovery, report } = survey;
  if (discovery.articles.every(({ path }) => isInside(path, folder))) return;
  const site = join(base, report.run.sites[0]?.folder ?? "");
  throw new UsageError(
    `This folder is part of the site in ${site}.`,
    `Set copydesk up for the whole site: cd ${site} && npx copydesk init`,
  );
}

/** Which parts are set up; undefined where the person who was asked wants none. */
async function chosenParts(
  { yes, dryRun, parts }: InitArguments,
  offers: readonly Offer[],
  io: Io,
): Promise<ReadonlySet<Part> | undefined> {
  const usual = offers.flatMap(({ part, isUsual }) => (isUsual ? [part] : []));
  if (parts.length > 0) return new Set(["config", ...parts, ...(yes ? usual : [])]);
  if (yes || dryRun || offers.length === 0) return new Set(usual);
  if (io.prompts === undefined)
    throw new UsageError(
      "copydesk init asks what to write, and there is no terminal to ask at.",
      "Add --yes to write what is usual, or --dry-run to see it.",
    );
  const choices = offers.map(({ part, label, hint, isUsual }) => ({
    value: part,
    label: printable(label),
    hint: printable(hint),
    isSelected: isUsual,
  }));
  const chosen = await io.prompts.chooseMany("What shall copydesk write?", choices);
  return chosen && new Set(offers.flatMap(({ part }) => (chosen.includes(part) ? [part] : [])));
}

/** @throws {UsageError} for the first file that cannot be written; then none is */
function write(steps: readonly Step[], { repository: { root } }: Situation): void {
  const files = steps.filter((step) => step.kind === "write");
  const permissionOf = (before: string | undefined): Permission => ({
    purpose: "config",
    root,
    // A file is only added to as it was read.
    ...(before === undefined ? {} : { mayReplace: (text: string) => text === before }),
  });
  for (const { file, before } of files)
    attempt(file, () => refuseUnwritable(file, permissionOf(before)));
  for (const { file, text, before } of files)
    attempt(file, () => writeGuarded(file, text, permissionOf(before)));
}

function attempt(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    throw new UsageError(`${file} is not written: ${error.message}.`);
  }
}

function tell(
  steps: readonly Step[],
  situation: Situation,
  { dryRun }: InitArguments,
  io: Io,
): void {
  const nameOf = (file: string): string => pathFrom(situation.folder, file);
  const written = steps.filter((step) => step.kind === "write");
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      dryRun ? "Would create" : "Created",
      written.filter(({ before }) => before === undefined).map(lineOf),
    ],
    [
      dryRun ? "Would change" : "Changed",
      written.filter(({ before }) => before !== undefined).map(lineOf),
    ],
    [
      "Is already there",
      steps.flatMap((step) => (step.kind === "there" ? [nameOf(step.file)] : [])),
    ],
    [
      "Left out",
      steps.flatMap((step) => (step.kind === "left out" ? [`${step.part}: ${step.why}`] : [])),
    ],
    ["Next", nextLines(steps, situation, dryRun)],
  ];
  function lineOf({ file, note }: (typeof written)[number]): string {
    return note === undefined ? nameOf(file) : `${nameOf(file)} (${note})`;
  }
  for (const [title, lines] of sections) {
    if (lines.length === 0) continue;
    say(io, title);
    for (const line of lines) say(io, `  ${line.replaceAll("\n", "\n  ")}`);
  }
}

function say(io: Io, line: string): void {
  io.stdout.write(`${printable(line)}\n`);
}
