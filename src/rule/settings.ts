import type { FrontMatterSchema } from "../facts/front-matter-schema.js";
import type { SiteSettings } from "../facts/site-settings.js";

/** The rules of another tool, whose directives are honoured. */
export interface ForeignRules {
  /** Ids of its rules by what its directives may call them, in small letters. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** The rules of ours that find the same, by id of its rule; none where no rule does. */
  readonly ours: ReadonlyMap<string, readonly string[]>;
}

/** What every rule may know besides the article and its own options. */
export interface Settings {
  readonly site: SiteSettings;
  /** Front-matter schema for this article, if one is configured. */
  readonly schema: FrontMatterSchema | undefined;
  /** `true` when directives must give a reason. */
  readonly requireReasons: boolean;
  /** Rules of markdownlint, where its directives are honoured. */
  readonly markdownlint?: ForeignRules | undefined;
  /** Every rule id known to this run, plugins included; directives are checked against it. */
  readonly knownRules: ReadonlySet<string>;
}
