import { lstatSync } from "node:fs";

/** What a file or folder says of itself without being read. */
export interface Stamp {
  /** Equal stamps mean the same file in the same state: nobody but the system sets the time of the last change. */
  readonly text: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** File systems tell moments in steps, of two seconds at most: what changed within one may change again unseen. */
const LONGEST_STEP = 2_000;

/**
 * Whether a stamp says enough: its file changed so long before it was looked at that it cannot have changed unseen since.
 *
 * @param now a moment before the file was looked at, in milliseconds since 1970
 */
export function isSettled(stamp: Stamp, now: number): boolean {
  return stamp.changedAt + LONGEST_STEP < now;
}

/** The stamp of a file or folder; undefined for links, for what is special, and where there is nothing. */
export function stampOf(path: string): Stamp | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile() && !stats.isDirectory()) return undefined;
    const { dev, ino, size, mtimeMs, ctimeMs } = stats;
    return {
      text: [dev, ino, size, mtimeMs, ctimeMs].join(" "),
      changedAt: Math.max(mtimeMs, ctimeMs),
    };
  } catch {
    return undefined;
  }
}
