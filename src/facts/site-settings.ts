/**
 * A site's own config as data. Where a value could not be known without running code, `UNREADABLE` stands in
 * its place, so that whoever needs it can tell "not set" from "nobody knows".
 */
export type SiteTable = Readonly<Record<string, unknown>>;

/** Stands for a value of a site's config that only its code could tell. Plain JSON, as caches and reports need. */
export const UNREADABLE = "\u0000unreadable";

/**
 * A key that an object of a site's config has when it may have further members that only code could tell. Its value is a
 * list of their values where these are known, and those of members that they may replace.
 */
export const UNREADABLE_REST = "...";

/** Facts about the site that several rules need, given once in the config under `site`. */
export interface SiteSettings {
  /**
   * Folder of the site, relative to the project root: where its own config lies. Articles with the same folder
   * belong to one site; "" when it is the root itself.
   */
  readonly folder: string;
  /** Folder of the site's sources, relative to the project root; "" when it is the root itself. */
  readonly root: string;
  /** Version of the engine that builds the site; undefined where nothing tells. */
  readonly version: string | undefined;
  /** Public address, e.g. `https://example.org/blog/`; its host is an own host, its path the base path. */
  readonly url: string | undefined;
  /** The base path, between slashes, where the config says it without the public address. */
  readonly base?: string | undefined;
  /** True when the whole site is in view. */
  readonly complete: boolean;
  /** True when a person vouches for what is in view, by `site.complete: true` or `site.routes` in the config. */
  readonly isVouchedFor: boolean;
  /** True when the project root is that of a repository: relative paths of plain files are then certain. */
  readonly isRepository: boolean;
  /** IANA time zone of the newsroom, if set. */
  readonly timezone: string | undefined;
  /** Folders served at the root of the site, relative to the project root. */
  readonly staticDirs: readonly string[];
  /** Further hosts that are the site's own, CDN hosts included. */
  readonly ownHosts: readonly string[];
  /** Hosts of the same people, as files of the repository tell; whether their pages are this site's nobody knows. */
  readonly relatedHosts?: readonly string[] | undefined;
  /** The site's own config as plain data, read without running it; empty when there is none. */
  readonly config: SiteTable;
  /** Addresses the config vouches for, by glob: the source file (relative to the project root) that answers there, or `true` where something else does. */
  readonly routes: Readonly<Record<string, string | true>>;
  /** Further files with redirects, relative to the project root. */
  readonly redirectFiles: readonly string[];
  /** Folder of the built site, relative to the project root, where the user keeps one. */
  readonly output: string | undefined;
  /** File with what the build knows of the site, relative to the project root, where the user names one. */
  readonly manifest?: string | undefined;
  /** Files in content folders that the site makes no page of, relative to the project root. */
  readonly notPages?: readonly string[] | undefined;
}
