import { UsageError } from "../run/usage-error.js";
import type { ChooseMany } from "./terminal.js";

/** A stream to write text to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Everything the command line needs of the world around it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether standard output goes into a file, where no one obeys it. */
  readonly isRedirected?: boolean;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** A clock to measure with: milliseconds since any moment, with fractions; it never goes back. `now` when absent. */
  readonly elapsed?: () => number;
  /** Calls back once when the user asks the run to end (Ctrl-C); who does not ask for it is ended at once. */
  readonly onInterrupt?: (listener: () => void) => void;
  /** Asks a person; absent where nobody is at a terminal. */
  readonly chooseMany?: ChooseMany | undefined;
}

/** Columns to lay text out for. */
export function widthOf(output: Output): number {
  return Math.max(40, output.columns ?? 80);
}

/**
 * Whether to colour an output: `--color` and `--no-color` decide, then `FORCE_COLOR`, `NO_COLOR`
 * (https://no-color.org), and whether it is a terminal that can.
 */
export function useColor(flag: boolean | undefined, env: Io["env"], output: Output): boolean {
  if (flag !== undefined) return flag;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if ((env.NO_COLOR ?? "") !== "") return false;
  return output.isTTY === true && env.TERM !== "dumb";
}

/** What build servers set that look for commands in what a step prints. */
const OBEYING = ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"] as const;

/** Whether a build server may read standard output. */
export function isBuildLog({ env, isRedirected }: Io): boolean {
  return isRedirected !== true && OBEYING.some((name) => (env[name] ?? "") !== "");
}

/** Terminals that show OSC 8 hyperlinks, by what they set in the environment. */
const LINKING: readonly (readonly [name: string, value: RegExp])[] = [
  ["TERM_PROGRAM", /^(?:iTerm\.app|WezTerm|ghostty|Hyper|vscode|Tabby|rio)$/],
  ["TERM", /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/],
  ["VTE_VERSION", /^(?:5[0-9]|[6-9][0-9])\d\d$/],
  ["KONSOLE_VERSION", /./],
  ["WT_SESSION", /./],
];

/**
 * Whether to write OSC 8 hyperlinks to an output: to a terminal that is known to show them, and to no build server.
 * Terminal multiplexers, which may print them as they are, get none. `FORCE_HYPERLINK` decides where it is set.
 */
export function useHyperlinks(env: Io["env"], output: Output): boolean {
  const forced = env.FORCE_HYPERLINK;
  if (forced !== undefined && forced !== "") return forced !== "0";
  if (output.isTTY !== true || (env.CI ?? "") !== "" || (env.TMUX ?? "") !== "") return false;
  if (/^(?:dumb|screen|tmux)/.test(env.TERM ?? "")) return false;
  return LINKING.some(([name, value]) => value.test(env[name] ?? ""));
}

/**
 * All of standard input.
 *
 * @throws {UsageError} when it cannot be read: it is closed, or a folder
 */
export async function readAll(stdin: Io["stdin"]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stdin) {
      chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Standard input cannot be read: ${reason}.`);
  }
  return Buffer.concat(chunks);
}
