import type { Range } from "../article/range.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { SiteSettings } from "../facts/site-settings.js";
import type { Router, SiteFiles } from "./router.js";

/** What an entry of a list of pages leads to. */
export type NavigationTarget =
  /** An address as a browser asks for it; `isBelowBase` where the engine puts the base path before it. */
  | { readonly kind: "address"; readonly url: string; readonly isBelowBase: boolean }
  /** A source file that the engine looks up, relative to the project root. */
  | { readonly kind: "file"; readonly path: string }
  /** A name by which the engine finds nothing in the files that it may mean, and the name that was probably meant. */
  | {
      readonly kind: "nothing";
      readonly tried: readonly string[];
      readonly nearest: string | undefined;
    };

/**
 * What becomes of an entry whose target does not exist: the build `stops`, readers get an error page (`dead`), or do
 * where templates of the site print the list as it is (`printed`), the entry leads to the page that it is on (`unlinked`), or the
 * build makes an `empty` page.
 */
export type NavigationFailure = "stops" | "dead" | "printed" | "unlinked" | "empty";

/** One entry of a list of pages, as far as it is literally written. */
export interface NavigationEntry {
  readonly written: string;
  readonly range: Range;
  readonly target: NavigationTarget;
  readonly failure: NavigationFailure;
  /** Entries of one group lead to different pages; undefined for one that may lead anywhere. */
  readonly group: string | undefined;
}

/** A list in which a site names its own pages. */
export interface NavigationList {
  /** The file, relative to the project root. */
  readonly path: string;
  readonly entries: readonly NavigationEntry[];
  /**
   * What the engine does with a page that a list names twice: it keeps one place of it, so that the way from page to page skips
   * back (`one-place`), or only shows it twice.
   */
  readonly twice: "one-place" | "shown";
}

/** What lists of pages are read with. */
export interface NavigationScene {
  readonly site: SiteSettings;
  /** The articles of the site. */
  readonly articles: readonly ArticleFacts[];
  readonly files: SiteFiles;
  readonly router: Router;
}

/** The lists of pages of a site, by what is literally written; what only code could tell is left out. */
export type NavigationReading = (scene: NavigationScene) => readonly NavigationList[];
