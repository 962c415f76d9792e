import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { isInside } from "../engine/paths.js";
import { FolderFound, RefusedFile } from "./refused-file.js";

// Neither wait for a pipe, nor follow a link that has taken the file's place. Windows knows neither flag.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/** Bytes that are asked for once a file turns out to be longer than it said. */
const STEP = 65_536;

/** A regular file that is open for reading. */
export interface OpenFile {
  readonly descriptor: number;
  /** Bytes, as it says. */
  readonly size: number;
}

/**
 * The path of a file or folder with all links resolved.
 *
 * @param root folder that it must lie in; anywhere when absent
 * @throws {RefusedFile} when it lies outside
 */
export function realPathIn(path: string, root: string | undefined): string {
  const real = realpathSync.native(path);
  if (root !== undefined && !isInside(real, root)) throw new RefusedFile("outside");
  return real;
}

/**
 * Opens a regular file inside the root, without waiting for it, and hands it to `use`.
 *
 * @throws {RefusedFile} for what lies outside, and what is no regular file
 */
export function withFile<Value>(
  path: string,
  root: string | undefined,
  use: (file: OpenFile) => Value,
): Value {
  const descriptor = openSync(realPathIn(path, root), O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw new FolderFound();
    if (!stats.isFile()) throw new RefusedFile("special");
    return use({ descriptor, size: stats.size });
  } finally {
    closeSync(descriptor);
  }
}

/**
 * All bytes of an open file, also of one that grows.
 *
 * @throws {RefusedFile} when there are more than `most`
 */
export function allBytes({ descriptor, size }: OpenFile, most: number): Uint8Array {
  if (size > most) throw new RefusedFile("large");
  const chunks: Uint8Array[] = [];
  let total = 0;
  // One byte more than the file says shows its end without another chunk.
  for (let room = size + 1; ; room = STEP) {
    const chunk = firstBytes(descriptor, room, total);
    total += chunk.length;
    if (total > most) throw new RefusedFile("large");
    chunks.push(chunk);
    if (chunk.length < room) break;
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}

/** At most `count` bytes of an open file, from a place on; fewer only at its end. */
export function firstBytes(descriptor: number, count: number, from: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(count);
  let filled = 0;
  while (filled < count) {
    const read = readSync(descriptor, bytes, filled, count - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
