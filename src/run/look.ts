import { pathFrom } from "../engine/paths.js";
import type { ProjectFiles } from "../lint/contract.js";
import { checkAlone, type SiteArticle } from "../lint/index.js";
import type { UngatedReport } from "../report/model.js";
import { Clock, type Period, within } from "../rule/clock.js";
import { checkEach, threadPlan } from "./check-each.js";
import { checkSite } from "./check-site.js";
import type { Discovery } from "./discover.js";
import { readingReason } from "./files/article-text.js";
import type { Sources } from "./files/sources.js";
import { indexSite } from "./index-site.js";
import { ArticleStamps } from "./kept/article-stamps.js";
import type { RunOptions } from "./options.js";
import { NOTHING_FOUND, type RunOutcome } from "./outcome.js";
import type { Reader } from "./read.js";
import { makeReport, type ReportParts } from "./report.js";
import type { Scope } from "./scope.js";

/** What articles are looked at with. */
export interface Scene {
  readonly scope: Scope;
  readonly discovery: Discovery;
  readonly reader: Reader;
  readonly projectFiles: ProjectFiles;
  readonly sources: Sources;
  readonly startedAt: number;
  /** Hears of each file that is not read for the sake of its stamp, by its absolute path. */
  readonly believe: (path: string, stamp: string) => void;
}

/** What came of looking at articles. */
export interface Looked extends Pick<RunOutcome, "found" | "checkAgain" | "factsOf"> {
  readonly report: UngatedReport;
  /** When the same comes of the same files. */
  readonly period: Period;
}

/** Looks at the articles one by one, unless it is known what comes of that, and at all of them together. */
export async function look(
  { scope, discovery, reader, projectFiles, sources, startedAt, believe }: Scene,
  options: RunOptions,
): Promise<Looked> {
  const { known, timer, files, texts } = options;
  const { base, gone } = scope;
  const cache = timer === undefined ? options.cache : undefined;
  const areOnDisk = files.stamp !== undefined && (texts?.size ?? 0) === 0;
  const stamps =
    cache !== undefined && known === undefined && areOnDisk
      ? new ArticleStamps({ cache, base, files, startedAt, believe })
      : undefined;
  const articles = await checkEach(scope, reader, {
    known,
    cache,
    stamps,
    startedAt,
    threads: threadPlan(base, reader, startedAt, options),
    hear: ({ path, source }, { findings }, isContext) => {
      if (!isContext && findings.length > 0) sources.keep(path, source);
    },
  });

  const clock = new Clock(startedAt);
  const { outcome, evidence, network } = await lookTogether(
    articles,
    { projectFiles, sources, gone, clock },
    options,
  );

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
      evidence,
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
  if (options.isReportOnly === true) return { ...NOTHING_FOUND, report, period };
  const subjects = new Map(
    articles.filter((one) => one.isContext !== true).map((one) => [one.input.path, one]),
  );
  return {
    report,
    period,
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

/** Looks at all articles together. The index, which holds what every link leads to, is let go before the report is made. */
async function lookTogether(
  articles: readonly SiteArticle[],
  {
    projectFiles: files,
    sources,
    gone,
    clock,
  }: Pick<Scene, "projectFiles" | "sources"> & Pick<Scope, "gone"> & { readonly clock: Clock },
  { timer, online }: RunOptions,
): Promise<Pick<ReportParts, "outcome" | "evidence" | "network">> {
  timer?.enter("site index");
  const { index, network } = await indexSite(articles, files, gone, { online, clock });
  const outcome = checkSite(articles, index, {
    files,
    clock,
    gone,
    sourceOf: (path) => sources.sourceOf(path),
  });
  return { outcome, evidence: index.evidence(), network };
}
