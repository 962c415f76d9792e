import { type Article, codeRangesOf, type Range, rangeOf } from "../../../src/rules.js";

const CODE: ReadonlySet<string> = new Set([
  "pre",
  "code",
  "kbd",
  "samp",
  "tt",
  "script",
  "style",
  "textarea",
  "xmp",
  "listing",
  "plaintext",
  "math",
  "svg",
]);

/** The places of an article that hold no prose: code, comments, verbatim blocks, expressions. */
export interface NotProse {
  holds(offset: number): boolean;
  /** Whether an offset lies in a text node of the prose, so that an edit there changes only text. */
  isText(offset: number): boolean;
}

/** Finds where an article holds prose; without a tree that is unknown, and the body counts as not prose. */
export function notProse(article: Article): NotProse {
  const ranges = codeRangesOf(article, CODE);
  if (hasUncheckedBody(article)) {
    ranges.push({ start: article.bodyStart, end: article.source.length });
  }
  // Other rules check what precedes the front matter, and a BOM.
  if (article.frontMatter !== undefined) ranges.push(article.frontMatter.leading);
  if (article.source.startsWith("\uFEFF")) ranges.push({ start: 0, end: 1 });
  const holds = covers(ranges);
  const inText = covers(article.texts.map(rangeOf));
  return { holds, isText: (offset) => inText(offset) && !holds(offset) };
}

/** Membership in a union of ranges, by bisection. */
function covers(ranges: readonly Range[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return (offset) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (merged[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

function hasUncheckedBody(article: Article): boolean {
  return article.problems.some(
    (problem) =>
      problem.kind === "mdx-syntax" || (problem.kind === "limit" && problem.unchecked === "body"),
  );
}
