import type { Range } from "../article/range.js";

/** One mistake in a config, at its place where the place is known. */
export interface ConfigIssue {
  /** Absolute path of the config file; undefined for mistakes on the command line. */
  readonly file: string | undefined;
  /** Text of the file and the place in it, for JSON and YAML. */
  readonly place: { readonly text: string; readonly range: Range } | undefined;
  /** Keys that lead to the value, outermost first. */
  readonly keys: readonly (string | number)[];
  /** What is wrong: one sentence. */
  readonly message: string;
  /** What to do, where it can be told. */
  readonly help: string | undefined;
}

/** The config cannot be used. Issues are in the order of their places. The run ends with exit code 2 and these issues. */
export class ConfigError extends Error {
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map((issue) => issue.message).join("\n"));
    this.name = "ConfigError";
    this.issues = issues.toSorted(
      (a, b) => (a.place?.range.start ?? 0) - (b.place?.range.start ?? 0),
    );
  }
}

/** A config error with one issue that has no place inside a file. */
export function configError(message: string, file?: string, help?: string): ConfigError {
  return new ConfigError([{ file, place: undefined, keys: [], message, help }]);
}
