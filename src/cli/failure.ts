import { ConfigError } from "../config/config-error.js";
import { realPath } from "../files/look.js";
import { guardLines, neutralise } from "../report/text/neutralise.js";
import { UsageError } from "../run/usage-error.js";
import { ExitCode } from "./exit-code.js";
import { type Io, useColor } from "./io.js";

/** Prints why a run was not possible, and returns its exit code. */
export async function reportFailure(
  error: unknown,
  io: Io,
  colorFlag: boolean | undefined,
): Promise<ExitCode> {
  if (error instanceof ConfigError) {
    const { renderConfigError } = await import("../config/print/render-error.js");
    io.stderr.write(
      `${renderConfigError(error, realPath(io.cwd), useColor(colorFlag, io.env, io.stderr))}\n`,
    );
    return ExitCode.usage;
  }
  if (error instanceof UsageError) {
    io.stderr.write(`copydesk: ${printable(error.message)}\n`);
    if (error.help !== undefined) io.stderr.write(`  ${printable(error.help)}\n`);
    return ExitCode.usage;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`copydesk stopped because of an internal error:\n${printable(reason)}\n`);
  io.stderr.write("  Please report it at https://github.com/copydesk/copydesk/issues.\n");
  return ExitCode.internal;
}

/** Text of several lines that cannot steer a terminal or a build server. */
export function printable(text: string): string {
  return guardLines(text.split("\n").map(neutralise).join("\n"));
}
