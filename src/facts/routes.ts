import type { Range } from "../article/range.js";

/** An address that leads to an article by redirect, and where the article says so. */
export interface Alias {
  readonly address: string;
  /** Place in the article's front matter; undefined where the router cannot tell. */
  readonly range: Range | undefined;
  /** True where no page is written for it, but a template of the site may write it somewhere, in a form of its own. */
  readonly isTemplated?: boolean;
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
  /**
   * True where nothing shows that the page is still made, though its address is known: a translation whose original is
   * gone. What is wrong in it is no error then.
   */
  readonly isDoubtful?: boolean | undefined;
  /** Where it would be published, and why it is not. */
  readonly heldBack?: HeldBack | undefined;
}

/** Why an article is not published: it is a draft, its date has not come, its time is over, or it makes no page. */
export type HoldBackReason = "draft" | "future" | "expired" | "no-page";

/** An article that is not published, as the site stands. */
export interface HeldBack {
  readonly reason: HoldBackReason;
  readonly addresses: readonly string[];
}
