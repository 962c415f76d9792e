import type { Report } from "./model.js";

/** What a command is to check or show instead: one rule, one path as the user names it, or every finding of the run. */
export type Narrowing =
  | { readonly rule: string }
  | { readonly path: string }
  | { readonly everything: true };

/** What a report says of a rule besides its findings. */
export interface RuleInfo {
  readonly summary: string;
  /** Page of the rule; undefined for rules without one. */
  readonly url: string | undefined;
  /** What its messages say, one on each line. */
  readonly help: string;
}

/** What a formatter may know besides the report. */
export interface FormatContext {
  readonly color: boolean;
  /** Columns of the terminal or page. */
  readonly width: number;
  /** True when the terminal understands OSC 8 hyperlinks. False when absent. */
  readonly hyperlinks?: boolean;
  /** Most findings to show one by one, `Infinity` for all; the format's own limit when absent. */
  readonly maxFindings?: number | undefined;
  /** Whether infos are shown like other findings. When absent, in a report of one file. */
  readonly verbose?: boolean | undefined;
  /** Original text of an article; without it there is no code frame. */
  sourceOf(path: string): string | undefined;
  /** The path to print, e.g. relative to the working directory so that it can be clicked. The path itself when absent. */
  displayPath?(path: string): string;
  /** The path from the root of the repository's work tree, as the platform that holds it names files. */
  repositoryPath?(path: string): string;
  /** What is known of a rule. */
  ruleInfo?(id: string): RuleInfo | undefined;
  /** The `file:` URL of a path, for hyperlinks. */
  fileUrl?(path: string): string;
  /** The command that shows more of something; undefined where none does, as for standard input. */
  commandFor?(narrowing: Narrowing): string | undefined;
}

/** Turns a report into text that ends with a newline. Pure. */
export type Format = (report: Report, context: FormatContext) => string;
