import { below } from "../../engine/address.js";
import type { LinearPattern } from "../../patterns/linear.js";
import { joinPath, routePath, routePattern } from "../read/config-value.js";

/** A page of the application, or an endpoint of its server. */
export interface NuxtPage {
  /** Parameters as written: `/blog/[...slug]`. */
  readonly route: string;
  /** Fits every address it may have; undefined for one with a single address. */
  readonly pattern: LinearPattern | undefined;
  readonly isEndpoint: boolean;
}

const PAGE = /\.(?:vue|tsx|jsx)$/;

/** The pages and endpoints of a site, by its files, relative to the site's folder. */
export function nuxtPages(files: readonly string[], srcDir: string): readonly NuxtPage[] {
  const folders = [...new Set([srcDir, "", "app", "src"])];
  return files.flatMap((path) => {
    for (const folder of folders) {
      const page = below(path, joinPath(folder, "pages"));
      if (page !== undefined && PAGE.test(page)) return [pageAt(page.replace(PAGE, ""), false)];
      const endpoint = below(path, joinPath(folder, "server/routes"));
      if (endpoint !== undefined)
        return [pageAt(endpoint.replace(/\.[jt]s$/, "").replace(/\.(?:get|post|head)$/, ""), true)];
    }
    return [];
  });
}

/** Groups `(name)` are no part of an address; `[[name]]` may be missing. */
function pageAt(bare: string, isEndpoint: boolean): NuxtPage {
  const shown = bare
    .split("/")
    .filter((part) => !/^\(.*\)$/.test(part))
    .join("/")
    .replace(/(?:^|\/)index$/, "")
    .replace(/\[\[([^\][]*)\]\]/g, "[...$1]");
  const route = routePath(shown);
  return { route, isEndpoint, pattern: route.includes("[") ? routePattern(route) : undefined };
}
