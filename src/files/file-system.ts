import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { type EntryKind, kindOf } from "./entry-kind.js";
import { allBytes, firstBytes, realPathIn, withFile } from "./open-file.js";
import { FolderFound, RefusedFile } from "./refused-file.js";
import { type Stamp, stampOf } from "./stamp.js";

export type { EntryKind } from "./entry-kind.js";

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** Largest file that is read where no smaller bound is named, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The file system as copydesk reads it; tests give their own. Paths are absolute. All but `kindOf` throw: as
 * `node:fs` does, and a `RefusedFile` for what is not to be read.
 */
export interface FileSystem {
  /** Entries of a folder, sorted by name. */
  entries(folder: string): readonly Entry[];
  /** What stands at a path, links not followed; undefined for nothing. */
  kindOf(path: string): EntryKind | undefined;
  /** Bytes of a regular file. */
  size(path: string): number;
  /** @param most largest file that is read, in bytes */
  read(path: string, most?: number): Uint8Array;
  /** At most `count` bytes from the beginning of a file. */
  readStart(path: string, count: number): Uint8Array;
  /** A path with its links resolved, wherever they lead. */
  realPath(path: string): string;
  /** What a file on disk says of itself; absent where files are not those on disk. Does not throw. */
  stamp?(path: string): Stamp | undefined;
}

/**
 * The machine's file system, as far as it lies in a folder: only regular files whose real path is inside are read, only
 * such folders listed. Nothing waits for a pipe or a device.
 *
 * @param root a real path; everything is inside when absent
 */
export function filesIn(root: string | undefined): FileSystem {
  return {
    entries: (folder) =>
      readdirSync(realPathIn(folder, root), { withFileTypes: true })
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    kindOf: (path) => {
      try {
        return kindOf(lstatSync(path));
      } catch {
        return undefined;
      }
    },
    size: (path) => {
      const stats = lstatSync(realPathIn(path, root));
      if (stats.isDirectory()) throw new FolderFound();
      if (!stats.isFile()) throw new RefusedFile("special");
      return stats.size;
    },
    read: (path, most = MOST_BYTES) => withFile(path, root, (file) => allBytes(file, most)),
    readStart: (path, count) =>
      withFile(path, root, ({ descriptor }) => firstBytes(descriptor, count, 0)),
    realPath: (path) => realpathSync.native(path),
    stamp: stampOf,
  };
}

/** The whole machine: for paths that the command line names, the folder of git, and installed packages. */
export const nodeFileSystem: FileSystem = filesIn(undefined);

/** Whether a folder is one that nothing is looked for in, whatever is asked. */
export function isNeverSearched(name: string): boolean {
  return name === "node_modules" || name === ".git";
}
