import type { Argv, Options } from "yargs";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import type { Values } from "./values.js";

/** One command of the command line: how it is called, and what it does. */
export interface CommandDefinition {
  /** As yargs takes it: name and positional arguments, `explain <rule>`. */
  readonly usage: string;
  readonly summary: string;
  /** Options besides those of every command. */
  readonly options: Readonly<Record<string, Options>>;
  /** Names of positional arguments. */
  readonly positionals: readonly string[];
  /** Describes the positional arguments. */
  describe(command: Argv): Argv;
  /**
   * Loads what the command needs, and runs it.
   *
   * @param argv the arguments as given
   * @throws {UsageError | ConfigError} for arguments or configs that cannot be used
   */
  run(values: Values, argv: readonly string[], io: Io): Promise<ExitCode>;
}

/** The positional argument of commands that check articles. */
export function withPaths(command: Argv): Argv {
  return command.positional("paths", {
    type: "string",
    array: true,
    describe: "Files, folders or globs",
  });
}
