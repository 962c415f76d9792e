import { join } from "node:path";
import { pathFrom } from "../engine/paths.js";
import { nodeFileSystem } from "./file-system.js";
import { gitFolder, workTreeOf } from "./git-folder.js";
import { textIn } from "./look.js";

/** Largest index that is read, in bytes: a million files have a hundred million. */
const MOST_BYTES = 512 * 1024 * 1024;

const MOST_CONFIG_BYTES = 1_000_000;

/** Bytes of an entry before the object name: times, device, mode, owner, size. */
const STATUS = 40;

const EXTENDED = 0x4000;

/**
 * Whether git tracks a file, by the index of the work tree around it. An index that cannot be read counts as one that
 * tracks everything.
 *
 * @param path absolute, without links
 */
export function isTracked(path: string): boolean {
  const tree = workTreeOf(path);
  const folder = tree === undefined ? undefined : gitFolder(tree);
  if (tree === undefined || folder === undefined) return false;
  const index = join(folder, "index");
  if (nodeFileSystem.kindOf(index) === undefined) return false;
  const name = pathFrom(tree, path);
  try {
    const names = indexedNames(nodeFileSystem.read(index, MOST_BYTES), objectBytes(folder));
    for (const tracked of names) {
      // A sparse index names folders, too.
      if (tracked === name || (tracked.endsWith("/") && name.startsWith(tracked))) return true;
    }
    return false;
  } catch {
    return true;
  }
}

/** How long the names of a repository's objects are: SHA-1, or SHA-256. */
function objectBytes(folder: string): number {
  const config = textIn(join(folder, "config"), undefined, MOST_CONFIG_BYTES) ?? "";
  return /^[ \t]*objectformat[ \t]*=[ \t]*sha256[ \t]*$/im.test(config) ? 32 : 20;
}

/**
 * The paths in an index, see gitformat-index(5).
 *
 * @throws {RangeError} where it is none, or keeps its entries in another file
 */
export function* indexedNames(bytes: Uint8Array, objectLength: number): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4);
  if (view.getUint32(0) !== 0x44495243 || version < 2 || version > 4)
    throw new RangeError("No index");
  const decoder = new TextDecoder();
  let at = 12;
  let previous: Uint8Array = new Uint8Array();
  for (let left = view.getUint32(8); left > 0; left--) {
    const start = at;
    at += STATUS + objectLength;
    at += (view.getUint16(at) & EXTENDED) === 0 ? 2 : 4;
    let kept = 0;
    if (version === 4) {
      const dropped = offsetAt(bytes, at);
      at = dropped.end;
      kept = previous.length - dropped.value;
    }
    const end = bytes.indexOf(0, at);
    if (end < 0 || kept < 0) throw new RangeError("The index ends early");
    const name = Buffer.concat([previous.subarray(0, kept), bytes.subarray(at, end)]);
    yield decoder.decode(name);
    previous = name;
    // All but version 4 fill entries up with zeros, at least one, to a multiple of eight bytes.
    at = version === 4 ? end + 1 : start + (((end - start) >> 3) + 1) * 8;
  }
  // A split index keeps what is missing here in another file.
  const extension = decoder.decode(bytes.subarray(at, at + 4));
  if (extension === "link") throw new RangeError("A split index");
}

/** A number in the variable-length form of git. */
function offsetAt(
  bytes: Uint8Array,
  from: number,
): { readonly value: number; readonly end: number } {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}
