import { join } from "node:path";
import { isInside } from "../../engine/paths.js";
import { type FileSystem, isNeverSearched } from "../../files/file-system.js";

/** Names in one folder, by their folded spelling. */
export type Listing = ReadonlyMap<string, readonly Node[]>;

interface Node {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** The names below a folder, found in any letter case. Each folder is listed once, when something in it is asked for. */
export class FileTree {
  readonly #base: string;
  readonly #root: string;
  readonly #files: FileSystem;
  readonly #listings = new Map<string, Listing>();
  readonly #folders = new Map<string, readonly string[]>([["", [""]]]);

  /**
   * @param base folder that paths are relative to
   * @param root nothing outside of it is looked at
   */
  constructor(base: string, root: string, files: FileSystem) {
    this.#base = base;
    this.#root = root;
    this.#files = files;
  }

  /** What a folder holds, by its true path. */
  listingOf(folder: string): Listing {
    let listing = this.#listings.get(folder);
    if (listing === undefined) {
      listing = list(join(this.#base, folder), this.#root, this.#files);
      this.#listings.set(folder, listing);
    }
    return listing;
  }

  /** True spelling of the path of a file; the exact one is preferred to one in other letter case. */
  fileAt(path: string): string | undefined {
    const slash = path.lastIndexOf("/");
    const folders = this.foldersAt(path.slice(0, Math.max(0, slash)));
    return this.#inside(folders, path.slice(slash + 1), false)[0];
  }

  /** True spellings of the path of a folder, those that are nearest to what is written first. */
  foldersAt(path: string): readonly string[] {
    // Many paths that are looked for lie in one folder.
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    let found: readonly string[] = [""];
    // A path may have any number of parts: what is not there ends the search.
    for (let start = 0, end = 0; found.length > 0 && end < path.length; start = end + 1) {
      const slash = path.indexOf("/", start);
      end = slash === -1 ? path.length : slash;
      const here = path.slice(0, end);
      const inside = this.#folders.get(here) ?? this.#inside(found, path.slice(start, end), true);
      this.#folders.set(here, inside);
      found = inside;
    }
    this.#folders.set(path, found);
    return found;
  }

  #inside(folders: readonly string[], name: string, isFolder: boolean): readonly string[] {
    const found: string[] = [];
    const folded = foldName(name);
    for (const folder of folders) {
      const nodes = this.listingOf(folder).get(folded) ?? [];
      for (const node of nodes.length > 1 ? exactFirst(nodes, name) : nodes)
        if (node.isFolder === isFolder)
          found.push(folder === "" ? node.name : `${folder}/${node.name}`);
    }
    return found;
  }
}

/** A name as names are compared: in one letter case and one way of writing accents. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Whether two names are the same but for the way that accents are written. */
export function isSameName(a: string, b: string): boolean {
  return a.normalize("NFC") === b.normalize("NFC");
}

function exactFirst(nodes: readonly Node[], name: string): readonly Node[] {
  return nodes.toSorted(
    (a, b) => Number(isSameName(b.name, name)) - Number(isSameName(a.name, name)),
  );
}

function list(folder: string, root: string, files: FileSystem): Listing {
  const listing = new Map<string, Node[]>();
  try {
    for (const { name, kind } of files.entries(folder)) {
      if (isNeverSearched(name)) continue;
      const target = kind === "link" ? targetKind(join(folder, name), root, files) : kind;
      if (target !== "file" && target !== "folder") continue;
      const nodes = listing.get(foldName(name)) ?? [];
      nodes.push({ name, isFolder: target === "folder", isLink: kind === "link" });
      listing.set(foldName(name), nodes);
    }
  } catch {
    // A folder that cannot be listed holds nothing that could be found.
  }
  return listing;
}

function targetKind(path: string, root: string, files: FileSystem): string | undefined {
  try {
    const real = files.realPath(path);
    return isInside(real, root) ? files.kindOf(real) : undefined;
  } catch {
    return undefined;
  }
}
