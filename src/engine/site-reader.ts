import type { SiteTable } from "../facts/site-settings.js";

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * How an engine looks at the files of a site to read its config. Paths are absolute. Nothing is run, and nothing
 * throws: what cannot be read is empty.
 */
export interface SiteReader {
  /**
   * A config file as data: YAML, JSON, TOML, or the literals of a JavaScript or TypeScript module.
   *
   * @param home the folder that modules may import from; the file's own when absent
   */
  config(file: string, home?: string): SiteTable;
  /** What a module exports under a name, as literals; undefined without the file. */
  namedExport(file: string, name: string, home?: string): SiteTable | undefined;
  /**
   * The version of an npm package that a site builds with: by the lock file, else the lowest that package.json
   * allows; undefined where neither tells.
   */
  versionOf(folder: string, packageName: string): string | undefined;
  /** The front matter of a file. */
  frontMatter(file: string): SiteTable;
  /** The text of a file; undefined where there is none. */
  text(file: string): string | undefined;
  /** Files and folders in a folder; symbolic links are left out. */
  entries(folder: string): readonly FolderEntry[];
}

/** A site whose config is to be read. */
export interface SiteLocation {
  /** Absolute folder of the site. */
  readonly folder: string;
  /** Absolute path of the site's own config; undefined where the layout alone shows the site. */
  readonly configFile: string | undefined;
}

/**
 * Whether a file is an article of a site.
 *
 * @param path relative to the site's folder
 * @param hasFrontMatter whether it begins with `---`; looks into the file
 */
export type IsArticle = (path: string, hasFrontMatter: () => boolean) => boolean;

/** What a site's own config tells, as far as it can be read without running it. */
export interface SiteFacts {
  /** The config itself, as data. */
  readonly config: SiteTable;
  /** Public address; a base path that the config gives apart is in `base`. */
  readonly url: string | undefined;
  readonly base?: string | undefined;
  /** Version of the engine, where it matters and is known. */
  readonly version?: string | undefined;
  /** IANA time zone. */
  readonly timezone?: string | undefined;
  /** Folder of the sources, relative to the site's folder. */
  readonly sources: string;
  /** Folders served at the root, relative to the site's folder. */
  readonly staticDirs: readonly string[];
  /** Folders that hold articles, relative to the site's folder. */
  readonly content: readonly string[];
  /** Which files in those folders the engine makes something of; by their endings where absent. */
  readonly isArticle?: IsArticle | undefined;
  /** Files in them that the site makes no page of, relative to the site's folder. */
  readonly notPages?: readonly string[] | undefined;
}
