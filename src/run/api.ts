import { dirname, resolve } from "node:path";
import { builtInRules } from "../config/built-in-rules.js";
import { Project } from "../config/project.js";
import { type ConfigFlags, NO_FLAGS } from "../config/resolve/flags.js";
import type { Config } from "../config/schema/schema.js";
import { filesIn, nodeFileSystem } from "../files/file-system.js";
import type { Report } from "../report/model.js";
import type { GitView } from "./change/git-check.js";
import { discover } from "./discover.js";
import { elsewhere } from "./discovery/base-folder.js";
import type { RunOutcome } from "./outcome.js";
import { run } from "./run.js";

/** What both `lintText` and `lintFiles` take. */
export interface LintOptions {
  /** A config, or the file to read it from. Searched for from each article upward when absent. */
  readonly config?: Config | string;
  /** Folder that paths are relative to. The process's working directory when absent. */
  readonly cwd?: string;
  /** Refuses configs that are code. */
  readonly noConfigCode?: boolean;
  /** Settings over the config: `id:severity`, as `--rule`. */
  readonly rules?: readonly string[];
  /** Rule ids and globs; only these are run, as `--only`. */
  readonly only?: readonly string[];
  /** Lists the references that could not be judged, as `--show-unknown`. */
  readonly showUnknown?: boolean;
  /** A file of known findings, relative to `cwd`, instead of that of the config. */
  readonly baseline?: string;
  /** The moment of the run, in milliseconds since 1970. Now when absent. */
  readonly now?: number;
}

export interface LintTextOptions extends LintOptions {
  /**
   * Reads no other article, so that links to them stay undecided: for checks while someone types. Without it the
   * articles of the same site are read, where the whole site is in view.
   */
  readonly alone?: boolean;
  /** Where the text would be saved: it decides the format and the config. `article.md` when absent. */
  readonly path?: string;
}

export interface LintFilesOptions extends LintOptions {
  /** Checks ignored files as well. */
  readonly noIgnore?: boolean;
  /** Threads that check articles: their number, or `auto` for as many as pay. 1 when absent. A config that is a value is not handed to threads. */
  readonly threads?: number | "auto";
  /** Articles that were deleted or renamed: the links that still lead to them are reported. */
  readonly deleted?: readonly string[];
  /** Checks what a change touches and compares with before, as `--since` and its kin. */
  readonly change?: ChangeOptions;
}

/** What to ask git; each as the option of the command line that is called like it. */
export interface ChangeOptions {
  /** The change since the work tree left this revision. */
  readonly since?: string;
  /** What the index holds. */
  readonly staged?: boolean;
  /** What is not committed. */
  readonly dirty?: boolean;
  /** Fails only for findings on lines of the change. */
  readonly changedLines?: boolean;
  /** A revision whose findings are known. */
  readonly baselineFrom?: string;
  /** A revision whose settings hold. */
  readonly configFrom?: string;
}

/**
 * Checks one article given as text. Other files are looked at only to judge its links and images, and what it
 * shares with other articles of its site.
 *
 * @throws {ConfigError} when the config cannot be used
 */
export async function lintText(text: string, options: LintTextOptions = {}): Promise<Report> {
  const project = projectOf(options);
  const path = resolve(project.cwd, options.path ?? "article.md");
  const config = await project.configFor(dirname(path));
  const isWhole = options.alone === true;
  const discovery = { articles: [{ path, config }], notes: [], unreadable: [], isWhole };
  const texts = new Map([[path, text]]);
  return (await run(discovery, { ...runOptions(project, options), texts })).report;
}

/**
 * Checks files, folders and globs, as the command line does.
 *
 * @throws {UsageError} for a path that does not exist
 * @throws {ConfigError} when a config cannot be used
 */
export async function lintFiles(
  paths: readonly string[],
  options: LintFilesOptions = {},
): Promise<Report> {
  return (await checkFiles(paths, options)).outcome.report;
}

/** What was checked, and the way to check it again with other texts, by absolute path. */
export interface CheckedFiles {
  readonly project: Project;
  readonly outcome: RunOutcome;
  again(texts: ReadonlyMap<string, string>): Promise<RunOutcome>;
}

/** Checks files as `lintFiles` does, and keeps what changing them takes. */
export async function checkFiles(
  paths: readonly string[],
  options: LintFilesOptions,
): Promise<CheckedFiles> {
  const { change = {}, deleted = [], noIgnore = false } = options;
  const now = options.now ?? Date.now();
  const { openGitCheck } = await import("./change/git-check.js");
  const git = openGitCheck(
    {
      paths,
      noIgnore,
      deleted,
      stdin: false,
      baseline: options.baseline,
      since: change.since,
      staged: change.staged === true,
      dirty: change.dirty === true,
      changedLines: change.changedLines === true,
      baselineFrom: change.baselineFrom,
      configFrom: change.configFrom,
    },
    () => now,
    (view) => projectOf(options, paths, view),
  );
  const project = projectOf(options, paths, git.view);
  const files = git.files ?? filesIn(project.root);
  const found = await discover(paths, { project, files, noIgnore, gone: deleted });
  const checked = await git.narrow(found, project);
  const common = runOptions(project, { ...options, now });
  const { flags } = common;
  const settled = { project, found, checked, files, flags, cache: undefined, online: undefined };
  const all = {
    ...common,
    threads: options.threads,
    files,
    baseline: change.baselineFrom === undefined ? common.baseline : ("none" as const),
    baselineFiles: git.baselineFiles,
    settle: git.settle(settled),
  };
  const again = (texts: ReadonlyMap<string, string>) => run(checked, { ...all, texts });
  return { project, outcome: await run(checked, all), again };
}

function projectOf(options: LintOptions, paths: readonly string[] = [], view?: GitView): Project {
  const cwd = options.cwd ?? process.cwd();
  return new Project({
    ...view,
    cwd,
    config: options.config,
    noConfigCode: options.noConfigCode,
    builtInRules,
    elsewhere: elsewhere(paths, cwd, nodeFileSystem),
  });
}

function runOptions(project: Project, options: LintOptions) {
  const flags: ConfigFlags = { ...NO_FLAGS, rules: options.rules ?? [], only: options.only ?? [] };
  const now = options.now ?? Date.now();
  const showsUnknown = options.showUnknown === true;
  const files = filesIn(project.root);
  const baseline =
    options.baseline === undefined ? undefined : resolve(project.cwd, options.baseline);
  return { project, files, flags, builtInRules, now: () => now, showsUnknown, baseline };
}
