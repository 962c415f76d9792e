import type { SiteSettings } from "../facts/site-settings.js";
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
