import type { Article } from "../../article/article.js";
import { attributesOf, openingTagOf } from "../../article/attributes.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";

/** Elements whose text is shown or run as it is written. */
const VERBATIM_ELEMENTS: ReadonlySet<string> = new Set([
  "pre",
  "code",
  "textarea",
  "script",
  "style",
  "template",
  "svg",
  "math",
]);

/**
 * The parts of an article whose white space is not the writer's to tidy: code, comments, template tags,
 * expressions, attribute values of several lines, and front-matter values that keep their line breaks.
 * Sorted by start; they may overlap.
 */
export const verbatimRangesOf: (article: Article) => readonly Range[] = perArticle(readVerbatim);

function readVerbatim(article: Article): readonly Range[] {
  const ranges: Range[] = [
    ...codeRangesOf(article, VERBATIM_ELEMENTS),
    ...frontMatterRanges(article),
  ];
  for (const element of article.elements) {
    if (VERBATIM_ELEMENTS.has(element.tagName)) continue;
    const attributes = attributesOf(article, element);
    if (attributes.length === 0) continue;
    if (/[\n\r]/.test(sliceOf(article, openingTagOf(article, element)))) {
      for (const { valueRange } of attributes) ranges.push(valueRange);
    }
  }
  if (hasUncheckedBody(article))
    ranges.push({ start: article.bodyStart, end: article.source.length });
  return ranges.sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Answers whether a range touches one of some ranges, which are sorted by start. Linear when asked in order. */
export function overlapTest(ranges: readonly Range[]): (range: Range) => boolean {
  const reach: number[] = [];
  let furthest = 0;
  for (const range of ranges) {
    furthest = Math.max(furthest, range.end);
    reach.push(furthest);
  }
  return ({ start, end }) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > start;
  };
}

function sliceOf(article: Article, { start, end }: Range): string {
  return article.source.slice(start, end);
}

/** Block scalars of YAML keep their lines; strings of several lines in TOML keep every blank. */
function frontMatterRanges(article: Article): readonly Range[] {
  const { frontMatter } = article;
  if (frontMatter === undefined) return [];
  if (article.problems.some((problem) => problem.kind === "front-matter-syntax")) {
    return [frontMatter.content];
  }
  return frontMatter.entries
    .filter(
      (entry) =>
        entry.style === "block" || (entry.style !== undefined && frontMatter.format !== "yaml"),
    )
    .map(({ valueRange: { start, end } }) => ({ start, end: endOfLine(article, end) }));
}

/** Blanks at the end of a value's last line are part of a block scalar. */
function endOfLine({ lines }: Article, offset: number): number {
  return lines.endOf(lines.pointAt(offset).line);
}

/** Without a tree nobody can tell code from text. */
function hasUncheckedBody(article: Article): boolean {
  return article.problems.some(
    (problem) =>
      problem.kind === "mdx-syntax" ||
      (problem.kind === "limit" && problem.unchecked !== "front-matter"),
  );
}

/**
 * Whether a place is the text of Markdown, which its marks are read in: not inside a block of HTML, where no link or
 * heading of Markdown works, however it is written.
 */
export function isWrittenInMarkdown(article: Article, { start, end }: Range): boolean {
  return article.format === "mdx" || article.markup.slice(start, end).trim() === "";
}

/**
 * Where an article holds program text: comments, template tags, expressions and modules of MDX, and the
 * elements whose content is code. Unsorted; they may overlap.
 *
 * @param elements names of those elements
 */
export function codeRangesOf(article: Article, elements: ReadonlySet<string>): Range[] {
  return [
    ...article.elements.filter(({ tagName }) => elements.has(tagName)).map(rangeOf),
    ...article.comments.map(rangeOf),
    ...article.expressions.map(({ range }) => range),
    ...article.templateTags.map(({ range }) => range),
    // `import` and `export` of MDX.
    ...article.tree.children.filter(({ type }) => /^mdxjsEsm$/.test(type)).map(rangeOf),
  ];
}
