import { slug as githubSlug } from "github-slugger";
import type { Slugger } from "../engine/engine.js";
import folded from "./folded-letters.json" with { type: "json" };

const MARKS = /[\u0300-\u036f]/g;

export { github } from "../engine/github-slug.js";

/** The same with letters in their own case. */
export const githubInItsCase: Slugger = (text) => githubSlug(text, true);

/** kramdown with GFM input and `no_auto_typographic`: like GitHub's, by Ruby's \p{Word}. */
export const kramdownPlain: Slugger = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

/** The parser of Nuxt Content: GitHub's, no two hyphens beside each other, none at the ends, no digit first. */
export const nuxtContentSlug: Slugger = (text) =>
  githubSlug(text).replace(/-+/g, "-").replace(/^-|-$/g, "").replace(/^(\d)/, "_$1");

/**
 * kramdown with GFM input: `--` and `---` are dashes before the id is made, and no dash is left in it, but for those
 * in code (kramdown-parser-gfm 1.1, `update_raw_text` and `generate_gfm_header_id`).
 */
export const kramdownGfm: Slugger = (text, code = []) =>
  kramdownPlain(outsideCode(text, code, (part) => part.replace(/---?/g, "")));

/** A text with what is not code in it changed. */
export function outsideCode(
  text: string,
  code: readonly string[],
  change: (part: string) => string,
): string {
  let result = "";
  let at = 0;
  for (const one of code) {
    const start = text.indexOf(one, at);
    if (start === -1) continue;
    result += change(text.slice(at, start)) + one;
    at = start + one.length;
  }
  return result + change(text.slice(at));
}

/** kramdown's own `basic_generate_id`: ASCII only, from the first letter on, `section` when nothing is left. */
export const kramdown: Slugger = (text) =>
  text
    .replace(/^[^a-zA-Z]+/, "")
    .replace(/[^a-zA-Z0-9 -]/g, "")
    .replaceAll(" ", "-")
    .toLowerCase() || "section";

/** goldmark `github`. */
export const goldmark: Slugger = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-") || "heading";

/** goldmark `blackfriday`: runs of anything else become one hyphen. */
export const blackfriday: Slugger = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** markdown-it-anchor's default. */
export const markdownItAnchor: Slugger = (text) =>
  encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, "-"));

/** uslug: signs of another width or style become the usual ones. */
export const uslug: Slugger = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\p{Z}\u3000-\u3002]/gu, " ")
    .replace(/[^\p{L}\p{N}\p{M}\s_~-]/gu, "")
    .trim()
    .replace(/[\s-]+/g, "-")
    .toLowerCase();

/** @sindresorhus/slugify, as Eleventy's filter `slugify` calls it: words in one another come apart first. */
export const sindresorhus: Slugger = (text) =>
  text
    .replaceAll("&", " and ")
    .replace(/([A-Z]{2,})(\d+)/g, "$1 $2")
    .replace(/([a-z\d]+)([A-Z]{2,})/g, "$1 $2")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-rt-z\d]+)/g, "$1 $2")
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/([a-z\d]+)['\u2019]([ts])(?![a-z\d])/g, "$1$2")
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "") || githubSlug(text);

/** @mdit-vue/shared `slugify`. */
export const mditVue: Slugger = (text) =>
  text
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .replace(/^(\d)/, "_$1")
    .toLowerCase();

const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;

/** Latin letters by what hexo-util writes for them (`escape_diacritic`); it leaves all others, marks too, as they are. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries(folded).flatMap(([base, letters]) =>
    [...letters].map((letter) => [letter, base] as const),
  ),
);

/** hexo-util `slugize` as hexo-renderer-marked calls it: case kept, special runs a hyphen. */
export const slugize: Slugger = (text) =>
  text
    .replace(/[\u007f-\uffff]/g, (letter) => FOLDED.get(letter) ?? letter)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Hexo drops them.
    .replace(/[\u0000-\u001f]/g, "")
    .replace(SPECIAL, "-")
    .replace(/^-|-$/g, "");

/** The same before hexo-renderer-marked 5 read entities: `&` leaves its name behind. */
export const slugizeEscaped: Slugger = (text) => slugize(text.replaceAll("&", "&amp;"));

/** Marks as hexo-renderer-marked curls them before it makes an id (`smartypants`, on by default). */
export const smartSlugize: Slugger = (text, code = []) =>
  slugize(
    outsideCode(text, code, (part) =>
      part
        .replaceAll("---", "\u2014")
        .replaceAll("--", "\u2013")
        .replace(/(^|[-\u2014/([{"\s])'/g, "$1\u2018")
        .replaceAll("'", "\u2019")
        .replace(/(^|[-\u2014/([{\u2018\s])"/g, "$1\u201c")
        .replaceAll('"', "\u201d")
        .replaceAll("...", "\u2026"),
    ),
  );
