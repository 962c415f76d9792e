import { createHash } from "node:crypto";
import { configRows } from "../config/print/config-rows.js";
import type { ResolvedConfig } from "../config/resolve/resolve.js";
import { version } from "../config/version.js";
import { pathFrom } from "../engine/paths.js";
import { nodeFileSystem } from "../files/file-system.js";
import type { SiteOutcome } from "../lint/index.js";
import { buildReport } from "../report/build-report.js";
import type { ReportNotChecked, ReportRun, UngatedReport } from "../report/model.js";
import { rulePageUrl } from "../report/rule-page.js";
import type { SiteEvidence } from "../rule/index.js";
import { gitHead } from "./files/git-head.js";
import type { Sources } from "./files/sources.js";
import type { NetworkAnswers } from "./network.js";
import type { RunOptions } from "./options.js";
import type { ReadArticle } from "./read.js";
import { recognizedSites } from "./recognized-sites.js";
import { settingsOfRun } from "./settings-of-run.js";

/** What the stages before leave for the report. */
export interface ReportParts {
  readonly startedAt: number;
  /** Folder that paths in the report are relative to. */
  readonly base: string;
  readonly articles: ReadonlyMap<string, ReadArticle>;
  /** Markdown files that belong to no site and were not checked. */
  readonly otherMarkdown: number | undefined;
  /** What the links of the sites show of them. */
  readonly evidence: readonly SiteEvidence[];
  readonly outcome: SiteOutcome;
  readonly notChecked: readonly ReportNotChecked[];
  readonly network: NetworkAnswers | undefined;
  readonly sources: Sources;
}

/** Makes the report of a run. */
export function makeReport(
  {
    startedAt,
    base,
    articles,
    otherMarkdown,
    evidence,
    outcome,
    notChecked,
    network,
    sources,
  }: ReportParts,
  { project, builtInRules, now, timer, showsUnknown = false }: RunOptions,
): UngatedReport {
  const [first] = articles.values();
  const builtIn = new Set(builtInRules.map((rule) => rule.id));
  const git = gitHead(project.root, nodeFileSystem);
  const configs = new Set([...articles.values()].map(({ found }) => found.config.file));
  const [onlyConfig] = configs;
  const report = buildReport({
    version,
    run: {
      startedAt: new Date(startedAt).toISOString(),
      durationMs: Math.max(0, now() - startedAt),
      sites: recognizedSites(articles.values(), base, evidence),
      ...(otherMarkdown === undefined ? {} : { otherMarkdown }),
      ...(configs.size === 1 && onlyConfig !== undefined
        ? { config: pathFrom(base, onlyConfig) }
        : {}),
      configHash: hashOf(new Set([...articles.values()].map(({ resolved }) => resolved)), base),
      ...(git === undefined ? {} : { git: { ...git } }),
      ...(network === undefined ? {} : { online: onlineRun(network) }),
    },
    settings: settingsOfRun(articles.values()),
    results: outcome.results,
    otherFiles: outcome.files,
    crashes: outcome.crashes,
    causes: outcome.causes,
    showsUnknown: showsUnknown,
    notChecked: network?.interrupted === true ? [...notChecked, INTERRUPTED] : notChecked,
    sourceOf: (path) => sources.sourceOf(path),
    linesOf: (path) => sources.linesOf(path),
    failOnOf: (path) => (articles.get(path) ?? first)?.resolved.failOn ?? "error",
    urlOf: (rule) => (builtIn.has(rule) ? rulePageUrl(rule) : undefined),
  });
  const stats = timer?.read();
  return stats === undefined ? report : { ...report, run: { ...report.run, stats } };
}

/**
 * A report of the same files as the report of another run.
 *
 * @param startedAt when that began, in milliseconds since 1970
 */
export function asOfNow(
  report: UngatedReport,
  startedAt: number,
  { project, now }: Pick<RunOptions, "project" | "now">,
): UngatedReport {
  const { git: _, ...run } = report.run;
  const git = gitHead(project.root, nodeFileSystem);
  return {
    ...report,
    run: {
      ...run,
      startedAt: new Date(startedAt).toISOString(),
      durationMs: Math.max(0, now() - startedAt),
      ...(git === undefined ? {} : { git: { ...git } }),
    },
  };
}

const INTERRUPTED: ReportNotChecked = {
  path: "other sites",
  reason: "The run was interrupted before all URLs of other sites were requested.",
};

function onlineRun({ asked, fromCache, interrupted }: NetworkAnswers): ReportRun["online"] {
  return { asked, fromCache, interrupted };
}

/** Identifies the settings of a run: equal hashes mean that the same rules held with the same options. */
function hashOf(resolved: ReadonlySet<ResolvedConfig>, base: string): string {
  const settings = [...resolved].map((one) =>
    configRows(one, base).map(({ key, value }) => [key, value]),
  );
  return createHash("sha256")
    .update(JSON.stringify(settings.map((one) => JSON.stringify(one)).sort()))
    .digest("hex")
    .slice(0, 16);
}
