import { pathFrom } from "../engine/paths.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { ProjectFiles } from "../lint/contract.js";
import { checkAlone, type SeenArticle, type SiteArticle, type SiteOutcome } from "../lint/index.js";
import type { Report, UngatedReport } from "../report/model.js";
import { Clock, NEVER, type Period, within } from "../rule/clock.js";
import type { Finding, Rule } from "../rule/index.js";
import { applyBaseline } from "./apply-baseline.js";
import { checkEach, type Scope, scopeOf, threadPlan } from "./check-each.js";
import { checkSite } from "./check-site.js";
import type { Discovery } from "./discover.js";
import { readingReason } from "./files/article-text.js";
import { createProjectFiles } from "./files/project-files.js";
import { Sources } from "./files/sources.js";
import { gate } from "./gate.js";
import { indexSite } from "./index-site.js";
import { AskedFiles } from "./kept/asked-files.js";
import { isAboutFilesOnly, KnownRun } from "./kept/known-run.js";
import type { RunOptions } from "./options.js";
import { Reader } from "./read.js";
import { asOfNow, makeReport } from "./report.js";
import { rulesOf } from "./settings-of-run.js";

/** The outcome of a run. */
export interface RunOutcome {
  readonly report: Report;
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  /** The rules that looked at some article, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The original text of an article, by its path in the report. */
  sourceOf(path: string): string | undefined;
  /**
   * What was found in each article that was checked, by its path in the report; also what a baseline knows. Nothing, like
   * `factsOf`, where only the report is asked for and is known from before.
   */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Checks another text of an article with the rules that hold for it, without the rest of the site. */
  checkAgain(path: string, source: string): SeenArticle;
  /** What is known of an article that was checked. */
  factsOf(path: string): ArticleFacts | undefined;
}

/** Takes the articles that were found through the stages: read, parse, check, index, site, report, gate. */
export async function run(discovery: Discovery, options: RunOptions): Promise<RunOutcome> {
  const startedAt = options.startedAt ?? options.now();
  const { project, flags, timer } = options;
  timer?.enter("config and discovery");
  const scope = await scopeOf(discovery, options);
  const { base } = scope;
  const asked = isAboutFilesOnly(scope, discovery, options)
    ? new AskedFiles(options.files, startedAt)
    : undefined;
  const files = asked?.files ?? options.files;
  const reader = new Reader(base, { ...options, files });
  const projectFiles = createProjectFiles(base, project.root, files);
  const sources = new Sources((path) =>
    reader.articles.has(path) ? reader.readAgain(path) : projectFiles.text(path),
  );

  const known = asked && knownRun(scope, discovery, reader, asked, options);
  const kept = known?.reportAt(startedAt);
  const scene = { scope, discovery, reader, projectFiles, sources, startedAt };
  const looked: Looked =
    kept === undefined
      ? await look(scene, options)
      : { ...NOTHING, report: asOfNow(kept, startedAt, options) };
  const { report: ungated, articles, outcome, period } = looked;
  if (kept === undefined && reader.unreadable.length === 0) known?.keep(ungated, period);

  const unsettled = applyBaseline(ungated, { base, startedAt }, discovery, options);
  const fresh = (await options.settle?.(unsettled, base)) ?? unsettled;
  const report = { ...fresh, gate: gate(fresh, reader.articles, flags) };
  const subjects = new Map(
    articles.filter((one) => one.isContext !== true).map((one) => [one.input.path, one]),
  );
  return {
    report,
    base,
    rules: rulesOf(reader.articles.values()),
    sourceOf: (path) => sources.sourceOf(path),
    found: new Map(
      outcome.results
        .filter(({ facts }) => subjects.has(facts.path))
        .map(({ facts, findings }) => [facts.path, findings]),
    ),
    checkAgain: (path, source) => {
      const known = subjects.get(path);
      if (known === undefined) throw new TypeError(`${path} was not checked.`);
      return checkAlone({ ...known.input, source, decodingProblems: [] }, startedAt);
    },
    factsOf: (path) => subjects.get(path)?.checked.facts,
  };
}

/** What articles are looked at with. */
interface Scene {
  readonly scope: Scope;
  readonly discovery: Discovery;
  readonly reader: Reader;
  readonly projectFiles: ProjectFiles;
  readonly sources: Sources;
  readonly startedAt: number;
}

/** What came of looking at articles. */
interface Looked {
  readonly articles: readonly SiteArticle[];
  readonly outcome: SiteOutcome;
  readonly report: UngatedReport;
  /** When the same comes of the same files. */
  readonly period: Period;
}

/** Nobody had to look. */
const NOTHING: Omit<Looked, "report"> = {
  articles: [],
  outcome: { results: [], causes: [], files: [], crashes: [] },
  period: NEVER,
};

/** Looks at the articles one by one, unless it is known what comes of that, and at all of them together. */
async function look(
  { scope, discovery, reader, projectFiles, sources, startedAt }: Scene,
  options: RunOptions,
): Promise<Looked> {
  const { known, cache, timer } = options;
  const { base, gone } = scope;
  const articles = await checkEach(scope, reader, {
    known,
    cache: timer === undefined ? cache : undefined,
    startedAt,
    threads: threadPlan(base, reader, startedAt, options),
    hear: ({ path, source }, { findings }, isContext) => {
      if (!isContext && findings.length > 0) sources.keep(path, source);
    },
  });

  timer?.enter("site index");
  const clock = new Clock(startedAt);
  const { index, network } = await indexSite(articles, projectFiles, gone, {
    online: options.online,
    clock,
  });
  const outcome = checkSite(articles, index, {
    files: projectFiles,
    clock,
    gone,
    sourceOf: (path) => sources.sourceOf(path),
  });

  timer?.enter("report");
  const notListed = discovery.unreadable.map(({ path, error }) => ({
    path: pathFrom(base, path),
    reason: readingReason(error),
  }));
  const report = makeReport(
    {
      startedAt,
      base,
      articles: reader.articles,
      otherMarkdown: discovery.otherMarkdown,
      evidence: index.evidence(),
      outcome,
      notChecked: [...notListed, ...reader.unreadable],
      network,
      sources,
    },
    options,
  );
  const period = articles.reduce(
    (whole, { checked }) => within(whole, checked.period),
    clock.period,
  );
  return { articles, outcome, report, period };
}

/** What is known of the run from before, where its files alone decide what comes of it. */
function knownRun(
  { base, subjects }: Scope,
  discovery: Discovery,
  reader: Reader,
  asked: AskedFiles,
  options: RunOptions,
): KnownRun | undefined {
  reader.settle(subjects);
  return KnownRun.of({ base, discovery, articles: reader.articles }, options, asked);
}
