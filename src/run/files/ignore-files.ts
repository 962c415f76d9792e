import { basename, dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isInside, pathFrom } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import { smallText } from "./small-text.js";

/** Files that list what to leave out, in the syntax of .gitignore; later ones win. */
const IGNORE_FILES = [".gitignore", ".copydeskignore"];

/**
 * Tells which paths the ignore files of a project leave out: those of every folder from the root down to
 * the path, the deepest deciding, as git does. What lies in an ignored folder is ignored.
 */
export class IgnoreFiles {
  readonly #root: string;
  readonly #files: FileSystem;
  readonly #patterns = new Map<string, Ignore | undefined>();
  readonly #folders = new Map<string, boolean>();
  readonly #inside = new Map<string, ReadonlySet<string>>();

  constructor(root: string, files: FileSystem) {
    this.#root = root;
    this.#files = files;
  }

  ignoresFile(path: string): boolean {
    const folder = dirname(path);
    return this.ignoresFolder(folder) || this.#decide(path, folder, "");
  }

  ignoresFolder(path: string): boolean {
    if (path === this.#root || !isInside(path, this.#root)) return false;
    let ignored = this.#folders.get(path);
    if (ignored === undefined) {
      const parent = dirname(path);
      ignored = this.ignoresFolder(parent) || this.#decide(path, parent, "/");
      this.#folders.set(path, ignored);
    }
    return ignored;
  }

  #decide(path: string, from: string, suffix: "" | "/"): boolean {
    for (let folder = from; isInside(folder, this.#root); folder = dirname(folder)) {
      const verdict = this.#patternsOf(folder)?.test(pathFrom(folder, path) + suffix);
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true) return false;
      if (dirname(folder) === folder) break;
    }
    return false;
  }

  #patternsOf(folder: string): Ignore | undefined {
    if (!this.#patterns.has(folder)) this.#patterns.set(folder, this.#readPatterns(folder));
    return this.#patterns.get(folder);
  }

  /** Whether a folder is there and no link is on the way to it: links may lead out of the project. */
  #isReal(folder: string): boolean {
    if (folder === this.#root) return true;
    const parent = dirname(folder);
    return this.#isReal(parent) && this.#foldersIn(parent).has(basename(folder));
  }

  /** Names of the folders in a real folder, which alone is asked. */
  #foldersIn(folder: string): ReadonlySet<string> {
    let names = this.#inside.get(folder);
    if (names === undefined) {
      names = new Set(foldersIn(folder, this.#files));
      this.#inside.set(folder, names);
    }
    return names;
  }

  #readPatterns(folder: string): Ignore | undefined {
    if (!this.#isReal(folder)) return undefined;
    const text = IGNORE_FILES.map((name) => smallText(join(folder, name), this.#files)).join("\n");
    return text.trim() === "" ? undefined : ignore({ ignorecase: false }).add(text);
  }
}

/** Names of the folders in a folder; none where it is not one, or nobody may look into it. */
function foldersIn(folder: string, files: FileSystem): readonly string[] {
  try {
    return files.entries(folder).flatMap(({ name, kind }) => (kind === "folder" ? [name] : []));
  } catch {
    return [];
  }
}
