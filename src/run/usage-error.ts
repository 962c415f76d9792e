/** The run was asked for something that cannot be: a path that does not exist, an unknown format. Exit code 2. */
export class UsageError extends Error {
  /** What to do, where it can be told. */
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
}

/** A path that was named and does not exist. */
export class MissingPath extends UsageError {
  /** As named. */
  readonly path: string;

  constructor(path: string) {
    super(`${path} does not exist.`);
    this.name = "MissingPath";
    this.path = path;
  }
}
