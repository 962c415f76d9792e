import { version } from "../config/version.js";
import { ExitCode } from "./exit-code.js";
import { reportFailure } from "./failure.js";
import type { Io } from "./io.js";
import { type HostProcess, runProcess as runFor } from "./run-process.js";

export { ExitCode } from "./exit-code.js";
export type { Io } from "./io.js";

/**
 * Runs the command line. Never throws and never ends the process.
 *
 * @param argv arguments, without those of node
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = argv;
  if (argv.length === 1 && (first === "--version" || first === "-v")) {
    io.stdout.write(`${version}\n`);
    return ExitCode.clean;
  }
  try {
    const { dispatch } = await import("./dispatch.js");
    return await dispatch(argv, io);
  } catch (error) {
    const color = argv.includes("--no-color") ? false : argv.includes("--color") ? true : undefined;
    return reportFailure(error, io, color);
  }
}

/** Runs the command line for a process, and sets its exit code. Never throws. */
export async function runProcess(host: HostProcess): Promise<void> {
  await runFor(host, run);
}
