import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";
import { codeTest } from "./star-runs.js";

/** The signs that an emphasis is written with. */
const SIGNS = ["*", "_"] as const;
const LETTER = /[\p{L}\p{N}]/u;

/** Emphasis that has two signs at one end and one at the other. */
export interface UnevenMarks extends Range {
  /** What is written at the end that has more. */
  readonly mark: string;
}

/** Emphasis whose ends differ, as in `**so*`: readers see the sign that is left over. */
export function unevenMarks(article: Article): readonly UnevenMarks[] {
  const isCode = codeTest(article);
  return article.elements.flatMap((element): readonly UnevenMarks[] => {
    if (element.tagName !== "em" || article.originOf(element) !== "markdown") return [];
    const range = unevenRange(article, element);
    if (range === undefined || isCode(range)) return [];
    return [{ ...range, mark: article.source.charAt(range.start).repeat(2) }];
  });
}

function unevenRange(article: Article, element: Element): Range | undefined {
  const { source } = article;
  const { start, end } = rangeOf(element);
  const sign = SIGNS.find((one) => source[start] === one && source[end - 1] === one);
  if (sign === undefined || !LETTER.test(source.slice(start, end))) return undefined;
  const before = source[start - 1] === sign;
  const after = source[end] === sign;
  // Both ends have two signs, or a longer row: something else is meant.
  if (before === after || source[start - 2] === sign || source[end + 1] === sign) return undefined;
  if (before && source[start - 2] === "\\") return undefined;
  const place = before ? { start: start - 1, end } : { start, end: end + 1 };
  return isTaken(article, element, before ? start - 1 : end) ? undefined : place;
}

/** Whether a sign next to an emphasis belongs to the emphasis around it. */
function isTaken(article: Article, element: Element, offset: number): boolean {
  for (let at = article.parentOf(element); at !== undefined; at = article.parentOf(at)) {
    if (at.tagName !== "em" && at.tagName !== "strong") continue;
    const { start, end } = rangeOf(at);
    const length = at.tagName === "strong" ? 2 : 1;
    if (offset < start + length ? offset >= start : offset >= end - length && offset < end)
      return true;
  }
  return false;
}
