import type { Asset } from "../../rule/site-index.js";

/** What a build has at one address. */
export interface BuiltEntry {
  readonly isPage: boolean;
  /** The file in the folder of the built site; undefined where there is only a list of them. */
  readonly asset: Asset | undefined;
}

/** What is known of a built site; it decides which addresses exist. Addresses are below the base path, normalised. */
export interface BuiltSite {
  at(address: string): BuiltEntry | undefined;
  /** All fragment targets of the page at an address; undefined where nobody says. */
  idsAt(address: string): ReadonlySet<string> | undefined;
  /** The addresses of an article, the canonical one first; undefined where nobody says. */
  addressesOf(path: string): readonly string[] | undefined;
}
