import { compare } from "../../baseline/compare.js";
import type { BaselineEntry } from "../../baseline/entry.js";
import { builtInRules } from "../../config/built-in-rules.js";
import { Project } from "../../config/project.js";
import { NO_FLAGS } from "../../config/resolve/flags.js";
import type { Config } from "../../config/schema/schema.js";
import { filesIn } from "../../files/file-system.js";
import { plural, severityCounts } from "../../report/count.js";
import type { Report, ReportSite } from "../../report/model.js";
import { neutralise } from "../../report/text/neutralise.js";
import { dayOf } from "../../run/apply-baseline.js";
import { type Discovery, discover } from "../../run/discover.js";
import { run } from "../../run/run.js";
import { type CacheArguments, openArticleCache } from "../article-cache.js";
import type { Io } from "../io.js";
import { createProgress } from "../progress.js";

/** What was found in a project. */
export interface Survey {
  readonly project: Project;
  readonly discovery: Discovery;
  readonly report: Report;
  /** Folder that paths in the report are relative to. */
  readonly base: string;
}

/** How a project is looked at. */
export interface SurveyOptions extends CacheArguments {
  readonly io: Io;
  readonly noConfigCode: boolean;
}

/**
 * Finds the articles of a project and checks them, known findings counted.
 *
 * @param config to use instead of that of the project
 * @throws {ConfigError} when a config cannot be used
 */
export async function surveyOf(
  { io, noConfigCode, ...caching }: SurveyOptions,
  config?: Config,
): Promise<Survey> {
  const project = new Project({ cwd: io.cwd, config, noConfigCode, builtInRules });
  const files = filesIn(project.root);
  const discovery = await discover([], { project, files, noIgnore: false });
  const kept = openArticleCache(caching, project.root, io);
  const progress = createProgress(io);
  const { report, base } = await run(discovery, {
    project,
    files,
    flags: NO_FLAGS,
    builtInRules,
    now: io.now,
    progress: progress.update,
    baseline: "none",
    cache: kept?.cache,
  });
  kept?.save();
  progress.clear();
  return { project, discovery, report, base };
}

/** Everything that was found, as the entries of a new baseline. */
export function entriesOf({ report }: Survey, now: number): readonly BaselineEntry[] {
  const compared = compare(report, { entries: [], today: dayOf(now), exists: () => true });
  return compared.new.map(({ file, finding: { rule, fingerprint } }) => ({
    path: file.path,
    rule,
    fingerprint,
  }));
}

/** What the project was taken for, in one line for each site, whatever its folders are called. */
export function siteLines({ report }: Survey): readonly string[] {
  return report.run.sites.map((site) => neutralise(siteLine(site)));
}

/** Folders that are named. */
const MOST_FOLDERS = 3;

function siteLine({ label, evidence, content, articles }: ReportSite): string {
  const name =
    evidence === undefined
      ? `${label.replace(/^./, (letter) => letter.toUpperCase())}, no site engine recognized`
      : `${label} site (${evidence})`;
  const folders = content.filter((folder) => folder !== "");
  const more = folders.length - MOST_FOLDERS;
  const listed = `${folders.slice(0, MOST_FOLDERS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return `${name}: ${plural(articles, "article")}${listed === "" ? "" : ` in ${listed}`}`;
}

/** How much was found: `12 errors, 30 warnings`, and in how many places, where several have one cause. */
export function findingsText({ report: { files, summary } }: Survey): string {
  const counts = severityCounts(summary).join(", ");
  if (counts === "") return "no findings";
  const found = summary.errors + summary.warnings + summary.infos;
  const places = files.reduce((sum, { findings }) => sum + findings.length, 0);
  return places === found ? counts : `${counts}, in ${places} places`;
}
