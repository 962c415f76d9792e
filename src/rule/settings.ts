import type { FrontMatterSchema } from "../facts/front-matter-schema.js";
import type { SiteSettings } from "../facts/site-settings.js";

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
