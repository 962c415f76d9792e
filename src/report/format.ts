import type { Report } from "./model.js";

/** What a formatter may know besides the report. */
export interface FormatContext {
  readonly color: boolean;
  /** Columns of the terminal or page. */
  readonly width: number;
  /** True when the terminal understands OSC 8 hyperlinks. False when absent. */
  readonly hyperlinks?: boolean;
  /** Original text of an article; without it there is no code frame. */
  sourceOf(path: string): string | undefined;
  /** The path to print, e.g. relative to the working directory so that it can be clicked. The path itself when absent. */
  displayPath?(path: string): string;
}

/** Turns a report into text that ends with a newline. Pure. */
export type Format = (report: Report, context: FormatContext) => string;
