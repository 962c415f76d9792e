import { lstatSync } from "node:fs";

/** What a file or folder says of itself without being read. */
export interface Stamp {
  /** Equal stamps mean the same file in the same state: nobody but the system sets the time of the last change. */
  readonly text: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedAt: number;
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
