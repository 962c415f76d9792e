import { type ExitCode, type Io, run } from "../../src/cli/main.js";

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in a folder, with everything around it made up. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  around: {
    readonly env?: Io["env"];
    readonly stdin?: string;
    readonly tty?: boolean;
    readonly columns?: number;
    readonly now?: () => number;
    readonly elapsed?: () => number;
    readonly onInterrupt?: Io["onInterrupt"];
    readonly chooseMany?: Io["chooseMany"];
  } = {},
): Promise<Ran> {
  const out = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: around.tty ?? false,
    columns: around.columns ?? 100,
    write: (text: string) => {
      out[name] += text;
    },
  });
  const code = await run(argv, {
    cwd,
    env: around.env ?? {},
    stdin: (async function* () {
      yield around.stdin ?? "";
    })(),
    stdout: output("stdout"),
    stderr: output("stderr"),
    now: around.now ?? (() => Date.parse("2026-01-01T00:00:00Z")),
    ...(around.elapsed === undefined ? {} : { elapsed: around.elapsed }),
    chooseMany: around.chooseMany,
    ...(around.onInterrupt === undefined ? {} : { onInterrupt: around.onInterrupt }),
  });
  return { code, ...out };
}
