import { join, resolve } from "node:path";
import { withFiles } from "../../baseline/without-known.js";
import { builtInRules } from "../../config/built-in-rules.js";
import type { StoredConfigs } from "../../config/load/read-config.js";
import type { Project } from "../../config/project.js";
import type { ConfigFlags } from "../../config/resolve/flags.js";
import type { FileSystem } from "../../files/file-system.js";
import type { UngatedReport } from "../../report/model.js";
import { type Discovery, discover } from "../discover.js";
import type { RunOptions } from "../options.js";
import { run } from "../run.js";
import { UsageError } from "../usage-error.js";
import {
  type Change,
  type ChangeRequest,
  filesOfRevision,
  nameNow,
  narrowed,
  narrowedBefore,
  openChange,
} from "./change.js";
import { type Before, compareChange, withoutFindingsOf } from "./compare-change.js";
import { type Settled, silencedBySettings, touchesSettings } from "./silenced.js";

/** The arguments of a check, as far as git is concerned. */
export interface GitArguments {
  readonly paths: readonly string[];
  readonly noIgnore: boolean;
  readonly stdin: boolean;
  readonly deleted: readonly string[];
  readonly baseline: string | undefined;
  /** Compares the work tree with where it left this revision. */
  readonly since: string | undefined;
  readonly staged: boolean;
  readonly dirty: boolean;
  readonly changedLines: boolean;
  readonly baselineFrom: string | undefined;
  readonly configFrom: string | undefined;
}

/** What a check takes from git instead of the disk. */
export interface GitView {
  readonly stored: StoredConfigs | undefined;
  readonly siteFiles: FileSystem | undefined;
}

/** A check of a change, or against a revision. */
export interface GitCheck {
  readonly view: GitView;
  /** The files that are checked; those on disk when absent. */
  readonly files: FileSystem | undefined;
  /** Where the file of known findings is read. */
  readonly baselineFiles: FileSystem | undefined;
  /** The part of what was found that is to be checked. */
  narrow(found: Discovery, project: Project): Promise<Discovery>;
  /** How the findings are compared. */
  settle(run: SettledRun): RunOptions["settle"];
}

/** A run whose findings are compared. */
export interface SettledRun {
  readonly project: Project;
  /** Everything that was asked for, before it was narrowed. */
  readonly found: Discovery;
  /** What of it is checked. */
  readonly checked: Discovery;
  readonly files: FileSystem;
  readonly flags: ConfigFlags;
  readonly cache: RunOptions["cache"];
  /** What the network said to this run. */
  readonly online: RunOptions["online"];
}

/** Makes the project of a check with some of its files from git. */
export type MakeProject = (view?: GitView) => Project;

/**
 * Opens what the arguments ask of git.
 *
 * @throws {UsageError} for arguments that do not fit, and where git cannot tell
 */
export function openGitCheck(
  args: GitArguments,
  now: () => number,
  makeProject: MakeProject,
): GitCheck {
  const request = requestOf(args);
  const { root } = makeProject();
  const change = request === undefined ? undefined : openChange(request, root);
  const index = change?.kind === "staged" ? change.after : undefined;
  const stored = storedOf(args, index, root);
  const known = args.baselineFrom;
  const knownFiles = known === undefined ? undefined : filesOfRevision(known, root);
  return {
    view: { stored, siteFiles: index },
    files: index,
    baselineFiles: args.configFrom === undefined ? undefined : stored?.files,
    narrow: async (found, project) => {
      if (change === undefined) return found;
      return narrowed(found, change, project);
    },
    settle: (settled) => {
      const before = (files: FileSystem): Promise<Before> =>
        runBefore(args, now, makeProject({ stored, siteFiles: files }), files, change, settled);
      return async (report: UngatedReport, base: string) => {
        const present = { base, startedAt: now(), files: settled.files };
        if (known !== undefined && knownFiles !== undefined)
          return withoutFindingsOf(report, await before(knownFiles), known, present);
        if (change === undefined) return report;
        const silenced =
          args.configFrom !== undefined || !touchesSettings(change)
            ? []
            : await silencedOf(args, makeProject, change, settled);
        const then = await before(change.before);
        const gone = settled.checked.gone?.length ?? 0;
        const asked = askedOf(args, settled.found);
        const own = withFiles(report, (path) => asked(join(base, path)));
        return compareChange(own, then, change, silenced, { ...present, gone });
      };
    },
  };
}

/** @throws {UsageError} for options that exclude each other */
function requestOf(args: GitArguments): ChangeRequest | undefined {
  const { since, changedLines: linesOnly } = args;
  const kinds = (["since", "staged", "dirty"] as const).filter((name) =>
    name === "since" ? since !== undefined : args[name],
  );
  const [kind, other] = kinds;
  if (other !== undefined) throw conflict(`--${kind}`, `--${other}`);
  if (args.stdin) throw conflict(`--${kind ?? "baseline-from, --config-from"}`, "--stdin");
  if (kind !== undefined && args.deleted.length > 0)
    throw new UsageError(
      `--${kind} and --deleted cannot be combined.`,
      `Leave out --deleted: --${kind} knows which articles are deleted.`,
    );
  if (args.baselineFrom !== undefined && kind !== undefined)
    throw new UsageError(
      `--${kind} and --baseline-from cannot be combined.`,
      `Leave out --baseline-from: --${kind} knows what was there before.`,
    );
  if (args.baselineFrom !== undefined && args.baseline !== undefined)
    throw conflict("--baseline", "--baseline-from");
  if (kind === undefined && linesOnly)
    throw new UsageError(
      "--changed-lines needs to know the change.",
      "Add --since REF, --staged or --dirty.",
    );
  return kind === undefined ? undefined : { kind, revision: since ?? "HEAD", linesOnly };
}

function conflict(one: string, other: string): UsageError {
  return new UsageError(`${one} and ${other} cannot be combined.`, "Leave out one of them.");
}

function storedOf(
  { configFrom }: GitArguments,
  index: FileSystem | undefined,
  root: string,
): StoredConfigs | undefined {
  if (configFrom !== undefined)
    return { files: filesOfRevision(configFrom, root), name: configFrom, code: "none" };
  return index === undefined ? undefined : { files: index, name: "the index", code: "unchanged" };
}

/** Checks the files of before as those of now are. */
async function runBefore(
  args: GitArguments,
  now: () => number,
  project: Project,
  files: FileSystem,
  change: Change | undefined,
  { flags, cache, online, found: foundNow }: SettledRun,
): Promise<Before> {
  const found = await foundIn(args, project, files);
  const options = { project, files, flags, cache, builtInRules, now, online };
  if (change === undefined) return run(found, { ...options, baseline: "none" });
  const everything =
    args.paths.length === 0 ? found : await foundIn({ ...args, paths: [] }, project, files);
  const part = narrowedBefore(found, everything, change);
  const { report, base } = await run(part, { ...options, baseline: "none" });
  const [asked, askedNow] = [askedOf(args, found), askedOf(args, foundNow)];
  const own = withFiles(report, (path) => {
    const file = join(base, path);
    return asked(file) || askedNow(nameNow(file, change));
  });
  return { report: own, base };
}

/** Whether a file is among those that the paths mean: others are only read to judge them. */
function askedOf({ paths }: GitArguments, { articles }: Discovery): (file: string) => boolean {
  const named = new Set(articles.map(({ path }) => path));
  return (file) => paths.length === 0 || named.has(file);
}

/** What the paths meant then; nothing where they did not exist yet. */
async function foundIn(
  { paths, noIgnore }: GitArguments,
  project: Project,
  files: FileSystem,
): Promise<Discovery> {
  const options = { project, files, noIgnore };
  const lists = await Promise.all(
    (paths.length === 0 ? [[]] : paths.map((path) => [path])).map((one) =>
      discover(one, options).catch((error: unknown) => {
        if (error instanceof UsageError) return undefined;
        throw error;
      }),
    ),
  );
  const articles = new Map(
    lists.flatMap((list) => list?.articles ?? []).map((article) => [article.path, article]),
  );
  return {
    articles: [...articles.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [],
    unreadable: [],
    isWhole: paths.length === 0,
  };
}

function silencedOf(
  args: GitArguments,
  makeProject: MakeProject,
  change: Change,
  { project, found, files }: SettledRun,
): ReturnType<typeof silencedBySettings> {
  const baseline = args.baseline === undefined ? undefined : resolve(project.cwd, args.baseline);
  const before = async (): Promise<Settled> => {
    const { before: filesThen } = change;
    const stored = { files: filesThen, name: "the commit before", code: "unchanged" } as const;
    const then = makeProject({ stored, siteFiles: filesThen });
    const discovery = await foundIn(args, then, files);
    return { project: then, files: filesThen, discovery, baseline };
  };
  return silencedBySettings({ project, files, discovery: found, baseline }, before, change);
}
