import type { Slugger } from "../../engine/engine.js";
import type { HeadingFact } from "../../facts/facts.js";
import type { MkdocsConfig } from "./config.js";

/** Python-Markdown's `slugify`: what ASCII has, in lower case, runs of blanks and hyphens one hyphen. */
export const pythonSlug: Slugger = (text) => asciiSlug(text, "-");

function asciiSlug(text: string, separator: string): string {
  const ascii = text.normalize("NFKD").replace(/[^\0-\x7f]/g, "");
  return joined(
    ascii
      .replace(/[^\w\s-]/g, "")
      .trim()
      .toLowerCase(),
    separator,
  );
}

/** The slugs of `pymdownx.slugs` and `slugify_unicode`, which keep all letters. */
export function unicodeSlug(text: string, separator: string): string {
  return joined(
    text
      .normalize("NFKC")
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "")
      .trim(),
    separator,
  );
}

function joined(text: string, separator: string): string {
  return text.replace(/[-\s]+/g, separator);
}

/**
 * The ids that the extension `toc` gives to headings without one: repeated and empty ones are numbered, `_1`, `_2`
 * (Python-Markdown 3.4, `markdown/extensions/toc.py`). A `slugify` of the site's own may be any of several.
 */
export function headingAnchors(
  headings: readonly HeadingFact[],
  written: readonly string[],
  { markdown_extensions: extensions }: MkdocsConfig,
): readonly string[] {
  const { slugify, separator: given } = extensions.toc ?? {};
  const separator = typeof given === "string" ? given : "-";
  const ascii: Slugger = (text) => asciiSlug(text, separator);
  const unicode: Slugger = (text) => unicodeSlug(text, separator);
  const sluggers =
    slugify === undefined
      ? [ascii]
      : [ascii, unicode, (text: string) => unicode(text).toLowerCase()];
  const withoutIcons = headings.map((heading) => ({
    ...heading,
    text: heading.text.replace(/:[\w+-]+:/g, ""),
  }));
  return sluggers.flatMap((slug) => [
    ...numbered(headings, written, slug),
    ...numbered(withoutIcons, written, slug),
  ]);
}

function numbered(
  headings: readonly HeadingFact[],
  written: readonly string[],
  slug: Slugger,
): readonly string[] {
  const used = new Set(written);
  return headings.map(({ text }) => {
    let id = slug(text);
    while (id === "" || used.has(id)) {
      const [, base, number] = /^(.*)_(\d+)$/.exec(id) ?? [];
      id = base === undefined ? `${id}_1` : `${base}_${Number(number) + 1}`;
    }
    used.add(id);
    return id;
  });
}
