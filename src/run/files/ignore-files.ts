import { dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isInside, pathFrom } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import { ListedFiles } from "./listed-files.js";
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
  readonly #decided = new Map<string, boolean>();
  readonly #listed: ListedFiles;

  constructor(root: string, files: FileSystem) {
    this.#root = root;
    this.#files = files;
    this.#listed = new ListedFiles(root, files);
  }

  ignoresFile(path: string): boolean {
    // Broken links ask for the same files again and again.
    let ignored = this.#decided.get(path);
    if (ignored === undefined) {
      const folder = dirname(path);
      ignored = this.ignoresFolder(folder) || this.#decide(path, folder, "");
      this.#decided.set(path, ignored);
    }
    return ignored;
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

  #readPatterns(folder: string): Ignore | undefined {
    // Links may lead out of the project.
    if (this.#listed.kindOf(folder) !== "folder") return undefined;
    const text = IGNORE_FILES.map((name) => smallText(join(folder, name), this.#files)).join("\n");
    return text.trim() === "" ? undefined : ignore({ ignorecase: false }).add(text);
  }
}
