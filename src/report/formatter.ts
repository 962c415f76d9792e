import type { RuleInfo } from "./format.js";
import type { Report } from "./model.js";

/** What a formatter of one's own may know besides the report. */
export interface FormatterContext {
  /** Whether colors are wanted: never in files. */
  readonly color: boolean;
  /** Columns of the terminal; 100 in files. */
  readonly width: number;
  /** Most findings to show one by one, as `--max-findings` says; undefined where nobody says. */
  readonly maxFindings: number | undefined;
  /** Whether infos are to be shown like other findings; undefined where nobody says. */
  readonly verbose: boolean | undefined;
  /** The text of an article in which something was found; undefined for other files. */
  sourceOf(path: string): string | undefined;
  /** A path of the report relative to the working directory. */
  displayPath(path: string): string;
  /** A path of the report relative to the root of the git work tree. */
  repositoryPath(path: string): string;
  /** What is known of a rule; undefined for one that did not look at any article. */
  ruleInfo(id: string): RuleInfo | undefined;
  /** One line of text that steers neither terminal nor build server, whatever an article says. */
  safe(text: string): string;
}

/**
 * How a report in a file is known again, since nothing else is replaced: by a last line that copydesk adds (`line`), by
 * that line as a comment of HTML, XML or Markdown (`comment`), or by what every report of the format begins with.
 */
export type FormatterMark = "line" | "comment" | { readonly beginning: string };

/** A report format of one's own. */
export interface Formatter {
  /** Turns a report into text. Runs in a thread of its own. */
  readonly format: (report: Report, context: FormatterContext) => string | Promise<string>;
  /** `line` when absent. */
  readonly mark?: FormatterMark;
}

/** Returns the formatter unchanged: it only gives the default export of a formatter's module its types. */
export function defineFormatter(formatter: Formatter): Formatter {
  return formatter;
}
