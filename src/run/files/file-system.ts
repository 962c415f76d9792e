import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";

/** What a name in a folder stands for. `other`: sockets, pipes, devices. */
export type EntryKind = "file" | "folder" | "link" | "other";

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * The file system as the run layer uses it; tests give their own. Paths are absolute. All but `kindOf`
 * throw as `node:fs` does.
 */
export interface FileSystem {
  /** Entries of a folder, sorted by name. */
  entries(folder: string): readonly Entry[];
  /** What stands at a path, links not followed; undefined for nothing. */
  kindOf(path: string): EntryKind | undefined;
  /** Bytes of a file. */
  size(path: string): number;
  read(path: string): Uint8Array;
  /** At most `count` bytes from the beginning of a file. */
  readStart(path: string, count: number): Uint8Array;
  realPath(path: string): string;
}

interface Stats {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(stats: Stats): EntryKind {
  if (stats.isSymbolicLink()) return "link";
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : "other";
}

/** The machine's own file system. */
export const nodeFileSystem: FileSystem = {
  entries: (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  kindOf: (path) => {
    try {
      return kindOf(lstatSync(path));
    } catch {
      return undefined;
    }
  },
  size: (path) => statSync(path).size,
  read: (path) => readFileSync(path),
  readStart: (path, count) => {
    const file = openSync(path, "r");
    try {
      const bytes = new Uint8Array(count);
      return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
    } finally {
      closeSync(file);
    }
  },
  realPath: (path) => realpathSync(path),
};

/** Whether a folder is one that nothing is looked for in, whatever is asked. */
export function isNeverSearched(name: string): boolean {
  return name === "node_modules" || name === ".git";
}
