import { smallest } from "../../article/largest.js";
import type { Range } from "../../article/range.js";
import type { Engine } from "../../engine/engine.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import type { RawRedirect } from "./raw-redirect.js";

/** A file of a site that holds redirects, and what it says. */
export interface RedirectSource {
  readonly path: string;
  readonly redirects: readonly RawRedirect[];
  /** Whether its addresses may leave the base path out. */
  readonly isBelowBase: boolean;
}

/** Redirects in the site's own config, where its engine reads them there. */
export function configRedirects(
  { redirects, recognition }: Engine,
  site: SiteSettings,
  textOf: (path: string) => string | undefined,
): RedirectSource | undefined {
  const pairs = redirects?.read(site.config) ?? [];
  if (redirects === undefined || pairs.length === 0) return undefined;
  const folder = site.folder === "" ? "" : `${site.folder}/`;
  const paths = recognition.configFiles.map((name) => folder + name);
  const path = paths.find((candidate) => textOf(candidate) !== undefined) ?? paths[0] ?? folder;
  const text = textOf(path) ?? "";
  const { syntax } = redirects;
  return {
    path,
    isBelowBase: true,
    redirects: pairs.map((pair) => {
      const fromRange = literalAt(text, pair.from, 0);
      const toRange = literalAt(text, pair.to, fromRange.end);
      return { ...pair, isConditional: false, isForced: false, fromRange, toRange, syntax };
    }),
  };
}

/** Where a text stands in quotes, without them; the file's beginning where it does not. */
function literalAt(text: string, value: string, after: number): Range {
  for (const from of [after, 0]) {
    const starts = ['"', "'", "`"]
      .map((quote) => text.indexOf(`${quote}${value}${quote}`, from))
      .filter((index) => index !== -1);
    if (starts.length > 0) {
      const start = smallest(starts) + 1;
      return { start, end: start + value.length };
    }
  }
  return { start: 0, end: 0 };
}
