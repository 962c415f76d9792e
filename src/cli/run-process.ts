import { isStandardInputFolder, isStandardOutputFile } from "../files/look.js";
import { UsageError } from "../run/usage-error.js";
import { ExitCode } from "./exit-code.js";
import type { Io, Output } from "./io.js";
import { promptsAt } from "./prompts.js";

/** What the command line needs of a process: `node:process`. */
export interface HostProcess {
  readonly argv: readonly string[];
  readonly env: Io["env"];
  readonly stdin: Io["stdin"] & { readonly isTTY?: boolean };
  readonly stdout: ProcessOutput;
  readonly stderr: ProcessOutput;
  exitCode?: string | number | null | undefined;
  cwd(): string;
  once(event: "SIGINT", listener: () => void): unknown;
}

interface ProcessOutput extends Output {
  write(text: string, done?: (error?: Error | null) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** Runs the command line for a process, and sets its exit code. Streams that are closed or full end no run with a stack. */
export async function runProcess(
  host: HostProcess,
  run: (argv: readonly string[], io: Io) => Promise<ExitCode>,
): Promise<void> {
  const { stdout, stderr, env } = host;
  let lost: Error | undefined;
  stdout.on("error", (error) => {
    // A reader that stops early (`copydesk | head`) is no error.
    if (codeOf(error) !== "EPIPE") lost ??= error;
  });
  // There is nowhere left to tell it.
  stderr.on("error", () => {});
  const cwd = workingDirectory(host);
  if (cwd === undefined) {
    stderr.write("copydesk: The working directory does not exist any more.\n");
    host.exitCode = ExitCode.usage;
    return;
  }
  const io: Io = {
    cwd,
    env,
    // What is not asked for is not opened.
    get stdin() {
      if (isStandardInputFolder()) throw new UsageError("Standard input is a folder, not a text.");
      return host.stdin;
    },
    get prompts() {
      const isTerminal = stdout.isTTY === true && host.stdin.isTTY === true;
      return isTerminal && (env.CI ?? "") === "" ? promptsAt() : undefined;
    },
    stdout,
    stderr,
    get isRedirected() {
      return isStandardOutputFile();
    },
    now: Date.now,
    elapsed: () => performance.now(),
    onInterrupt: (listener) => host.once("SIGINT", listener),
  };
  const code = await run(host.argv.slice(2), io);
  await written(stdout);
  if (lost !== undefined)
    stderr.write(`copydesk: The report cannot be written to standard output: ${lost.message}.\n`);
  host.exitCode = lost === undefined ? code : ExitCode.usage;
}

function workingDirectory(host: HostProcess): string | undefined {
  try {
    return host.cwd();
  } catch {
    return undefined;
  }
}

/** Waits until everything was written, or could not be. */
function written(output: ProcessOutput): Promise<void> {
  return new Promise((resolve) => {
    output.write("", () => setImmediate(resolve));
  });
}

function codeOf(error: Error): unknown {
  return "code" in error ? error.code : undefined;
}
