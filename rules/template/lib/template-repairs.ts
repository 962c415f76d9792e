import {
  type Article,
  type Edit,
  openingTagOf,
  overlapTest,
  perArticle,
  type Range,
} from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

interface RawSuggestion {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** Maximum length of a block that is rewritten: the suggestion for each misspelled tag contains a copy of it. */
const LONGEST_BLOCK = 5000;

/** Whether an offset lies inside the opening tag of an element. */
const cachedOpenings = perArticle((article) =>
  overlapTest(
    article.elements
      .filter((element) => article.originOf(element) !== "markdown")
      .map((element) => openingTagOf(article, element))
      .map(({ start, end }) => ({ start: start + 1, end })),
  ),
);

/** How many template tags each line contains completely, and their total length. */
const cachedLines = perArticle(({ lines, templateTags }) => {
  const known = new Map<number, { readonly count: number; readonly length: number }>();
  for (const { range } of templateTags) {
    const { line } = lines.pointAt(range.start);
    if (range.end > lines.endOf(line)) continue;
    const { count = 0, length = 0 } = known.get(line) ?? {};
    known.set(line, { count: count + 1, length: length + range.end - range.start });
  }
  return known;
});

/** A suggestion that hides text from the engine; none inside an HTML tag, where the result would not be text. */
export function rawAround(
  article: Article,
  ranges: readonly Range[],
  { style }: TemplateLanguage,
): readonly RawSuggestion[] {
  if (style === "shortcodes" || ranges.some((range) => isInTag(article, range))) return [];
  const [before, after] =
    style === "interpolations" ? ["<span v-pre>", "</span>"] : ["{% raw %}", "{% endraw %}"];
  const edits = ranges.map(({ start, end }) => ({
    start,
    end,
    text: before + article.source.slice(start, end) + after,
  }));
  return [{ message: `Escape it with ${before}`, edits }];
}

function isInTag(article: Article, { start }: Range): boolean {
  return cachedOpenings(article)({ start, end: start + 1 });
}

/** Whether the line consists only of tags: it is not a paragraph, and escaping would make it one. */
export function standsAmongTags(article: Article, range: Range): boolean {
  const { lines, source } = article;
  const { line } = lines.pointAt(range.start);
  const { count = 0, length = 0 } = cachedLines(article).get(line) ?? {};
  if (count < 2) return false;
  const text = source.slice(lines.startOf(line), lines.endOf(line));
  return text.replace(/\s/g, "").length <= length;
}

/** The tag that pairs with a misspelled one once its name is corrected. */
export function pairOf(
  tags: readonly RunTag[],
  { start, end }: Range,
  meant: string,
): Range | undefined {
  // Only within the length of a block that a suggestion rewrites.
  const near = tags.slice(
    firstFrom(tags, start - LONGEST_BLOCK),
    firstFrom(tags, end + LONGEST_BLOCK),
  );
  const pair = meant.startsWith("end")
    ? near.findLast((tag) => tag.range.end <= start && tag.name === meant.slice(3))
    : near.find((tag) => tag.range.start >= end && tag.name === `end${meant}`);
  return pair?.range;
}

/** Index of the first tag, in source order, that begins at or after an offset. */
function firstFrom(tags: readonly RunTag[], offset: number): number {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An edit that rewrites the whole block, since its tags become a pair. */
export function rewritten(
  { source }: Article,
  name: Range,
  meant: string,
  pair: Range = name,
): Edit {
  const start = Math.min(name.start, pair.start);
  const end = Math.max(name.end, pair.end);
  return {
    start,
    end,
    text: source.slice(start, name.start) + meant + source.slice(name.end, end),
  };
}
