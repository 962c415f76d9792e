import { resolve } from "node:path";
import { builtInRules } from "../config/built-in-rules.js";
import { Project } from "../config/project.js";
import type { ConfigFlags } from "../config/resolve/flags.js";
import { type FileSystem, filesIn, nodeFileSystem } from "../files/file-system.js";
import type { GitArguments, GitCheck, GitView } from "../run/change/git-check.js";
import { type Discovery, discover } from "../run/discover.js";
import { elsewhere } from "../run/discovery/base-folder.js";
import { missingManifests } from "../run/discovery/missing-manifests.js";
import { textDiscovery } from "../run/discovery/text-discovery.js";
import { ArticleKeys } from "../run/kept/article-keys.js";
import type { MergedShards } from "../run/kept/shard-file.js";
import { askNetwork, defaultCacheFile, type NetworkAnswers } from "../run/network.js";
import type { RunOptions } from "../run/options.js";
import type { RunOutcome } from "../run/outcome.js";
import { run } from "../run/run.js";
import type { RunTimer } from "../run/stats/run-timer.js";
import { UsageError } from "../run/usage-error.js";
import { type CacheArguments, openArticleCache } from "./article-cache.js";
import { printable } from "./failure.js";
import type { FixArguments } from "./fix/fix-arguments.js";
import { deadlineOf, flagsOf, threadsOf } from "./flag-values.js";
import { type Io, readAll } from "./io.js";
import { createProgress, type Progress } from "./progress.js";

/** The arguments of a check, read but not yet judged. */
export interface CheckArguments extends GitArguments, CacheArguments {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly formats: readonly string[];
  readonly rules: readonly string[];
  readonly only: readonly string[];
  readonly failOn: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly maxFindings: string | undefined;
  readonly showUnknown: boolean;
  readonly maxWarnings: string | undefined;
  readonly baseline: string | undefined;
  /** Reports known findings like others: for what compares them itself. */
  readonly ignoresBaseline?: boolean;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly printConfig: string | undefined;
  readonly noIgnore: boolean;
  readonly deleted: readonly string[];
  readonly stats: boolean;
  readonly threads: string | undefined;
  /** Whether the network may be used, or its cache with `offline`. */
  readonly online: boolean;
  readonly offline: boolean;
  readonly fragments: boolean | undefined;
  readonly suggestArchive: boolean | undefined;
  readonly allowPrivate: boolean;
  readonly onlineCache: string | undefined;
  readonly deadline: string | undefined;
  /** `COPYDESK_NAME=host`: where the value of a variable may be sent. */
  readonly secretHosts: readonly string[];
  readonly noOnlineCache: boolean;
  readonly noConfigCode: boolean;
  readonly color: boolean | undefined;
  /** How the articles are to be changed; undefined for not at all. */
  readonly fix?: FixArguments | undefined;
  /** `2/5`: the part of the articles that is checked. */
  readonly shard?: string | undefined;
  readonly shardFile?: string | undefined;
  /** What shards have found in the articles. */
  readonly shards?: MergedShards | undefined;
}

/** A check that is about to begin. */
export interface OpenCheck extends Omit<CheckedArticles, "outcome" | "again"> {
  readonly options: RunOptions;
  readonly progress: Progress;
  /** Keeps what was found in the articles for another time. */
  save(): void;
}

/** What a run is about, before and after it. */
export interface CheckedArticles {
  readonly project: Project;
  readonly discovery: Discovery;
  readonly outcome: RunOutcome;
  /** Standard input, where that is checked. */
  readonly given: Uint8Array | undefined;
  /** What was given instead of files, by absolute path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
  /** Checks the same articles again, some with other texts, by absolute path. */
  again(texts: ReadonlyMap<string, string>): Promise<RunOutcome>;
}

/** The project of the articles that arguments name. */
export function projectOf(args: CheckArguments, io: Io, view?: GitView): Project {
  return new Project({
    ...view,
    cwd: io.cwd,
    config: args.config,
    noConfigCode: args.noConfigCode,
    builtInRules,
    elsewhere: args.stdin ? undefined : elsewhere(args.paths, io.cwd, nodeFileSystem),
  });
}

/**
 * Finds the articles that arguments name, and what their check needs.
 *
 * @param before called when the articles are found; may refuse the run
 * @throws {UsageError | ConfigError} for arguments or configs that cannot be used
 */
export async function openCheck(
  args: CheckArguments,
  io: Io,
  timer?: RunTimer,
  before: (found: Pick<CheckedArticles, "project" | "discovery">) => void = () => {},
): Promise<OpenCheck> {
  const flags = flagsOf(args);
  deadlineOf(args.deadline);
  const threads = threadsOf(args.threads);
  const git = await gitCheckOf(args, io);
  const project = projectOf(args, io, git?.view);
  const files = git?.files ?? filesIn(project.root);
  const { discovery: found, given } = await find(args, project, files, io);
  const discovery = (await git?.narrow(found, project)) ?? found;
  const texts = new Map(
    given === undefined ? [] : discovery.articles.map(({ path }) => [path, given]),
  );
  const notes = [...discovery.notes, ...missingManifests(discovery, project.cwd, files)];
  for (const note of notes) io.stderr.write(`copydesk: ${printable(note)}\n`);
  if (discovery.articles.length === 0) await refuseWrongFlags(project, flags);
  before({ project, discovery });
  const kept = mayKeep(args) ? openArticleCache(args, project.root, io) : undefined;
  const progress = createProgress(io);
  let answers: NetworkAnswers | undefined;
  const asking = args.online ? await networkOf(args, project, progress, io) : undefined;
  const online: RunOptions["online"] =
    asking === undefined
      ? undefined
      : async (requests) => {
          answers = await asking(requests);
          return answers;
        };
  // What was there before is judged by the same answers of other sites.
  const sameAnswers: RunOptions["online"] = async (requests) =>
    answers ?? (await online?.(requests)) ?? NO_ANSWERS;
  const options: RunOptions = {
    project,
    files,
    baselineFiles: git?.baselineFiles,
    settle: git?.settle({
      project,
      found,
      checked: discovery,
      files,
      flags,
      cache: kept?.cache,
      online: online === undefined ? undefined : sameAnswers,
    }),
    flags,
    builtInRules,
    now: io.now,
    progress: progress.update,
    showsUnknown: args.showUnknown,
    baseline: baselineOf(args, io),
    timer,
    cache: kept?.cache,
    isReportOnly: args.fix === undefined,
    threads,
    mostThreads: (await project.configFor(project.cwd)).threads,
    online,
    texts,
    ...(args.shards === undefined ? {} : ofShards(args.shards)),
  };
  return { project, discovery, given, texts, options, progress, save: () => kept?.save() };
}

/** Whether what is found in articles may be kept: not where it is measured, or read from shards. */
function mayKeep({ stats, shards }: CheckArguments): boolean {
  return !stats && shards === undefined;
}

/** What the shards of a check bring into the run that merges them. */
function ofShards(shards: MergedShards): Pick<RunOptions, "startedAt" | "known"> {
  const keys = new ArticleKeys();
  return {
    startedAt: shards.startedAt,
    known: { find: (input) => shards.find(keys.keyOf(input)) },
  };
}

/**
 * Finds the articles that arguments name, and checks them.
 *
 * @param before called when the articles are found and nothing is checked yet; may refuse the run
 * @throws {UsageError | ConfigError} for arguments or configs that cannot be used
 */
export async function checkArticles(
  args: CheckArguments,
  io: Io,
  timer?: RunTimer,
  before: (found: Pick<CheckedArticles, "project" | "discovery">) => void = () => {},
): Promise<CheckedArticles> {
  const { options, progress, save, ...found } = await openCheck(args, io, timer, before);
  const { discovery, texts } = found;
  const outcome = await run(discovery, options);
  save();
  progress.clear();
  const again = async (others: ReadonlyMap<string, string>): Promise<RunOutcome> => {
    const repeated = await run(discovery, {
      ...options,
      texts: new Map<string, string | Uint8Array>([...texts, ...others]),
    });
    save();
    progress.clear();
    return repeated;
  };
  return { ...found, outcome, again };
}

const NO_ANSWERS: NetworkAnswers = {
  verdicts: new Map(),
  asked: 0,
  fromCache: 0,
  interrupted: false,
};

/** What the arguments ask of git; undefined where they ask nothing. */
export async function gitCheckOf(args: CheckArguments, io: Io): Promise<GitCheck | undefined> {
  if (!asksGit(args)) return undefined;
  const { openGitCheck } = await import("../run/change/git-check.js");
  return openGitCheck(args, io.now, (view) => projectOf(args, io, view));
}

/** Whether arguments ask git for anything. */
function asksGit(args: CheckArguments): boolean {
  const { since, baselineFrom, configFrom, staged, dirty, changedLines } = args;
  const isNamed = [since, baselineFrom, configFrom].some((name) => name !== undefined);
  return isNamed || staged || dirty || changedLines;
}

function baselineOf({ baseline, baselineFrom, ignoresBaseline = false }: CheckArguments, io: Io) {
  if (ignoresBaseline || baselineFrom !== undefined) return "none";
  return baseline === undefined ? undefined : resolve(io.cwd, baseline);
}

/** Articles refuse names of rules that do not exist; without articles, the working directory does. */
async function refuseWrongFlags(project: Project, flags: ConfigFlags): Promise<void> {
  const config = await project.configFor(project.cwd);
  project.settingsFrom(project.cwd, flags).resolveFor(resolve(project.cwd, "any.md"), config);
}

/** How this run asks the network: the config of the working directory, the flags over it. */
async function networkOf(
  args: CheckArguments,
  project: Project,
  progress: Progress,
  io: Io,
): Promise<ReturnType<typeof askNetwork>> {
  const { fragments, suggestArchive, allowPrivate, offline, noOnlineCache } = args;
  const { online } = await project.configFor(project.cwd);
  const { withheldSecrets, withSecretHosts } = await import("./secret-hosts.js");
  const env = withSecretHosts(io.env, args.secretHosts);
  for (const note of withheldSecrets(online, env))
    io.stderr.write(`copydesk: ${printable(note)}\n`);
  const interruption = new AbortController();
  io.onInterrupt?.(() => interruption.abort());
  const file = args.onlineCache === undefined ? undefined : resolve(io.cwd, args.onlineCache);
  return askNetwork({
    config: online,
    flags: { fragments, suggestArchive, allowPrivate, deadlineMs: deadlineOf(args.deadline) },
    offline,
    cacheFile: noOnlineCache ? undefined : (file ?? defaultCacheFile(io.env)),
    root: project.root,
    env,
    signal: interruption.signal,
    progress: progress.asking,
    note: (text) => {
      progress.clear();
      io.stderr.write(`copydesk: ${printable(text)}\n`);
    },
  });
}

async function find(
  args: CheckArguments,
  project: Project,
  files: FileSystem,
  io: Io,
): Promise<{ readonly discovery: Discovery; readonly given?: Uint8Array }> {
  if (!args.stdin) {
    if (args.stdinFilename !== undefined) throw new UsageError("--stdin-filename needs --stdin.");
    const { noIgnore, deleted: gone } = args;
    const options = { project, files, noIgnore, gone };
    return { discovery: await discover(args.paths, options) };
  }
  if (args.paths.length > 0 || args.deleted.length > 0) {
    throw new UsageError(
      "--stdin checks standard input, so it cannot be combined with paths.",
      "Leave out --stdin or the paths.",
    );
  }
  const name = args.stdinFilename ?? "stdin.md";
  const discovery = await textDiscovery(name, {
    project,
    files,
    noIgnore: args.noIgnore,
  });
  return { discovery, given: await readAll(io.stdin) };
}
