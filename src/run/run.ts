import { pathFrom } from "../engine/paths.js";
import type { ArticleFacts } from "../facts/facts.js";
import { checkAlone, type SeenArticle } from "../lint/index.js";
import type { Report } from "../report/model.js";
import type { Finding, Rule } from "../rule/index.js";
import { applyBaseline } from "./apply-baseline.js";
import { checkEach, scopeOf, threadPlan } from "./check-each.js";
import { checkSite } from "./check-site.js";
import type { Discovery } from "./discover.js";
import { readingReason } from "./files/article-text.js";
import { createProjectFiles } from "./files/project-files.js";
import { Sources } from "./files/sources.js";
import { gate } from "./gate.js";
import { indexSite } from "./index-site.js";
import type { RunOptions } from "./options.js";
import { Reader } from "./read.js";
import { makeReport } from "./report.js";
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
  /** What was found in each article that was checked, by its path in the report; also what a baseline knows. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Checks another text of an article with the rules that hold for it, without the rest of the site. */
  checkAgain(path: string, source: string): SeenArticle;
  /** What is known of an article that was checked. */
  factsOf(path: string): ArticleFacts | undefined;
}

/** Takes the articles that were found through the stages: read, parse, check, index, site, report, gate. */
export async function run(discovery: Discovery, options: RunOptions): Promise<RunOutcome> {
  const startedAt = options.startedAt ?? options.now();
  const { project, files, flags, timer, known } = options;
  timer?.enter("config and discovery");
  const scope = await scopeOf(discovery, options);
  const { base, gone } = scope;
  const projectFiles = createProjectFiles(base, project.root, files);
  const reader = new Reader(base, options);
  const sources = new Sources((path) =>
    reader.articles.has(path) ? reader.readAgain(path) : projectFiles.text(path),
  );
  const articles = await checkEach(scope, reader, {
    known,
    cache: timer === undefined ? options.cache : undefined,
    startedAt,
    threads: threadPlan(base, reader, startedAt, options),
    hear: ({ path, source }, { findings }, isContext) => {
      if (!isContext && findings.length > 0) sources.keep(path, source);
    },
  });

  timer?.enter("site index");
  const { index, network } = await indexSite(articles, projectFiles, gone, options);
  const outcome = checkSite(articles, index, {
    files: projectFiles,
    now: startedAt,
    gone,
    sourceOf: (path) => sources.sourceOf(path),
  });

  timer?.enter("report");
  const notListed = discovery.unreadable.map(({ path, error }) => ({
    path: pathFrom(base, path),
    reason: readingReason(error),
  }));
  const notChecked = [...notListed, ...reader.unreadable];
  const ungated = makeReport(
    {
      startedAt,
      base,
      articles: reader.articles,
      otherMarkdown: discovery.otherMarkdown,
      evidence: index.evidence(),
      outcome,
      notChecked,
      network,
      sources,
    },
    options,
  );
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
