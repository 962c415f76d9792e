import { dirname, isAbsolute, join } from "node:path";
import { type FileSystem, nodeFileSystem } from "./file-system.js";

/** Largest pointer to a folder of git that is read, in bytes. */
const MOST_BYTES = 4096;

/** The folder in which git keeps what it knows of a work tree; a linked work tree and a submodule name it in a file. */
export function gitFolder(root: string, files: FileSystem = nodeFileSystem): string | undefined {
  const path = join(root, ".git");
  const kind = files.kindOf(path);
  if (kind === "folder") return path;
  if (kind !== "file") return undefined;
  const target = /^gitdir: (.+)$/m.exec(pointerAt(path, files))?.[1]?.trim();
  if (target === undefined) return undefined;
  return isAbsolute(target) ? target : join(root, target);
}

/** The work tree that a path lies in: the nearest folder above it with a `.git`. */
export function workTreeOf(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (nodeFileSystem.kindOf(join(folder, ".git")) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function pointerAt(path: string, files: FileSystem): string {
  try {
    return new TextDecoder().decode(files.read(path, MOST_BYTES));
  } catch {
    return "";
  }
}
