import type { Text } from "hast";
import type { Article, TemplateTag } from "../../article/article.js";
import { type SourceText, sliceText } from "../../article/text.js";

/**
 * A text without the template blocks, container directives and lone tags in it. More than one part means
 * that something stood between them: each part but the first begins a new paragraph.
 */
export function proseParts(article: Article, node: Text, text: SourceText): readonly SourceText[] {
  const tags = tagsIn(article, node).filter((tag) => endsParagraph(article, tag));
  if (tags.length === 0) return [text];
  const parts: SourceText[] = [];
  let from = 0;
  for (const tag of tags) {
    const start = indexAt(text, tag.range.start, from);
    const end = indexAt(text, tag.range.end, start);
    parts.push(sliceText(text, from, start));
    from = end;
  }
  parts.push(sliceText(text, from, text.text.length));
  return parts;
}

/** The template tags that begin or reach into a text, found by bisection: tags are in source order. */
function tagsIn(article: Article, node: Text): readonly TemplateTag[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const tags = article.templateTags;
  if (start === undefined || end === undefined || tags.length === 0) return [];
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: TemplateTag[] = [];
  for (let at = low; at < tags.length; at++) {
    const tag = tags[at];
    if (tag === undefined || tag.range.start >= end) break;
    found.push(tag);
  }
  return found;
}

/** A `{% tag %}` on a line of its own does something to the page; within a line it is part of the text. */
function endsParagraph(article: Article, tag: TemplateTag): boolean {
  if (tag.kind === "opaque" || tag.kind === "directive") return true;
  if (tag.kind === "expression") return false;
  const { lines, source } = article;
  const first = lines.startOf(lines.pointAt(tag.range.start).line);
  const last = lines.endOf(lines.pointAt(tag.range.end).line);
  // Each half by itself: joining them would copy a long line for every tag on it.
  const around = [source.slice(first, tag.range.start), source.slice(tag.range.end, last)];
  return around.every((half) => /^[\s>]*$/.test(half));
}

/** Index of the first character at or after a source offset, from `from` on. */
function indexAt(text: SourceText, offset: number, from: number): number {
  let low = from;
  let high = text.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.offsetOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
