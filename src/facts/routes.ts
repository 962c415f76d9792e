import type { Range } from "../article/range.js";

/** An address that leads to an article by redirect, and where the article says so. */
export interface Alias {
  readonly address: string;
  /** Place in the article's front matter; undefined where the router cannot tell. */
  readonly range: Range | undefined;
}

/**
 * Where an article is published. Addresses are paths below the site's base path: they begin with `/`, are
 * percent-decoded and in NFC, and a page written to `x/index.html` has the address `/x/`.
 */
export interface Routes {
  /** The first is the canonical one; none when the article is not published (drafts, layouts, data). */
  readonly addresses: readonly string[];
  readonly aliases: readonly Alias[];
  /** False when something that decides the address could not be read, so that nobody knows it here. */
  readonly certain: boolean;
}
