import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import process from "node:process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/report/model.js";
import { temporaryProject } from "../run/temporary-project.js";

const command = fileURLToPath(new URL("../../bin/copydesk.js", import.meta.url));
const cpuTime = new URL("cpu-time.mjs", import.meta.url).href;

/** After so many seconds of processor time a process hangs, however busy the machine. */
const HANGING = 60;

/** After so many milliseconds a process waits for something that does not come. */
const WAITING = 900_000;

export interface RanProcess {
  /** Undefined when the process was ended by a signal: it crashed, or hung. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds of processor time, the start of Node included. */
  readonly cpuTime: number;
}

/** What a process is given besides its arguments. */
export interface Around {
  /** Modules that are loaded first. */
  readonly modules?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A file that standard output goes to; nothing of it is given back then. */
  readonly output?: string;
}

/** Runs the command as people do: as a process of its own, which is killed should it hang. */
export async function runProcess(
  cwd: string,
  argv: readonly string[],
  { modules = [], env = {}, output }: Around = {},
): Promise<RanProcess> {
  const imports = [cpuTime, ...modules].flatMap((module) => ["--import", module]);
  const [program, ...args] = limited([process.execPath, ...imports, command, ...argv]);
  const file = output === undefined ? undefined : openSync(output, "w");
  const child = spawn(program, args, {
    cwd,
    // Nothing is kept: each run does all of its work.
    env: {
      ...process.env,
      NO_COLOR: "1",
      GITHUB_ACTIONS: "",
      XDG_CACHE_HOME: "/dev/null",
      ...env,
    },
    stdio: ["ignore", file ?? "pipe", "pipe", "pipe"],
    timeout: WAITING,
    killSignal: "SIGKILL",
  });
  if (file !== undefined) closeSync(file);
  const closed = new Promise<number | undefined>((resolve) => {
    child.on("close", (code) => resolve(code ?? undefined));
  });
  const [, stdout, stderr, times] = child.stdio;
  if (stderr === null || times === null || times === undefined) {
    throw new Error("The process has no output.");
  }
  if (!("read" in times)) throw new Error("The processor time cannot be read.");
  const [code, out, errors, time] = await Promise.all([
    closed,
    stdout === null ? "" : text(stdout),
    text(stderr),
    text(times),
  ]);
  return { code, stdout: out, stderr: errors, cpuTime: Number(time) };
}

/** A command that the system ends with a signal once it has used the processor for too long; Windows knows no such limit. */
function limited(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (process.platform === "win32") return command;
  return ["sh", "-c", `ulimit -t ${HANGING}; exec "$@"`, "sh", ...command];
}

/** Checks a folder and gives the report, with what the process did. */
export async function reportOf(
  cwd: string,
  argv: readonly string[] = ["."],
  around: Around = {},
): Promise<RanProcess & { readonly report: Report }> {
  const ran = await runProcess(cwd, [...argv, "--format", "json"], around);
  return { ...ran, report: JSON.parse(ran.stdout) as Report };
}

let ordinary: Promise<number> | undefined;

/**
 * How much processor time a run over one small article takes on this machine now, in milliseconds: the middle of
 * three, measured once. Bounds are multiples of it, since a slower or busier machine takes longer for everything.
 */
export function ordinaryTime(): Promise<number> {
  ordinary ??= measureOrdinaryRun();
  return ordinary;
}

async function measureOrdinaryRun(): Promise<number> {
  const folder = temporaryProject({
    "a.md": "---\ntitle: A good title\n---\n\n# A\n",
    ".git/HEAD": "",
  });
  const times: number[] = [];
  for (let run = 0; run < 3; run++) times.push((await runProcess(folder, ["."])).cpuTime);
  const [, middle = 0] = times.sort((a, b) => a - b);
  return middle;
}
