import GithubSlugger, { slug as githubSlug } from "github-slugger";
import families from "./slugger-families.json" with { type: "json" };

/** Makes the id of one heading from its text, before repeated ids are numbered. */
type Slug = (text: string) => string;

const MARKS = /[\u0300-\u036f]/g;

const HEXO_SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;

function slugize(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(HEXO_SPECIAL, "-")
    .replace(/^-+|(?<!-)-+$/g, "");
}

const SLUGS: Readonly<Record<string, Slug>> = {
  /** github-slugger: lower case, punctuation dropped, each space a hyphen. */
  github: githubSlug,
  /** kramdown with GFM input (Jekyll): like GitHub's, by Ruby's \p{Word}. */
  "kramdown-gfm": (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-"),
  /** kramdown's own `basic_generate_id`: ASCII only, from the first letter on, `section` when nothing is left. */
  kramdown: (text) =>
    text
      .replace(/^[^a-zA-Z]+/, "")
      .replace(/[^a-zA-Z0-9 -]/g, "")
      .replaceAll(" ", "-")
      .toLowerCase() || "section",
  /** goldmark `github` (Hugo's default). */
  goldmark: (text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
      .replaceAll(" ", "-") || "heading",
  /** goldmark `blackfriday`: runs of anything else become one hyphen. */
  blackfriday: (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
  /** hexo-util `slugize` as hexo-renderer-marked calls it: case kept, special runs a hyphen. */
  hexo: slugize,
  /** The same before hexo-renderer-marked 5 read entities: `&` leaves its name behind. */
  "hexo-escaped": (text) => slugize(text.replaceAll("&", "&amp;")),
  /** markdown-it-anchor's default. */
  "markdown-it-anchor": (text) =>
    encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, "-")),
  /** @mdit-vue/shared `slugify` (VitePress). */
  "mdit-vue": (text) =>
    text
      .normalize("NFKD")
      .replace(MARKS, "")
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, "-")
      .replace(/-{2,}/g, "-")
      .replace(/^-+|(?<!-)-+$/g, "")
      .replace(/^(\d)/, "_$1")
      .toLowerCase(),
};

const FAMILIES: Readonly<Record<string, readonly string[]>> = families;

/**
 * Ids that an engine may give to an article's headings, repeated ones numbered (`-1`, `-2`): one list per
 * slugger of the engine's family, heading by heading.
 */
export function headingIds(
  headings: readonly string[],
  engine: string,
): readonly (readonly string[])[] {
  const names = FAMILIES[engine] ?? Object.keys(SLUGS);
  const lists = names.map((name) => numbered(headings, SLUGS[name] ?? githubSlug));
  return headings.map((_, index) => [...new Set(lists.map((list) => list[index] ?? ""))]);
}

function numbered(headings: readonly string[], slug: Slug): readonly string[] {
  if (slug === githubSlug) {
    const slugger = new GithubSlugger();
    return headings.map((text) => slugger.slug(text));
  }
  const taken = new Map<string, number>();
  return headings.map((text) => {
    const base = slug(text);
    const count = taken.get(base) ?? 0;
    taken.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  });
}
