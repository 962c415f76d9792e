import { spawn } from "node:child_process";
import process from "node:process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/report/model.js";

const command = fileURLToPath(new URL("../../bin/copydesk.js", import.meta.url));
const cpuTime = new URL("cpu-time.mjs", import.meta.url).href;

/** After so many milliseconds a process hangs, however busy the machine. */
const HANGING = 60_000;

export interface RanProcess {
  /** Undefined when the process was ended by a signal: it crashed, or hung. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds of processor time, the start of Node included. */
  readonly cpuTime: number;
}

/**
 * Runs the command as people do, with modules that are loaded first: as a process of its own, which is killed
 * should it hang.
 */
export async function runProcess(
  cwd: string,
  argv: readonly string[],
  modules: readonly string[] = [],
): Promise<RanProcess> {
  const imports = [cpuTime, ...modules].flatMap((module) => ["--import", module]);
  const child = spawn(process.execPath, [...imports, command, ...argv], {
    cwd,
    // Nothing is kept: each run does all of its work.
    env: { ...process.env, NO_COLOR: "1", GITHUB_ACTIONS: "", XDG_CACHE_HOME: "/dev/null" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: HANGING,
    killSignal: "SIGKILL",
  });
  const closed = new Promise<number | undefined>((resolve) => {
    child.on("close", (code) => resolve(code ?? undefined));
  });
  const [, stdout, stderr, times] = child.stdio;
  if (stdout === null || stderr === null || times === null || times === undefined) {
    throw new Error("The process has no output.");
  }
  if (!("read" in times)) throw new Error("The processor time cannot be read.");
  const [code, out, errors, time] = await Promise.all([
    closed,
    text(stdout),
    text(stderr),
    text(times),
  ]);
  return { code, stdout: out, stderr: errors, cpuTime: Number(time) };
}

/** Checks a folder and gives the report, with what the process did. */
export async function reportOf(
  cwd: string,
  argv: readonly string[] = ["."],
  modules: readonly string[] = [],
): Promise<RanProcess & { readonly report: Report }> {
  const ran = await runProcess(cwd, [...argv, "--format", "json"], modules);
  return { ...ran, report: JSON.parse(ran.stdout) as Report };
}
