import { dirname, extname, join } from "node:path";
import { isInside, pathFrom } from "../engine/paths.js";
import { type Entry, type FileSystem, filesIn } from "../files/file-system.js";
import { FolderFound, RefusedFile } from "../files/refused-file.js";
import { type Blob, Objects, sizesOf } from "./objects.js";
import type { Git } from "./run-git.js";

/** What a name in a tree is. `disk`: what git keeps nothing of, such as a submodule, is as it is on disk. */
type Node =
  | { readonly kind: "file"; readonly blob: Blob }
  | { readonly kind: "folder"; readonly names: Map<string, Node> }
  | { readonly kind: "link" }
  | { readonly kind: "disk"; readonly isFolder: boolean };

type Folder = Extract<Node, { readonly kind: "folder" }>;

/**
 * The files of a commit, read-only, at the places where the work tree has them. What no commit holds is as it is on disk:
 * ignored files, such as installed packages, submodules, and where links lead.
 *
 * @param root top of the work tree, a real path
 */
export function filesOfTree(git: Git, root: string, tree: string): FileSystem {
  const top = emptyFolder();
  for (const line of git.fields(["ls-tree", "-r", "-l", "-z", "--full-tree", tree])) {
    const tab = line.indexOf("\t");
    const [mode = "", , id = "", size] = line.slice(0, tab).split(/ +/);
    add(top, line.slice(tab + 1), nodeOf(mode, id, Number(size)));
  }
  return filesOf(git, root, top);
}

/** The files of the index in the same way: what the next commit is going to hold. */
export function filesOfIndex(git: Git, root: string): FileSystem {
  const top = emptyFolder();
  const entries = git.fields(["ls-files", "--stage", "-z"]).map((line) => {
    const tab = line.indexOf("\t");
    const [mode = "", id = ""] = line.slice(0, tab).split(" ");
    return { mode, id, path: line.slice(tab + 1) };
  });
  const sizes = sizesOf(git, [...new Set(entries.map(({ id }) => id))]);
  for (const { mode, id, path } of entries) add(top, path, nodeOf(mode, id, sizes.get(id) ?? 0));
  return filesOf(git, root, top);
}

/** The files of a repository without any commit. */
export function filesOfNothing(git: Git, root: string): FileSystem {
  return filesOf(git, root, emptyFolder());
}

function nodeOf(mode: string, id: string, size: number): Node {
  if (mode === "160000") return { kind: "disk", isFolder: true };
  if (mode === "120000") return { kind: "link" };
  return { kind: "file", blob: { id, size: Number.isNaN(size) ? 0 : size } };
}

function emptyFolder(): Folder {
  return { kind: "folder", names: new Map() };
}

/** Puts a node at its path; where a file is in the way, it stays. */
function add(top: Folder, path: string, node: Node, makesFolders = true): void {
  const names = path.split("/");
  // No honest tree has these, and they would lead out of it.
  if (names.some((name) => name === "" || name === "." || name === "..")) return;
  const name = names.pop() ?? "";
  let folder = top;
  for (const step of names) {
    let next = folder.names.get(step);
    if (next === undefined && makesFolders) {
      next = emptyFolder();
      folder.names.set(step, next);
    }
    if (next?.kind !== "folder") return;
    folder = next;
  }
  if (!folder.names.has(name)) folder.names.set(name, node);
}

function filesOf(git: Git, root: string, top: Folder): FileSystem {
  for (const path of ignoredPaths(git)) {
    const isFolder = path.endsWith("/");
    add(top, isFolder ? path.slice(0, -1) : path, { kind: "disk", isFolder }, false);
  }
  add(top, ".git", { kind: "disk", isFolder: true });
  return new TreeFiles(root, top, new Objects(git));
}

/** Files that git leaves out, and folders of which it does. */
function ignoredPaths(git: Git): readonly string[] {
  return git.fields([
    "ls-files",
    "--others",
    "--ignored",
    "--exclude-standard",
    "--directory",
    "-z",
  ]);
}

class TreeFiles implements FileSystem {
  readonly #root: string;
  readonly #top: Folder;
  readonly #objects: Objects;
  readonly #disk: FileSystem;

  constructor(root: string, top: Folder, objects: Objects) {
    this.#root = root;
    this.#top = top;
    this.#objects = objects;
    this.#disk = filesIn(root);
  }

  entries(folder: string): readonly Entry[] {
    const node = this.#at(folder);
    if (node?.kind === "disk") return this.#disk.entries(folder);
    if (node === undefined) throw absent(folder);
    if (node.kind !== "folder") throw refused(node);
    return [...node.names]
      .map(([name, { kind }]): Entry | undefined => {
        const there = kind === "disk" ? this.#disk.kindOf(join(folder, name)) : kind;
        return there === undefined ? undefined : { name, kind: there };
      })
      .filter((entry) => entry !== undefined)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kindOf(path: string): Entry["kind"] | undefined {
    const node = this.#at(path);
    return node?.kind === "disk" ? this.#disk.kindOf(path) : node?.kind;
  }

  size(path: string): number {
    const real = this.realPath(path);
    const node = this.#at(real);
    if (node?.kind === "disk") return this.#disk.size(real);
    return blobOf(node, path).size;
  }

  read(path: string, most = MOST_BYTES): Uint8Array {
    const real = this.realPath(path);
    const node = this.#at(real);
    if (node?.kind === "disk") return this.#disk.read(real, most);
    return this.#objects.read(blobOf(node, path), most, () => this.#following(real));
  }

  readStart(path: string, count: number): Uint8Array {
    const real = this.realPath(path);
    return this.#at(real)?.kind === "disk"
      ? this.#disk.readStart(real, count)
      : this.read(real).subarray(0, count);
  }

  /** Links lead where those on disk do. */
  realPath(path: string): string {
    if (!isInside(path, this.#root)) return this.#disk.realPath(path);
    for (let at = path; isInside(at, this.#root) && at !== this.#root; at = dirname(at)) {
      const kind = this.#at(at)?.kind;
      if (kind === "link" || kind === "disk") return this.#disk.realPath(path);
    }
    if (this.#at(path) === undefined) throw absent(path);
    return path;
  }

  /** Files of the same kind that a walk comes to after a file. */
  *#following(path: string): Generator<Blob> {
    const ending = extname(path);
    let from = path;
    for (let folder = dirname(path); isInside(folder, this.#root); folder = dirname(folder)) {
      const node = this.#at(folder);
      const after = pathFrom(folder, from).split("/")[0] ?? "";
      if (node?.kind === "folder") yield* blobsIn(node, ending, after);
      if (folder === this.#root) return;
      from = folder;
    }
  }

  /** What the tree has at a path; what lies below a node of the disk is of the disk, too. */
  #at(path: string): Node | undefined {
    if (!isInside(path, this.#root)) return { kind: "disk", isFolder: true };
    const names = pathFrom(this.#root, path).split("/");
    let node: Node | undefined = this.#top;
    for (const name of names) {
      if (name === "" || name === ".") continue;
      if (node?.kind === "disk") return node;
      if (node?.kind !== "folder") return undefined;
      node = node.names.get(name);
    }
    return node;
  }
}

/** Largest file that is read where no smaller bound is named, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

function* blobsIn({ names }: Folder, ending: string, after = ""): Generator<Blob> {
  for (const name of [...names.keys()].sort()) {
    const node = names.get(name);
    if (name <= after) continue;
    if (node?.kind === "folder") yield* blobsIn(node, ending);
    else if (node?.kind === "file" && extname(name) === ending) yield node.blob;
  }
}

function blobOf(node: Node | undefined, path: string): Blob {
  if (node === undefined) throw absent(path);
  if (node.kind !== "file") throw refused(node);
  return node.blob;
}

function refused({ kind }: Node): Error {
  return kind === "folder" ? new FolderFound() : new RefusedFile("special");
}

function absent(path: string): Error {
  return Object.assign(new Error(`${path} does not exist.`), { code: "ENOENT" });
}
