import type { Range } from "../article/range.js";

/** One step of a redirect: the address that was asked for, and where that is said. */
export interface RedirectStep {
  readonly from: string;
  /** An address, with a query and a fragment perhaps, or an absolute URL where it leads out of the site. */
  readonly to: string;
  /** HTTP status; 200 shows the target under the address that was asked for. */
  readonly status: number;
  /** True when it holds for some readers only. */
  readonly conditional?: boolean;
  /**
   * True for a rule that answers everything (`/*`) by showing something in its place, or for some readers only: it vouches
   * for no address.
   */
  readonly vouchesForNone?: boolean;
  /** The place that says so: an article's front matter, or a redirect file. */
  readonly source: { readonly path: string; readonly range: Range };
}

/** One redirect of a site, as its source says it. */
export interface Redirect {
  /** Its place among all redirects of the site. */
  readonly order: number;
  /** What is asked for, as written: a path, with placeholders perhaps. An alias is its address. */
  readonly from: string;
  /** Where it leads, as written; the address of the article for an alias. */
  readonly to: string;
  /**
   * `from` as an address below the base path; undefined for one with placeholders and for one outside of the
   * site (another host, another base path).
   */
  readonly address: string | undefined;
  /** An address that it answers: its own, or one with placeholders filled with what no page is called. */
  readonly example: string | undefined;
  /** Whether `from` holds placeholders, so that one rule stands for many addresses. */
  readonly isPattern: boolean;
  /** HTTP status; 200 shows the target under the address that was asked for. */
  readonly status: number;
  /** True when it holds for some readers only: by country, language, cookie, query or host. */
  readonly isConditional: boolean;
  /** True when it says that it holds even where a page exists. */
  readonly isForced: boolean;
  /** True where only a template of the site writes it, in a form of its own. */
  readonly isTemplated?: boolean;
  /** The article whose alias this is; undefined for a rule of a redirect file or a config. */
  readonly article: string | undefined;
  /** Where `from` is said; the beginning of the file where its place is not known. */
  readonly source: { readonly path: string; readonly range: Range };
  /** Where `to` is written, in the same file, without quotes; undefined where it is not written out. */
  readonly toRange: Range | undefined;
}

/** The redirects of one site. */
export interface Redirects {
  /** In the order in which they are tried. */
  readonly all: readonly Redirect[];
  /**
   * The first redirect that answers at an address (as in `Routes`). Its `to` is an address below the base path
   * that may end in a query and a fragment, or an absolute URL when it leads out of the site. Unconditional
   * redirects come before conditional ones; those that only show an error page are left out.
   */
  lookup(address: string): RedirectStep | undefined;
  /** The redirect an address is answered by, as `lookup` finds it. */
  redirectAt(address: string): Redirect | undefined;
}
