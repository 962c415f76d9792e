import type { SiteTable } from "../facts/site-settings.js";

/** How a pattern of a redirect is written: `/:name` and `*`, `/:name*`, or `/[name]`. */
export type PatternSyntax = "underscore" | "path-to-regexp" | "brackets";

/** A redirect as a site's config says it. */
export interface ConfiguredRedirect {
  readonly from: string;
  readonly to: string;
  /** HTTP status. */
  readonly status: number;
}

/** How an engine's own config holds redirects. */
export interface RedirectReading {
  readonly syntax: PatternSyntax;
  /** The redirects of a site's config, in their order. What only code could tell is left out. */
  read(config: SiteTable): readonly ConfiguredRedirect[];
}
