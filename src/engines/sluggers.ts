import { slug as githubSlug } from "github-slugger";
import type { Slugger } from "../engine/engine.js";

const MARKS = /[\u0300-\u036f]/g;

/** github-slugger: lower case, punctuation dropped, each space a hyphen. */
export const github: Slugger = githubSlug;

/** The same with letters in their own case. */
export const githubInItsCase: Slugger = (text) => githubSlug(text, true);

/** kramdown with GFM input: like GitHub's, by Ruby's \p{Word}. */
export const kramdownGfm: Slugger = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

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

/** hexo-util `slugize` as hexo-renderer-marked calls it: case kept, special runs a hyphen. */
export const slugize: Slugger = (text) =>
  text
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(SPECIAL, "-")
    .replace(/^-+|(?<!-)-+$/g, "");

/** The same before hexo-renderer-marked 5 read entities: `&` leaves its name behind. */
export const slugizeEscaped: Slugger = (text) => slugize(text.replaceAll("&", "&amp;"));
