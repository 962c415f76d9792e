import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";

/** Columns that an inner list is indented by, counted from the mark of the item around it. */
const INDENT = 4;

/** A list that a strict parser of Markdown does not take for one, or takes for a part of the list around it. */
export interface StrictListDefect {
  readonly kind: "gluedList" | "flatList";
  /** The line that the list begins with. */
  readonly range: Range;
}

/** What is wrong with a list for parsers that want a blank line before it, and inner lists indented by four columns. */
export function strictListDefect(article: Article, list: Element): StrictListDefect | undefined {
  if (article.originOf(list) !== "markdown") return undefined;
  const { start } = rangeOf(list);
  const range = { start, end: lineEnd(article, start) };
  const parent = article.parentOf(list);
  if (parent === undefined)
    return isGlued(article, list) ? { kind: "gluedList", range } : undefined;
  if (parent.tagName !== "li" || article.originOf(parent) !== "markdown") return undefined;
  const item = rangeOf(parent).start;
  if (article.lines.pointAt(item).line === article.lines.pointAt(start).line) return undefined;
  const inner = columnOf(article, start) - columnOf(article, item);
  return inner > 0 && inner < INDENT ? { kind: "flatList", range } : undefined;
}

/** Whether the line before a list at the top is the last one of a paragraph. */
function isGlued(article: Article, list: Element): boolean {
  const { children } = article.tree;
  const before = children
    .slice(0, children.indexOf(list))
    .findLast(({ type }) => type === "element");
  if (before?.type !== "element" || before.tagName !== "p") return false;
  if (article.originOf(before) !== "markdown") return false;
  const end = article.lines.pointAt(rangeOf(before).end).line;
  return article.lines.pointAt(rangeOf(list).start).line === end + 1;
}

function lineEnd(article: Article, offset: number): number {
  const { source, lines } = article;
  const end = lines.endOf(lines.pointAt(offset).line);
  return offset + source.slice(offset, end).trimEnd().length;
}

/** The column of an offset, a tab reaching to the next fourth. */
function columnOf({ source, lines }: Article, offset: number): number {
  const before = source.slice(lines.startOf(lines.pointAt(offset).line), offset);
  let column = 0;
  for (const character of before.replace("\uFEFF", ""))
    column = character === "\t" ? column + 4 - (column % 4) : column + 1;
  return column;
}
