import type { Article } from "../../article/article.js";
import { pythonSlug, unicodeSlug } from "./heading-ids.js";

const FOOTNOTE = /^[ \t]*\[\^([^\]\s]+)\]:/;
const HEADING = /^[ \t]*#{1,6}[ \t]+(.*)$/;
const TAB = /^[ \t]*===[!+]{0,2}[ \t]+(["'])(.*)\1[ \t]*$/;
const OPTION = /^[ \t]*<!-- md:(option|setting) (\S+) -->/;
const NAMED = /\{:?[^{}]*?#([^\s{}]+)[^{}]*\}/;

/** Which ids tabs get, by the options of `pymdownx.tabbed`; numbers that nobody links to by default. */
export interface TabIds {
  /** `slugify`: those of their titles. */
  readonly slugs: boolean;
  /** `combine_header_slug`: behind those of the heading above. */
  readonly combined: boolean;
}

/**
 * Ids of footnotes (`markdown/extensions/footnotes.py`), of tabs, alone or after the heading above them
 * (`pymdownx.tabbed`, `combine_header_slug`), and of the options that the hook of Material's own documentation, which
 * other sites copy, names in comments.
 */
export function printedIds(
  { source, bodyStart }: Article,
  { slugs: hasSlugs, combined }: TabIds,
): readonly string[] {
  const ids: string[] = [];
  let above: readonly string[] = [];
  for (const line of source.slice(bodyStart).split(/\r?\n/)) {
    const [, heading] = HEADING.exec(line) ?? [];
    if (heading !== undefined) above = headingIdsOf(heading);
    const [, label] = FOOTNOTE.exec(line) ?? [];
    if (label !== undefined) ids.push(`fn:${label}`, `fnref:${label}`);
    const [, , tab] = hasSlugs ? (TAB.exec(line) ?? []) : [];
    if (tab !== undefined) {
      const slugs = slugsOf(tab);
      for (const one of slugs) ids.push(one);
      if (combined)
        for (const one of above.flatMap((id) => slugs.map((slug) => `${id}-${slug}`)))
          ids.push(one);
    }
    const [, kind, option] = OPTION.exec(line) ?? [];
    if (option !== undefined) ids.push(kind === "option" ? `+${option}` : option);
  }
  return [...new Set(ids)];
}

function headingIdsOf(heading: string): readonly string[] {
  const named = NAMED.exec(heading)?.[1];
  return named === undefined ? slugsOf(heading) : [named];
}

/** Icons in front leave nothing; `pymdownx.slugs` keeps a space that follows punctuation, as a hyphen. */
function slugsOf(text: string): readonly string[] {
  const words = text.replace(/:[\w+-]+:/g, "").trim();
  const kept = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "").replace(/\s/g, "-");
  return [
    pythonSlug(words),
    unicodeSlug(words, "-"),
    unicodeSlug(words, "-").toLowerCase(),
    kept.toLowerCase(),
  ];
}
