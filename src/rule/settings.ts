import type { FrontMatterSchema } from "./schema.js";

/** The engines copydesk knows; `none` for plain folders. */
export const ENGINE_NAMES = [
  "hexo",
  "jekyll",
  "hugo",
  "astro",
  "eleventy",
  "docusaurus",
  "vitepress",
  "none",
] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** Facts about the site that several rules need, given once in the config under `site`. */
export interface SiteSettings {
  /** Folder of the site's sources, relative to the project root; "" when it is the root itself. */
  readonly root: string;
  /** Public address, e.g. `https://example.org/blog/`; its host is an own host, its path the base path. */
  readonly url: string | undefined;
  /** True when the whole site is in view (DESIGN, certainty). */
  readonly complete: boolean;
  /** IANA time zone of the newsroom, if set. */
  readonly timezone: string | undefined;
  /** Folders served at the root of the site, relative to the project root. */
  readonly staticDirs: readonly string[];
  /** Further hosts that are the site's own, CDN hosts included. */
  readonly ownHosts: readonly string[];
}

/** What every rule may know besides the article and its own options. */
export interface Settings {
  readonly site: SiteSettings;
  /** Front-matter schema for this article, if one is configured. */
  readonly schema: FrontMatterSchema | undefined;
  /** `true` when directives must give a reason. */
  readonly requireReasons: boolean;
  /** Every rule id known to this run, plugins included; directives are checked against it. */
  readonly knownRules: ReadonlySet<string>;
}
