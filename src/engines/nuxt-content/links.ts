import type { Reading, ReferencedPath } from "../../engine/router.js";
import { contentPath } from "./names.js";

/**
 * The path of a link as the parser of content writes it: one to `2.other.md` becomes one to the address of that file,
 * unless it begins with a slash (`normaliseLink`). Letters keep their case in version 3.
 */
export function linkPath(path: string, keepsCase: boolean): string {
  if (path.startsWith("/") || !path.endsWith(".md")) return path;
  return contentPath(path.slice(0, -".md".length), keepsCase) ?? path;
}

/** Every path is an address, as browsers ask for it; one to a file whose address nobody knows may lead anywhere. */
export function nuxtContentReading({ path, from, origin }: ReferencedPath): Reading {
  if (origin === undefined) return "either";
  const isUnknown = from.startsWith("a[") && path.endsWith(".md") && !path.startsWith("/");
  return isUnknown ? "unknown" : "address";
}
