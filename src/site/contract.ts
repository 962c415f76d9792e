import type { Engine } from "../engine/engine.js";
import type { BuildManifest } from "../facts/build-manifest.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Settings } from "../rule/settings.js";
import type { Asset, SiteIndex } from "../rule/site-index.js";

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
  /** What a build has written of its site; undefined where there is no such file. Throws for one that is no manifest. */
  manifest?(path: string): BuildManifest | undefined;
  /** The text of a file, if it is UTF-8 and at most 1 MB. */
  text(path: string): string | undefined;
}

/** What copydesk believes of an address: `maybe` where only the build knows. */
export type Belief = "article" | "file" | "page" | "redirect" | "maybe" | "nothing";

/**
 * How the ids that are known of a page are those of the page: the same (`exact`), the same but for spellings of which only the
 * build tells the right one (`among`), or only some of them (`some`).
 */
export type IdKnowledge = "exact" | "among" | "some";

/** The index as a run asks it: besides what rules may ask, what copydesk believes of addresses. */
export interface WholeIndex extends SiteIndex {
  /** What is at an address, below the base path, of the site of the article at `path`. */
  believedAt(path: string, address: string): Belief;
  /** How well the fragment targets of an article's page are known. */
  knowledgeOfIds(path: string): IdKnowledge;
}
