import { createHash } from "node:crypto";
import { join } from "node:path";
import { isBaseline } from "../../baseline/entry.js";
import { isInside } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import type { ProjectFiles } from "../../lint/contract.js";
import { isReport } from "../../report/report-mark.js";
import type { Asset } from "../../rule/site-index.js";
import { fileType, TYPE_BYTES } from "../pictures/file-type.js";
import { pictureSize, SIZE_BYTES } from "../pictures/picture-size.js";
import { createBuildManifests } from "./build-manifests.js";
import { createElsewhere } from "./elsewhere.js";
import { FileTree, foldName, isSameName } from "./file-tree.js";

/** Largest file that is hashed, in bytes. */
const MAXIMUM_HASHED = 64 * 1024 * 1024;

/** Largest text file that is read, in bytes. */
const MAXIMUM_TEXT = 1_000_000;

/** Most entries that are gone through to find files of one name. */
const MAXIMUM_LISTED = 500_000;

/**
 * The files below a folder, looked up when asked for: folders are listed once each, and what a file holds is
 * read only when its size, type or hash is asked for. Ignored files count, since assets often are build
 * results; links that lead out of the project do not.
 *
 * @param base folder that paths are relative to
 * @param root nothing outside of it is read
 */
export function createProjectFiles(base: string, root: string, files: FileSystem): ProjectFiles {
  const tree = new FileTree(base, root, files);
  const assets = new Map<string, Asset>();
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  let paths: readonly string[] | undefined;

  return {
    find(path) {
      const found = tree.fileAt(path);
      if (found === undefined) return undefined;
      let asset = assets.get(found);
      if (asset === undefined) {
        asset = new LazyAsset(found, join(base, found), files);
        assets.set(found, asset);
      }
      return asset;
    },
    hasFolder(path) {
      if (path === "") return true;
      const [found] = tree.foldersAt(path);
      return found !== undefined && isSameName(found, path);
    },
    sameName(name) {
      byName ??= indexNames(tree);
      return byName.get(foldName(name)) ?? [];
    },
    list(folder) {
      byName ??= indexNames(tree);
      paths ??= [...byName.values()].flat().sort();
      return folder === "" ? paths : below(paths, `${folder}/`);
    },
    mayExist: createElsewhere(base, root, files),
    manifest: createBuildManifests(base, files),
    text: (path) => {
      const text = readSmallText(join(base, path), root, files);
      // What copydesk itself has written says nothing of the site, though it names its files.
      return text !== undefined && (isBaseline(text) || isReport(text)) ? "" : text;
    },
  };
}

/** The paths of a sorted list that begin with a text: they stand side by side. */
function below(paths: readonly string[], beginning: string): readonly string[] {
  const start = firstFrom(paths, beginning);
  let end = start;
  while (paths[end]?.startsWith(beginning) === true) end++;
  return paths.slice(start, end);
}

/** Where the first path stands that does not sort before a text. */
function firstFrom(paths: readonly string[], text: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Articles are not looked for deeper, either; the system takes the longer for a path the deeper it is. */
const DEEPEST = 100;

function depthOf(path: string): number {
  return path.split("/").length;
}

/** Every file's path by its folded name. Linked folders are left out: they may go in circles. */
function indexNames(tree: FileTree): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const folders = [""];
  let listed = 0;
  for (
    let folder = folders.pop();
    folder !== undefined && listed < MAXIMUM_LISTED;
    folder = folders.pop()
  ) {
    for (const [folded, nodes] of tree.listingOf(folder)) {
      for (const { name, isFolder, isLink } of nodes) {
        listed += 1;
        const path = folder === "" ? name : `${folder}/${name}`;
        if (!isFolder) {
          const paths = index.get(folded);
          if (paths === undefined) index.set(folded, [path]);
          else paths.push(path);
        } else if (!isLink && depthOf(path) < DEEPEST) folders.push(path);
      }
    }
  }
  for (const paths of index.values()) paths.sort();
  return index;
}

/** The text of a file; undefined for what is large, not UTF-8, outside the root or unreadable. */
function readSmallText(file: string, root: string, files: FileSystem): string | undefined {
  try {
    if (!isInside(files.realPath(file), root) || files.size(file) > MAXIMUM_TEXT) return undefined;
    return new TextDecoder("utf-8", { fatal: true }).decode(files.read(file, MAXIMUM_TEXT));
  } catch {
    return undefined;
  }
}

class LazyAsset implements Asset {
  readonly path: string;
  readonly #file: string;
  readonly #files: FileSystem;
  #bytes: number | undefined;
  #type: { readonly value: string | undefined } | undefined;
  #hash: { readonly value: string | undefined } | undefined;
  #size: { readonly value: Asset["size"] } | undefined;

  constructor(path: string, file: string, files: FileSystem) {
    this.path = path;
    this.#file = file;
    this.#files = files;
  }

  get bytes(): number {
    this.#bytes ??= this.#files.size(this.#file);
    return this.#bytes;
  }

  get type(): string | undefined {
    this.#type ??= {
      value: this.#attempt(() => fileType(this.#files.readStart(this.#file, TYPE_BYTES))),
    };
    return this.#type.value;
  }

  get hash(): string | undefined {
    this.#hash ??= {
      value: this.#attempt(() =>
        this.bytes > MAXIMUM_HASHED
          ? undefined
          : createHash("sha256").update(this.#files.read(this.#file, MAXIMUM_HASHED)).digest("hex"),
      ),
    };
    return this.#hash.value;
  }

  get size(): Asset["size"] {
    this.#size ??= {
      value: this.#attempt(() => pictureSize(this.#files.readStart(this.#file, SIZE_BYTES))),
    };
    return this.#size.value;
  }

  /** What cannot be read tells nothing. */
  #attempt<Value>(read: () => Value | undefined): Value | undefined {
    try {
      return read();
    } catch {
      return undefined;
    }
  }
}
