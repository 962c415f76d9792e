/** What a name in a folder stands for. `other`: sockets, pipes, devices. */
export type EntryKind = "file" | "folder" | "link" | "other";

interface Stats {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export function kindOf(stats: Stats): EntryKind {
  if (stats.isSymbolicLink()) return "link";
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : "other";
}
