import type { Io } from "./io.js";

/** A line on standard error that shows the progress of a long run. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** The same for the network. */
  readonly asking: (done: number, total: number) => void;
  /** Deletes the line. */
  readonly clear: () => void;
}

/** Runs shorter than this show nothing, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Shows progress when standard error is a terminal and the run is long. */
export function createProgress(io: Io): Progress {
  if (io.stderr.isTTY !== true || (io.env.CI ?? "") !== "")
    return { update: () => {}, asking: () => {}, clear: () => {} };
  let next = io.now() + PATIENCE;
  let shown = false;
  const show =
    (what: string) =>
    (done: number, total: number): void => {
      const now = io.now();
      if (now < next) return;
      next = now + INTERVAL;
      shown = true;
      io.stderr.write(`\r\u001b[K${what}: ${done} of ${total}`);
    };
  return {
    update: show("Checking articles"),
    asking: show("Requesting other sites"),
    clear: () => {
      if (shown) io.stderr.write("\r\u001b[K");
    },
  };
}
