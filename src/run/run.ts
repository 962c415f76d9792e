import { createHash } from "node:crypto";
import { configRows } from "../config/print/config-rows.js";
import type { Project } from "../config/project.js";
import type { ConfigFlags } from "../config/resolve/flags.js";
import type { ResolvedConfig } from "../config/resolve/resolve.js";
import { version } from "../config/version.js";
import { pathFrom } from "../engine/paths.js";
import type { ArticleInput } from "../lint/contract.js";
import { checkSite, externalRequests, type SiteArticle } from "../lint/index.js";
import { buildReport } from "../report/build-report.js";
import type { Report, ReportNotChecked, ReportRun } from "../report/model.js";
import { rulePageUrl } from "../report/rule-page.js";
import type { ExternalRequest, Rule } from "../rule/index.js";
import type { Discovery } from "./discover.js";
import { baseFolder } from "./discovery/base-folder.js";
import { surroundings } from "./discovery/surroundings.js";
import type { FoundArticle } from "./discovery/walk.js";
import { ArticleSchemas } from "./files/article-schemas.js";
import { type ReadArticle, readArticle, readingReason, readText } from "./files/article-text.js";
import type { FileSystem } from "./files/file-system.js";
import { gitHead } from "./files/git-head.js";
import { createProjectFiles } from "./files/project-files.js";
import { Sources } from "./files/sources.js";
import { type GatedFile, judge, type Verdict } from "./gate.js";
import type { NetworkAnswers } from "./network.js";
import { ArticleBatch } from "./parse.js";
import { rulesFor } from "./rules-for.js";
import type { RunTimer } from "./stats/run-timer.js";

export interface CheckOptions {
  readonly project: Project;
  readonly files: FileSystem;
  readonly flags: ConfigFlags;
  readonly builtInRules: readonly Rule[];
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Text to check instead of a file's, by absolute path: what an editor or standard input holds. */
  readonly texts?: ReadonlyMap<string, Uint8Array | string>;
  /** Hears how many articles are done. */
  readonly progress?: (done: number, total: number) => void;
  /** Asks the network for external addresses; absent when the run may not use it. */
  readonly online?: ((requests: readonly ExternalRequest[]) => Promise<NetworkAnswers>) | undefined;
  /** Measures the run; what it measured stands in the report. */
  readonly timer?: RunTimer | undefined;
}

/** The outcome of a run. */
export interface Checked {
  readonly report: Report;
  readonly verdict: Verdict;
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  /** The original text of an article, by its path in the report. */
  sourceOf(path: string): string | undefined;
}

/** Checks the articles that were found: map, barrier, reduce, report, gate. */
export async function check(discovery: Discovery, options: CheckOptions): Promise<Checked> {
  const startedAt = options.now();
  const { project, files, timer } = options;
  const base = baseFolder([...discovery.articles, ...(discovery.gone ?? [])], project);
  const settings = project.settingsFrom(base, options.flags);
  const read = (path: string): ReadArticle => {
    const text = options.texts?.get(path);
    return text === undefined ? readArticle(path, files) : readText(text);
  };
  const projectFiles = createProjectFiles(base, project.root, files);
  const sources = new Sources((path) => {
    if (!used.has(path)) return projectFiles.text(path);
    const article = read(`${base}/${path}`);
    return article.kind === "text" ? article.source : undefined;
  });

  const schemas = new ArticleSchemas(project.root, files);
  const articles: SiteArticle[] = [];
  const used = new Map<
    string,
    { readonly found: FoundArticle; readonly resolved: ResolvedConfig }
  >();
  const notChecked: ReportNotChecked[] = discovery.unreadable.map(({ path, error }) => ({
    path: pathFrom(base, path),
    reason: readingReason(error),
  }));
  timer?.enter("config and discovery");
  const { gone = [] } = discovery;
  const context = discovery.isWhole
    ? []
    : await surroundings([...discovery.articles, ...gone], options);
  const all = [...discovery.articles, ...context];
  const batch = new ArticleBatch<Waiting>(startedAt, ({ input, isContext }, checked) => {
    const { path, engine, rules, settings } = input;
    if (!isContext && checked.findings.length > 0) sources.keep(path, input.source);
    articles.push({ input: { path, engine, rules, settings }, checked, isContext });
  });
  for (const [index, found] of all.entries()) {
    const isContext = index >= discovery.articles.length;
    const path = pathFrom(base, found.path);
    timer?.enter("read");
    const article = read(found.path);
    options.progress?.(index, all.length);
    if (article.kind === "unreadable") {
      if (!isContext) notChecked.push({ path, reason: article.reason });
      continue;
    }
    timer?.enter("config and discovery");
    const resolved = settings.resolveFor(found.path, found.config);
    const wanted = rulesFor(resolved.rules, isContext, article.tooLarge);
    const rules = timer?.timed(wanted) ?? wanted;
    const own = schemas.settingsFor(found.path, article.source, resolved);
    used.set(path, { found, resolved });
    timer?.enterArticle();
    batch.add({
      isContext,
      input: {
        path,
        engine: resolved.engine,
        rules,
        settings: own,
        source: article.source,
        decodingProblems: article.problems,
        ...(timer === undefined ? {} : { measure: timer.measure }),
      },
    });
  }
  timer?.enter("walk");
  batch.check();

  timer?.enter("site index");
  const subjects = articles.filter(({ isContext }) => isContext !== true);
  const network = await options.online?.(externalRequests(subjects));
  if (network?.interrupted === true) {
    const reason = "The run was ended before every address of other sites was asked.";
    notChecked.push({ path: "other sites", reason });
  }
  const site = checkSite(articles, projectFiles, startedAt, {
    external: network?.verdicts,
    gone: gone.map(({ path }) => pathFrom(base, path)),
  });
  timer?.enter("report");
  const builtIn = new Set(options.builtInRules.map((rule) => rule.id));
  const git = gitHead(project.root, files);
  const configs = new Set([...used.values()].map(({ found }) => found.config.file));
  const [onlyConfig] = configs;
  const report = buildReport({
    version,
    run: {
      startedAt: new Date(startedAt).toISOString(),
      durationMs: Math.max(0, options.now() - startedAt),
      ...(configs.size === 1 && onlyConfig !== undefined
        ? { config: pathFrom(base, onlyConfig) }
        : {}),
      configHash: hashOf(new Set([...used.values()].map(({ resolved }) => resolved)), base),
      ...(git === undefined ? {} : { git: { ...git } }),
      ...(network === undefined ? {} : { online: onlineRun(network) }),
    },
    results: site.results,
    otherFiles: site.files,
    crashes: site.crashes,
    notChecked,
    sourceOf: (path) => sources.sourceOf(path),
    linesOf: (path) => sources.linesOf(path),
    urlOf: (rule) => (builtIn.has(rule) ? rulePageUrl(rule) : undefined),
  });

  // Files that are no articles are judged by the config of the first one.
  const [firstUsed] = used.values();
  const gated = report.files.map((file): GatedFile => {
    const entry = used.get(file.path) ?? firstUsed;
    const config = entry?.found.config;
    const limit = options.flags.maxWarnings ?? config?.maxWarnings;
    const group = options.flags.maxWarnings === undefined ? (config?.file ?? "") : "";
    return {
      file,
      failOn: entry?.resolved.failOn ?? "error",
      maxWarnings: limit === undefined ? undefined : { group, limit },
    };
  });
  const stats = timer?.read();
  return {
    report: stats === undefined ? report : { ...report, run: { ...report.run, stats } },
    verdict: judge(gated, report.notChecked.length),
    base,
    sourceOf: (path) => sources.sourceOf(path),
  };
}

function onlineRun({ asked, fromCache, interrupted }: NetworkAnswers): ReportRun["online"] {
  return { asked, fromCache, interrupted };
}

/** An article that waits to be checked. */
interface Waiting {
  readonly input: ArticleInput;
  /** Whether it is read for the others' sake only. */
  readonly isContext: boolean;
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
