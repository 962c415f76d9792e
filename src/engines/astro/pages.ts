import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import { patternAround } from "../../patterns/around.js";
import type { LinearPattern } from "../../patterns/linear.js";
import { joinPath, routePath, routePattern } from "../read/config-value.js";

/** A file of `src/pages`: a page or an endpoint, with one address or many. */
export interface AstroPage {
  readonly path: string;
  /** The address, from `/`, without ending and `index`; parameters as written: `/blog/[...slug]`. */
  readonly route: string;
  /** Fits every address it may have; undefined for a page with one address. */
  readonly pattern: LinearPattern | undefined;
}

/** A page that shows the entries of one collection, each at its id. */
export interface EntryPage {
  readonly page: AstroPage;
  /** Address of an entry. */
  addressOf(id: string): string;
  /** Whether it may leave drafts out. */
  readonly mindsDrafts: boolean;
}

const PAGE = /\.(?:astro|md|mdx|markdown|html|[cm]?[jt]s)$/;
const PARAMETER = /\[(?:\.\.\.)?[\w-]+\]/;

/** The files of `src/pages` that Astro makes pages of. */
export function astroPages(folder: string, files: SiteFiles): readonly AstroPage[] {
  const home = joinPath(folder, "pages");
  return files.list().flatMap((path) => {
    const inside = below(path, home);
    if (inside === undefined || !PAGE.test(inside) || /(?:^|\/)_/.test(inside)) return [];
    const route = routeOf(inside);
    return [{ path, route, pattern: PARAMETER.test(route) ? routePattern(route) : undefined }];
  });
}

/** The address of a file in `src/pages`, without ending and `index`. */
export function routeOf(inside: string): string {
  return routePath(inside.replace(PAGE, "").replace(/(?:^|\/)index$/, ""));
}

/**
 * The page that shows each entry of a collection at an address of its own, by what its code literally says:
 * `getCollection("name")` and a parameter that is the entry's `id` or `slug`. `unclear` when some page might
 * and none says so.
 */
export function entryPage(
  collection: string,
  pages: readonly AstroPage[],
  files: SiteFiles,
): EntryPage | "unclear" | undefined {
  const dynamic = pages.filter(({ pattern }) => pattern !== undefined);
  let isUnclear = false;
  for (const page of dynamic) {
    const text = files.text(page.path);
    if (text === undefined) {
      isUnclear = true;
      continue;
    }
    const names = [
      ...text.matchAll(/\bget(?:Collection|Entry|EntryBySlug)\(\s*(["'`])([^"'`\n]{0,100})\1/g),
    ];
    const isAsked = names.some(([, , name]) => name === collection);
    // A helper in another file may ask for the collection, or a name that is put together.
    if (!isAsked)
      isUnclear ||= names.length === 0 && !/\.(?:xml|json|txt|png|jpe?g|svg)$/.test(page.route);
    else if (showsEntries(page, text)) {
      const [before = "", after = ""] = page.route.split(/\[(?:\.\.\.)?[\w-]+\]/);
      return {
        page,
        addressOf: (id) => routePath(`${before}${id}${after}`),
        mindsDrafts: /\bdraft/i.test(text),
      };
    } else
      isUnclear ||= !/\[(?:\.\.\.)?page\]|\[(?:tag|category|author|lang|locale|year)s?\]/.test(
        page.route,
      );
  }
  return isUnclear ? "unclear" : undefined;
}

/** Whether a page's one parameter is an entry's id or slug, as it is. */
function showsEntries({ route }: AstroPage, text: string): boolean {
  const name = onlyParameter(route);
  if (name === undefined) return false;
  return (
    patternAround()`params:\s*\{\s*${name}(?::\s*(?:\w+\.)?(?:id|slug))?\s*(?:,\s*)?\}`.test(
      text,
    ) ||
    patternAround()`getEntry(?:BySlug)?\(\s*["'\`][\w-]+["'\`]\s*,\s*(?:Astro\.params\.)?${name}\b`.test(
      text,
    )
  );
}

/** Whether code computes a page's one parameter from the id or slug of an entry: it cuts it or puts something before it. */
export function derivesFromIds(route: string, text: string): boolean {
  const name = onlyParameter(route);
  return (
    name !== undefined &&
    patternAround()`params:\s*\{\s*${name}:\s*[\w.]+\(\s*\w+\.(?:id|slug)\s*\)\s*,?\s*\}`.test(text)
  );
}

/** The name of a route's parameter; undefined where it has none or several. */
function onlyParameter(route: string): string | undefined {
  const [parameter, ...others] = route.match(/\[(?:\.\.\.)?[\w-]+\]/g) ?? [];
  return others.length > 0 ? undefined : parameter?.replace(/[^\w-]/g, "");
}
