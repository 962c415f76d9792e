import type { Article } from "../article/article.js";
import { openingTagOf } from "../article/attributes.js";
import type { Range } from "../article/range.js";
import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

interface SourceEdit extends Range {
  readonly text: string;
}

interface RawSuggestion {
  readonly message: string;
  readonly edits: readonly SourceEdit[];
}

/** How a text is kept from an engine; inside an HTML tag it would be no text. */
export function rawAround(
  article: Article,
  ranges: readonly Range[],
  { engine, label }: TemplateLanguage,
): readonly RawSuggestion[] {
  if (engine === "hugo" || ranges.some((range) => isInTag(article, range))) return [];
  const [before, after] =
    engine === "vitepress" ? ["<span v-pre>", "</span>"] : ["{% raw %}", "{% endraw %}"];
  const edits = ranges.map(({ start, end }) => ({
    start,
    end,
    text: before + article.source.slice(start, end) + after,
  }));
  return [{ message: `Keep it from ${label} with ${before}`, edits }];
}

function isInTag(article: Article, range: Range): boolean {
  return article.elements.some((element) => {
    if (article.originOf(element) === "markdown") return false;
    const { start, end } = openingTagOf(article, element);
    return start < range.start && range.start < end;
  });
}

/** A line of nothing but tags is no paragraph, and would become one. */
export function standsAmongTags({ lines, source, templateTags }: Article, range: Range): boolean {
  const { line } = lines.pointAt(range.start);
  const [start, end] = [lines.startOf(line), lines.endOf(line)];
  const tags = templateTags.filter((tag) => tag.range.start >= start && tag.range.end <= end);
  const written = tags.reduce((sum, tag) => sum + tag.range.end - tag.range.start, 0);
  return tags.length > 1 && source.slice(start, end).replace(/\s/g, "").length <= written;
}

/** The tag that a misspelt one belongs with, once it is spelt as it is meant. */
export function pairOf(
  tags: readonly RunTag[],
  { start, end }: Range,
  meant: string,
): Range | undefined {
  const pair = meant.startsWith("end")
    ? tags.findLast((tag) => tag.range.end <= start && tag.name === meant.slice(3))
    : tags.find((tag) => tag.range.start >= end && tag.name === `end${meant}`);
  return pair?.range;
}

/** All of the block is written anew, since its tags become a pair. */
export function rewritten(
  { source }: Article,
  name: Range,
  meant: string,
  pair: Range = name,
): SourceEdit {
  const start = Math.min(name.start, pair.start);
  const end = Math.max(name.end, pair.end);
  return {
    start,
    end,
    text: source.slice(start, name.start) + meant + source.slice(name.end, end),
  };
}
