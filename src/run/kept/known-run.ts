import { createHash } from "node:crypto";
import { configRows } from "../../config/print/config-rows.js";
import type { FileSystem } from "../../files/file-system.js";
import type { UngatedReport } from "../../report/model.js";
import { holdsAt, type Period } from "../../rule/clock.js";
import type { Discovery } from "../discover.js";
import type { RunOptions } from "../options.js";
import type { ReadArticle } from "../read.js";
import type { Scope } from "../scope.js";
import { ArticleKeys } from "./article-keys.js";
import { type Asked, type AskedFiles, answersAlike } from "./asked-files.js";
import { readKept, writtenHere } from "./kept-text.js";
import type { ResultCache } from "./result-cache.js";

/** What all runs over one project are about: only the newest few of them are kept. */
const ABOUT = { report: "reports", grounds: "grounds of reports" };

/** What a report holds for. It is looked at before the report itself, which is large. */
interface Grounds {
  readonly asked: Asked;
  /** What has no end is null. */
  readonly period: { readonly from: number | null; readonly until: number | null };
  /** The key of the report: one of other grounds is never taken for it. */
  readonly report: string;
}

const groundsSchema = writtenHere<Grounds>("asked", "period", "report");
const reportSchema = writtenHere<UngatedReport>("files", "run");

/** What a run is about, before anything is read. */
export interface RunSubject {
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  readonly discovery: Discovery;
  /** What holds for each article, by its path in the report. */
  readonly articles: ReadonlyMap<string, ReadArticle>;
}

/**
 * What came of a run over the same articles with the same settings, where no file that it asked for has changed since.
 * Files are told to be the same by what the system says of them, and read where that says too little.
 */
export class KnownRun {
  readonly #cache: ResultCache;
  readonly #key: string;
  readonly #asked: AskedFiles;
  readonly #files: FileSystem;

  private constructor(cache: ResultCache, key: string, asked: AskedFiles, files: FileSystem) {
    this.#cache = cache;
    this.#key = key;
    this.#asked = asked;
    this.#files = files;
  }

  /**
   * Undefined where nobody can tell what a config does.
   *
   * @param asked notes what the run asks of its files
   */
  static of(subject: RunSubject, options: RunOptions, asked: AskedFiles): KnownRun | undefined {
    const { cache, files } = options;
    const key = keyOf(subject, options);
    return cache === undefined || key === undefined
      ? undefined
      : new KnownRun(cache, key, asked, files);
  }

  /** The report, where it is the same at a moment. */
  reportAt(moment: number): UngatedReport | undefined {
    const written = this.#cache.textOf(this.#key);
    const grounds = written === undefined ? undefined : readKept(written, groundsSchema);
    if (grounds === undefined || !answersAlike(grounds.asked, this.#files)) return undefined;
    const { from, until } = grounds.period;
    const period = {
      from: from ?? Number.NEGATIVE_INFINITY,
      until: until ?? Number.POSITIVE_INFINITY,
    };
    if (!holdsAt(period, moment)) return undefined;
    const report = this.#cache.textOf(grounds.report);
    return report === undefined ? undefined : readKept(report, reportSchema);
  }

  /** @param period when the same comes of the same files */
  keep(report: UngatedReport, { from, until }: Period): void {
    if (from >= until) return;
    const period: Grounds["period"] = { from, until };
    const { asked } = this.#asked;
    const key = sha256(JSON.stringify([this.#key, asked, period]));
    const grounds: Grounds = { asked, period, report: key };
    this.#cache.keepText(key, ABOUT.report, JSON.stringify(report));
    this.#cache.keepText(this.#key, ABOUT.grounds, JSON.stringify(grounds));
  }
}

/** Whether nothing but files decides what a run says: no other site, no text of an editor, no second opinion. */
export function isAboutFilesOnly(
  { subjects, context }: Pick<Scope, "subjects" | "context">,
  discovery: Discovery,
  { cache, isReportOnly, known, timer, online, settle, texts }: RunOptions,
): boolean {
  return (
    isReportOnly === true &&
    cache !== undefined &&
    [known, timer, online, settle].every((other) => other === undefined) &&
    (texts?.size ?? 0) === 0 &&
    discovery.unreadable.length === 0 &&
    (discovery.gone ?? []).length === 0 &&
    // Whoever names an article has just changed it.
    subjects.length > 1 &&
    context.length === 0
  );
}

/** Names a run by everything that decides what it looks at, and how. */
function keyOf(
  { base, discovery: { otherMarkdown }, articles }: RunSubject,
  { project, showsUnknown = false }: RunOptions,
): string | undefined {
  const keys = new ArticleKeys();
  const settings = new Map<string, number>();
  const numbers = new Map<ReadArticle["resolved"], number>();
  const paths: (readonly [string, number])[] = [];
  for (const [path, { resolved, found }] of articles) {
    let number = numbers.get(resolved);
    if (number === undefined) {
      const fingerprint = found.config.fingerprint();
      if (fingerprint === undefined) return undefined;
      const { contentFolders, failOn, origins, file } = resolved;
      const written = JSON.stringify([
        keys.settingsOf(resolved),
        fingerprint,
        file,
        found.config.file,
        failOn,
        contentFolders,
        origins.engine,
        configRows(resolved, base),
      ]);
      number = settings.get(written) ?? settings.size;
      settings.set(written, number);
      numbers.set(resolved, number);
    }
    paths.push([path, number]);
  }
  const parts = [
    keys.program,
    base,
    project.root,
    showsUnknown,
    otherMarkdown ?? null,
    [...settings.keys()],
    paths,
  ];
  return sha256(JSON.stringify(parts));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
