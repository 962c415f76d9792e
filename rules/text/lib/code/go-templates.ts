import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";

/** A sample of Go's templates with another number of blocks than of ends. */
export interface UnevenTemplate {
  readonly fence: Range;
  readonly open: number;
  readonly ends: number;
}

const FENCE = /^(?:`{3,}|~{3,})[ \t]*(?:go-(?:html-|text-)?template|gotmpl|gohtml)(?![\w-])[^\n]*/;
const BLOCK = /\{\{-?[ \t]*(?:if|range|with|define|block)\b/g;
const END = /\{\{-?[ \t]*end\b/g;
const LEFT_OUT = /\.\.\.|…|\/\*/;
/** Shorter samples show a part of a template. */
const LEAST_LINES = 3;

/** Counts the blocks of a sample and their ends. */
export function unevenTemplate(article: Article, element: Element): UnevenTemplate | undefined {
  const { start, end } = rangeOf(element);
  const written = article.source.slice(start, end);
  const fence = FENCE.exec(written)?.[0].trimEnd();
  if (fence === undefined) return undefined;
  const text = written.slice(fence.length);
  const lines = text.split("\n").slice(1, -1);
  if (lines.filter((line) => /\w/.test(line)).length < LEAST_LINES || LEFT_OUT.test(text))
    return undefined;
  const open = [...text.matchAll(BLOCK)].length;
  const ends = [...text.matchAll(END)].length;
  return open === ends ? undefined : { fence: { start, end: start + fence.length }, open, ends };
}
