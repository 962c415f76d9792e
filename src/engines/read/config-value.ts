import * as z from "zod";
import { type SiteTable, UNREADABLE, UNREADABLE_REST } from "../../facts/site-settings.js";
import { literally } from "../../patterns/around.js";
import { usableGlobs } from "../../patterns/globs.js";
import { type LinearPattern, usablePattern } from "../../patterns/linear.js";

/** A text of a site's config; undefined where it is none or only code could tell. */
export const configText = z
  .string()
  .refine((value) => value !== UNREADABLE)
  .optional()
  .catch(undefined);

/** A text that is not empty; undefined where it is none or only code could tell. */
export const readableText = z
  .string()
  .regex(/^[^\0]+$/)
  .optional()
  .catch(undefined);

/** A folder of a config, or the usual one, as paths are written here. */
export const siteFolder = (usual: string) =>
  readableText.transform((path) =>
    (path ?? usual).replace(/^(?:\.\/)+|\/+$/g, "").replace(/^\.$/, ""),
  );

/** Whether a text is an address: what only code could tell is none. */
export function isAddress(text: string): boolean {
  return text.startsWith("/") || /^https?:\/\//i.test(text);
}

/** Whether only code could tell one of these members of a config. */
export function isHidden(config: SiteTable, ...keys: readonly string[]): boolean {
  const hasRest = Object.hasOwn(config, UNREADABLE_REST);
  return keys.some((key) => (Object.hasOwn(config, key) ? config[key] === UNREADABLE : hasRest));
}

/** A folder of a config as paths are written here: no `./` before it, no slash after it; `.` is `""`. */
export function folderPath(path: string): string {
  return path.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, "").replace(/^\.$/, "");
}

/** Parts of an address put together: from `/`, slashes single, none at the end. */
export function routePath(...parts: readonly string[]): string {
  const path = `/${parts.join("/")}`.replace(/\/{2,}/g, "/").normalize("NFC");
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}

/** Both parts of a path with a slash between, where both are there. */
export function joinPath(folder: string, path: string): string {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}

/** The file that a relative path means from a folder; undefined where it leads out of the outermost one. */
export function fileAt(folder: string, path: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/**
 * Whether something at an address could come from code that nobody knows (a plugin, an integration): pages and
 * data are made by code, pictures and downloads lie in folders.
 */
export function couldBeMade(address: string): boolean {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(address)?.[1]?.toLowerCase();
  return ending === undefined || MADE.has(ending) || /^\d+$/.test(ending);
}

const MADE = new Set([
  "html",
  "htm",
  "xml",
  "json",
  "txt",
  "rss",
  "atom",
  "ics",
  "md",
  "js",
  "css",
  "webmanifest",
]);

/** Whether a path fits one of the globs of a site's config, in which `[!_]` and `[^_]` are the same. */
export function siteGlobs(globs: readonly string[]): (path: string) => boolean {
  return usableGlobs(globs, { dot: true, posix: true });
}

/**
 * The addresses that a route with parameters may have: `[name]` is a part of a segment, `[...name]` any number
 * of segments. Parameters that follow one another count as one, so that no route can take long to compare.
 */
export function routePattern(route: string): LinearPattern {
  let hasRest = false;
  const parts = route
    .split("/")
    .slice(1)
    .flatMap((segment) => {
      if (hasRest) return [];
      if (/^\[\.\.\.[\w-]+\]$/.test(segment)) {
        hasRest = true;
        return ["(?:/.+)?"];
      }
      const [before = "", ...after] = segment.split(/\[(?:\.\.\.)?[\w-]+\]/);
      const end = after.length === 0 ? "" : `[^/]+${literally(after.at(-1) ?? "")}`;
      return [`/${literally(before)}${end}`];
    });
  return usablePattern(`^${parts.join("")}/?$`);
}
