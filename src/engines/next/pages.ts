import { below } from "../../engine/address.js";
import type { LinearPattern } from "../../patterns/linear.js";
import { routePath, routePattern } from "../read/config-value.js";

/** A page or an endpoint of the folders `app` and `pages`, with one address or many. */
export interface NextPage {
  readonly path: string;
  readonly router: "app" | "pages";
  /** The address, from `/`; parameters as written: `/blog/[...slug]`. */
  readonly route: string;
  /** Whether code answers there with whatever it likes, such as a picture. */
  readonly isEndpoint: boolean;
  /** Fits every address it may have; undefined for a page with one address. */
  readonly pattern: LinearPattern | undefined;
}

/** Folders of the App Router and the Pages Router, by the folder of sources. */
export const ROUTERS: readonly (readonly ["app" | "pages", string])[] = [
  ["app", "app"],
  ["app", "src/app"],
  ["pages", "pages"],
  ["pages", "src/pages"],
];

/** Files of `app` with a meaning of their own that are served, by name. */
const METADATA: Readonly<Record<string, string>> = {
  sitemap: "sitemap.xml",
  robots: "robots.txt",
  manifest: "manifest.webmanifest",
};

/**
 * The page that a file makes, by its path relative to the site; undefined for files that make none.
 *
 * @param extensions endings of pages
 */
export function pageOf(
  inside: string,
  path: string,
  extensions: readonly string[],
): NextPage | undefined {
  for (const [kind, folder] of ROUTERS) {
    const file = below(inside, folder);
    const extension = extensions.find((one) => file?.endsWith(`.${one}`));
    if (file === undefined || extension === undefined) continue;
    const bare = file.slice(0, -extension.length - 1);
    const route = kind === "app" ? appRoute(bare) : pagesRoute(bare);
    if (route === undefined) return undefined;
    const plain = route.replace(/\[\[(\.\.\.[^\]]*)\]\]/g, "[$1]");
    const isEndpoint = kind === "app" ? /(?:^|\/)route$/.test(bare) : /^api\//.test(bare);
    return {
      path,
      router: kind,
      isEndpoint,
      route: plain,
      pattern: plain.includes("[") ? routePattern(plain) : undefined,
    };
  }
  return undefined;
}

/** Groups `(name)` and slots `@name` are no part of an address; folders `_name` hold no pages. */
function appRoute(bare: string): string | undefined {
  const parts = bare.split("/");
  const name = parts.pop() ?? "";
  if (parts.some((part) => part.startsWith("_") || /^\(\.{1,3}\)/.test(part))) return undefined;
  const shown = parts.filter((part) => !/^\(.*\)$|^@/.test(part));
  if (name === "page" || name === "route") return routePath(...shown);
  const own = Object.hasOwn(METADATA, name) ? METADATA[name] : undefined;
  return own === undefined ? undefined : routePath(...shown, own);
}

function pagesRoute(bare: string): string | undefined {
  if (/^_(?:app|document|error|meta|middleware)$|(?:^|\/)_meta$/.test(bare)) return undefined;
  return routePath(bare.replace(/(?:^|\/)index$/, ""));
}

/** Files in folders of `app` that are served as they are. */
const ICON = /^(?:favicon\.ico|(?:icon|apple-icon|opengraph-image|twitter-image)\d*\.\w+)$/;

/** Where a file of the site's folder may lie that is served at an address, besides the public folder. */
export function iconFiles(address: string): readonly string[] {
  const name = address.slice(address.lastIndexOf("/") + 1);
  return ICON.test(name) ? [`app${address}`, `src/app${address}`] : [];
}

/** Where parameters begin in a route: what stands before them, without the slash. */
export function prefixOf(route: string): string {
  return routePath(route.slice(0, route.indexOf("[")).replace(/\/$/, ""));
}

/** Whether a path relative to the site lies in a folder of pages. */
export function isInRouter(inside: string): boolean {
  return ROUTERS.some(([, folder]) => below(inside, folder) !== undefined);
}
