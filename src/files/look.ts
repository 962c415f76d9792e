import { fstatSync, lstatSync, realpathSync } from "node:fs";
import { isInside } from "../engine/paths.js";
import { type EntryKind, kindOf } from "./entry-kind.js";
import type { FileSystem } from "./file-system.js";
import { allBytes, realPathIn, withFile } from "./open-file.js";

/**
 * What a path leads to, links followed; undefined for nothing, and for what lies outside the root.
 *
 * @param files looked at instead of the disk
 */
export function targetKind(path: string, root?: string, files?: FileSystem): EntryKind | undefined {
  try {
    if (files === undefined) return kindOf(lstatSync(realPathIn(path, root)));
    const real = files.realPath(path);
    return root === undefined || isInside(real, root) ? files.kindOf(real) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path leads to anything, wherever that is. */
export function isThere(path: string, files?: FileSystem): boolean {
  return targetKind(path, undefined, files) !== undefined;
}

/** Bytes of a regular file; undefined where there is none inside the root. */
export function sizeIn(path: string, root: string, files?: FileSystem): number | undefined {
  try {
    if (files !== undefined) return files.size(path);
    return withFile(path, root, ({ size }) => size);
  } catch {
    return undefined;
  }
}

/** The text of a file; undefined where there is none, and for what is outside the root, special or larger than `most`. */
export function textIn(
  path: string,
  root: string | undefined,
  most: number,
  files?: FileSystem,
): string | undefined {
  try {
    if (files !== undefined) return decode(files.read(path, most));
    return decode(withFile(path, root, (file) => allBytes(file, most)));
  } catch {
    return undefined;
  }
}

/** The bytes of a regular file, wherever it is; undefined where there is none, and for one that is larger than `most`. */
export function bytesOf(path: string, most: number): Uint8Array | undefined {
  try {
    return withFile(path, undefined, (file) => allBytes(file, most));
  } catch {
    return undefined;
  }
}

/** UTF-8, a byte order mark kept. */
export function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** A folder with the links on its way resolved, as paths in reports are; itself where it does not exist. */
export function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Whether standard input is a folder, which nothing can be read from. */
export function isStandardInputFolder(): boolean {
  return kindOfStream(0) === "folder";
}

/** Whether standard output is a file. */
export function isStandardOutputFile(): boolean {
  return kindOfStream(1) === "file";
}

function kindOfStream(descriptor: number): EntryKind | undefined {
  try {
    return kindOf(fstatSync(descriptor));
  } catch {
    return undefined;
  }
}
