import { NEVER } from "../rule/clock.js";
import { applyBaseline } from "./apply-baseline.js";
import type { Discovery } from "./discover.js";
import { createProjectFiles } from "./files/project-files.js";
import { Sources } from "./files/sources.js";
import { gate } from "./gate.js";
import { AskedFiles } from "./kept/asked-files.js";
import { isAboutFilesOnly, KnownRun } from "./kept/known-run.js";
import type { Looked, Scene } from "./look.js";
import type { RunOptions } from "./options.js";
import { NOTHING_FOUND, type RunOutcome } from "./outcome.js";
import { Reader } from "./read.js";
import { asOfNow } from "./report.js";
import { type Scope, scopeOf } from "./scope.js";
import { rulesOf } from "./settings-of-run.js";

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
  const believe = (path: string, stamp: string): void => asked?.believe(path, stamp);
  const scene = { scope, discovery, reader, projectFiles, sources, startedAt, believe };
  const looked: Looked =
    kept === undefined
      ? await lookAnew(scene, options)
      : { ...NOTHING_FOUND, report: asOfNow(kept, startedAt, options), period: NEVER };
  const { report: ungated, period, ...found } = looked;
  if (kept === undefined && reader.unreadable.length === 0) known?.keep(ungated, period);

  const unsettled = applyBaseline(ungated, { base, startedAt }, discovery, options);
  const fresh = (await options.settle?.(unsettled, base)) ?? unsettled;
  return {
    report: { ...fresh, gate: gate(fresh, reader.articles, flags) },
    base,
    rules: rulesOf(reader.articles.values()),
    sourceOf: (path) => sources.sourceOf(path),
    ...found,
  };
}

/** What looks at articles is loaded only where somebody has to look. */
async function lookAnew(scene: Scene, options: RunOptions): Promise<Looked> {
  const { look } = await import("./look.js");
  return look(scene, options);
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
