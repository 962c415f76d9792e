import type { Slugger } from "../../engine/engine.js";
import type { ZolaSlugs } from "./config.js";

/** `slugify` of the crate slug: letters without accents, runs of anything else one hyphen. */
export const zolaSlug: Slugger = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Whether `slugify` spells out letters of another script (`你` is `ni`), which takes a table of them all. */
export function isTransliterated(text: string): boolean {
  return /[^\p{ASCII}\p{Script=Latin}\p{P}\p{S}\p{M}\s]/u.test(text);
}

/** A name as the site writes it into addresses and ids. */
export function zolaSegment(text: string, kind: ZolaSlugs): string {
  if (kind === "off") return text;
  if (kind === "on") return zolaSlug(text);
  return text
    .replace(/[<>:/|?*#()[\]\n"\\]/g, "")
    .replace(/\.+$/, "")
    .trim()
    .replace(/ +/g, "_");
}
