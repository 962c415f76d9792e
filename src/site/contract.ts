import type { Engine } from "../engine/engine.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Settings } from "../rule/settings.js";
import type { Asset } from "../rule/site-index.js";

/** One article of the site, with what decides how its references resolve. */
export interface IndexedArticle {
  readonly facts: ArticleFacts;
  readonly engine: Engine;
  readonly settings: Settings;
}

/** The files of the project, as whoever reads them found them; nothing else is asked of them. */
export interface FileLookup {
  /** True spelling of a root-relative path if such a file exists, letter case ignored; undefined if none does. */
  find(path: string): Asset | undefined;
  /** Whether a folder of that exact name exists. */
  hasFolder(path: string): boolean;
  /** Root-relative paths of files that share the file name (last segment), letter case ignored. */
  sameName(name: string): readonly string[];
  /** Root-relative paths of all files below a folder, sorted; folders that are never searched left out. */
  list(folder: string): readonly string[];
  /** Whether a file that is not there may well exist: git ignores its path, or its submodule is not checked out. */
  mayExist?(path: string): boolean;
  /** The text of a file, if it is UTF-8 and at most 1 MB. */
  text(path: string): string | undefined;
}
