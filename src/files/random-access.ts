import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { firstBytes } from "./open-file.js";

const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/** A regular file that is read in parts; what takes its place on the disk meanwhile changes nothing. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Bytes from a place on; fewer at the end of the file. */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** Opens a regular file, wherever it is, for reading in parts; undefined where there is none. */
export function openRandomAccess(path: string): RandomAccess | undefined {
  let descriptor: number | undefined;
  try {
    const opened = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    descriptor = opened;
    const stats = fstatSync(opened);
    if (!stats.isFile()) throw new TypeError("Not a regular file.");
    return {
      size: stats.size,
      read: (offset, length) => firstBytes(opened, length, offset),
      close: () => closeSync(opened),
    };
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}
