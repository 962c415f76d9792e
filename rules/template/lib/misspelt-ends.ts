import { type Article, patternAround, type Range } from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

interface MisspeltEnd {
  readonly range: Range;
  readonly name: string;
  readonly meant: string;
}

/** Blocks that show what they hold as it is, up to their own closing tag. */
const SHOWS: ReadonlySet<string> = new Set(["raw", "verbatim"]);
const ENDING = /\{%[-~+]?\s*(end\w+)\s*[-~+]?%\}/g;

/**
 * Misspelled closing tags of blocks that show their content: they are content themselves. The block is opened again
 * before it is closed, or is never closed.
 */
export function misspeltEndsOf(
  { source }: Article,
  tags: readonly RunTag[],
  language: TemplateLanguage,
): readonly MisspeltEnd[] {
  if (language.style !== "tags") return [];
  return tags.flatMap((tag, index): readonly MisspeltEnd[] => {
    const { name, kind, range } = tag;
    if (kind !== "tag" || !SHOWS.has(name)) return [];
    const end = tags.slice(index + 1).find((one) => one.name === `end${name}`);
    const content = source.slice(range.end, end?.range.start);
    for (const match of content.matchAll(ENDING)) {
      const [written, ending = ""] = match;
      if (language.knows(ending) || language.meant(ending) !== `end${name}`) continue;
      const at = match.index + written.length;
      const opening = patternAround("")`\{%[-~+]?\s*${name}\s*[-~+]?%\}`;
      if (end !== undefined && !opening.test(content.slice(at))) continue;
      const place = { start: range.end + match.index, end: range.end + at };
      return [{ range: place, name: ending, meant: `end${name}` }];
    }
    return [];
  });
}
