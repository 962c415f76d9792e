import { createHash } from "node:crypto";
import * as z from "zod";
import { configRows } from "../../config/print/config-rows.js";
import type { FileSystem } from "../../files/file-system.js";
import type { UngatedReport } from "../../report/model.js";
import { holdsAt, type Period } from "../../rule/clock.js";
import type { Discovery } from "../discover.js";
import type { RunOptions } from "../options.js";
import type { ReadArticle } from "../read.js";
import type { Scope } from "../scope.js";
import { ArticleKeys } from "./article-keys.js";
import { type AskedFiles, answersAlike, askedSchema } from "./asked-files.js";
import { readKept } from "./kept-text.js";
import type { ResultCache } from "./result-cache.js";

/** What all runs over one project are about: only the newest few of them are kept. */
const ABOUT = "whole runs";

/** The proof of the cache says that this build wrote it: what is in a report is not looked at again. */
const reportSchema = z.custom<UngatedReport>(
  (value) => typeof value === "object" && value !== null && "files" in value && "run" in value,
);

const keptSchema = z.strictObject({
  asked: askedSchema,
  period: z.strictObject({ from: z.number().nullable(), until: z.number().nullable() }),
  report: reportSchema,
});

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
    const text = this.#cache.textOf(this.#key);
    const kept = text === undefined ? undefined : readKept(text, keptSchema);
    if (kept === undefined || !answersAlike(kept.asked, this.#files)) return undefined;
    const { from, until } = kept.period;
    const period = {
      from: from ?? Number.NEGATIVE_INFINITY,
      until: until ?? Number.POSITIVE_INFINITY,
    };
    return holdsAt(period, moment) ? kept.report : undefined;
  }

  /** @param period when the same comes of the same files */
  keep(report: UngatedReport, { from, until }: Period): void {
    if (from >= until) return;
    // What has no end is null.
    const kept = { asked: this.#asked.asked, period: { from, until }, report };
    this.#cache.keepText(this.#key, ABOUT, JSON.stringify(kept));
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
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
