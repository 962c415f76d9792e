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

const LINE_BEFORE = /(?:^|\n)[ \t]*$/;
const LINE_AFTER = /^[ \t]*\r?(?:\n|$)/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/gm;

/**
 * Blocks that show their content and are not closed before the next one: that one is shown, too. Both are alone in their lines and no
 * code is between them that is still open, where the second would be shown on purpose.
 */
export function openShowing(
  { source }: Article,
  tags: readonly RunTag[],
  language: TemplateLanguage,
): readonly RunTag[] {
  if (language.style !== "tags") return [];
  return tags.flatMap((tag, index): readonly RunTag[] => {
    const { name, kind, range } = tag;
    if (kind !== "tag" || !SHOWS.has(name)) return [];
    const [end, next] = tags
      .slice(index + 1)
      .filter((one) => one.name === `end${name}` || one.name === name);
    // Engines that nest such blocks find another end.
    if (end?.name !== `end${name}` || next?.name === end.name) return [];
    const content = source.slice(range.end, end.range.start);
    const again = patternAround("g")`\{%[-~+]?\s*${name}\s*[-~+]?%\}`.exec(content);
    if (again === null) return [];
    const [from, to] = [again.index, again.index + again[0].length];
    const isAlone =
      LINE_BEFORE.test(source.slice(0, range.start)) &&
      LINE_AFTER.test(content) &&
      LINE_BEFORE.test(content.slice(0, from)) &&
      LINE_AFTER.test(content.slice(to));
    const fences = [...content.slice(0, from).matchAll(FENCE)].length;
    return isAlone && fences % 2 === 0 ? [tag] : [];
  });
}
