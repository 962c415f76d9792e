import { sep } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { EntryKind, FileSystem } from "../../files/file-system.js";

/** Tells what stands at paths below a folder, links not followed, from one listing of each folder: for many questions. */
export class ListedFiles {
  readonly #root: string;
  readonly #files: FileSystem;
  readonly #listings = new Map<string, ReadonlyMap<string, EntryKind>>();

  constructor(root: string, files: FileSystem) {
    this.#root = root;
    this.#files = files;
  }

  /** Undefined for nothing, for what lies outside, and where a link is on the way, which may lead out. */
  kindOf(path: string): EntryKind | undefined {
    if (!isInside(path, this.#root)) return undefined;
    let kind: EntryKind | undefined = "folder";
    let at = this.#root;
    for (const name of path.slice(this.#root.length).split(sep)) {
      if (name === "") continue;
      kind = kind === "folder" ? this.#listing(at).get(name) : undefined;
      if (kind === undefined) return undefined;
      at = at.endsWith(sep) ? `${at}${name}` : `${at}${sep}${name}`;
    }
    return kind;
  }

  #listing(folder: string): ReadonlyMap<string, EntryKind> {
    let listing = this.#listings.get(folder);
    if (listing === undefined) {
      listing = entriesOf(folder, this.#files);
      this.#listings.set(folder, listing);
    }
    return listing;
  }
}

/** Entries of a folder; none where it is not one, or nobody may look into it. */
function entriesOf(folder: string, files: FileSystem): ReadonlyMap<string, EntryKind> {
  try {
    return new Map(files.entries(folder).map(({ name, kind }) => [name, kind]));
  } catch {
    return new Map();
  }
}
