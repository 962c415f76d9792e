import {
  type Article,
  type Element,
  type Range,
  rangeOf,
  siblingsOf,
} from "../../../../src/rules.js";

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
  const outer = columnOf(article, item);
  for (const { start: at } of itemsOf(list)) {
    const inner = columnOf(article, at) - outer;
    if (inner > 0 && inner < INDENT)
      return { kind: "flatList", range: { start: at, end: lineEnd(article, at) } };
  }
  return undefined;
}

/** An item that is taken for one of the list around the list that it belongs to, and the columns it lacks. */
export interface LooseItem {
  readonly range: Range;
  readonly missing: number;
}

/** The item of a list that is indented further than the others, but not as far as the inner list before it. */
export function looseItem(article: Article, list: Element): LooseItem | undefined {
  if (article.originOf(list) !== "markdown") return undefined;
  const items = itemsOf(list);
  const [first] = items;
  if (first === undefined) return undefined;
  const outer = columnOf(article, first.start);
  const loose = items.filter(({ start }) => columnOf(article, start) !== outer);
  const [only] = loose;
  // Where several are, the list is written that way.
  if (only === undefined || loose.length > 1 || items.length < 2) return undefined;
  const column = columnOf(article, only.start);
  const before = items[items.indexOf(only) - 1];
  const inner = before === undefined ? undefined : innerColumn(article, before.element);
  if (inner === undefined || column - outer < 2 || column >= inner) return undefined;
  // Halfway between the two only what follows tells where it belongs.
  if (column - outer <= inner - column && columnBelow(article, only.start) !== inner)
    return undefined;
  const range = { start: only.start, end: lineEnd(article, only.start) };
  return { range, missing: inner - column };
}

interface Item extends Range {
  readonly element: Element;
}

function itemsOf(list: Element): readonly Item[] {
  return list.children.flatMap((child) =>
    child.type === "element" && child.tagName === "li"
      ? [{ element: child, start: rangeOf(child).start, end: rangeOf(child).end }]
      : [],
  );
}

/** The column of the list that an item ends with. */
function innerColumn(article: Article, item: Element): number | undefined {
  const last = item.children.findLast(({ type }) => type === "element");
  if (last?.type !== "element" || !/^[uo]l$/.test(last.tagName)) return undefined;
  return article.originOf(last) === "markdown" ? columnOf(article, rangeOf(last).start) : undefined;
}

/** The column of the next line that begins with the mark of an item. */
function columnBelow({ source, lines }: Article, offset: number): number | undefined {
  const below = source.slice(lines.endOf(lines.pointAt(offset).line));
  const [, blanks] = /^(?:[ \t]*\r?\n){1,3}([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(below) ?? [];
  return blanks === undefined ? undefined : [...blanks].reduce(nextColumn, 0);
}

/** Whether the line before a list at the top is the last one of a paragraph. */
function isGlued(article: Article, list: Element): boolean {
  const { siblings, placeOf } = siblingsOf(article, list);
  const before = siblings[(placeOf.get(list) ?? 0) - 1];
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
  return [...before.replace("\uFEFF", "")].reduce(nextColumn, 0);
}

function nextColumn(column: number, character: string): number {
  return character === "\t" ? column + 4 - (column % 4) : column + 1;
}
