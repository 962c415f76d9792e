import type { Project } from "../config/project.js";
import type { ConfigFlags } from "../config/resolve/flags.js";
import type { FileSystem } from "../files/file-system.js";
import type { ArticleInput } from "../lint/contract.js";
import type { UngatedReport } from "../report/model.js";
import type { ExternalRequest, Rule } from "../rule/index.js";
import type { ResultCache } from "./kept/result-cache.js";
import type { NetworkAnswers } from "./network.js";
import type { RunTimer } from "./stats/run-timer.js";

/** What is known of articles before they are checked. */
export interface KnownResults {
  /** What came of an article, as `writeChecked` wrote it; undefined where nobody knows. */
  find(input: ArticleInput): string | undefined;
}

/** What a run is given besides the articles. */
export interface RunOptions {
  readonly project: Project;
  readonly files: FileSystem;
  readonly flags: ConfigFlags;
  readonly builtInRules: readonly Rule[];
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** The file of known findings, absolute; that of the config when absent. `none` for none at all. */
  readonly baseline?: string | "none" | undefined;
  /** Where the file of known findings is read; `files` when absent. */
  readonly baselineFiles?: FileSystem | undefined;
  /** Sets findings apart that are not to be judged, before the gate; `base` is the folder that paths are relative to. */
  readonly settle?: ((report: UngatedReport, base: string) => Promise<UngatedReport>) | undefined;
  /** When the run began; `now` when absent. */
  readonly startedAt?: number | undefined;
  /** What others have found in every article; then nothing is checked again. */
  readonly known?: KnownResults | undefined;
  /** What was found before, by whoever asked then. */
  readonly cache?: ResultCache | undefined;
  /** Whether nobody asks for more than the report: one that was kept will do, and what it is made of is let go. */
  readonly isReportOnly?: boolean | undefined;
  /** Threads that check articles: their number, or as many as pay. 1 when absent. */
  readonly threads?: number | "auto" | undefined;
  /** Bound of `auto`, besides processors and memory. */
  readonly mostThreads?: number | undefined;
  /** Longest time that a thread may spend on one article, in milliseconds; a minute when absent. */
  readonly patience?: number | undefined;
  /** The built module that threads run; that beside this code when absent. */
  readonly threadModule?: URL | undefined;
  /** Text to check instead of a file's, by absolute path: what an editor or standard input holds. */
  readonly texts?: ReadonlyMap<string, Uint8Array | string>;
  /** Whether the report lists each reference that could not be judged. */
  readonly showsUnknown?: boolean;
  /** Hears how many articles are done. */
  readonly progress?: (done: number, total: number) => void;
  /** Asks the network for external addresses; absent when the run may not use it. */
  readonly online?: ((requests: readonly ExternalRequest[]) => Promise<NetworkAnswers>) | undefined;
  /** Measures the run; what it measured stands in the report. */
  readonly timer?: RunTimer | undefined;
}
