import {
  type Article,
  type Element,
  type Range,
  rangeOf,
  siblingsOf,
} from "../../../../src/rules.js";

/** Columns that an inner list is indented by, counted from the mark of the item around it. */
const INDENT = 4;
/** One item that is further in is looked at by itself. */
const LEAST_RUN = 2;
const ITEM_MARK = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/;

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
  const flat = flatRun(article, list);
  if (flat !== undefined) return { kind: "flatList", range: flat.range };
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

/** A list whose items are indented too little to be within the item above, and the columns that they lack. */
interface ShortIndent {
  /** The first of the items. */
  readonly range: Range;
  readonly missing: number;
}

/** Items further in than those before them, but not far enough: all are items of one list. */
function flatRun(article: Article, list: Element): ShortIndent | undefined {
  if (list.tagName !== "ul" || article.originOf(list) !== "markdown") return undefined;
  const items = itemsOf(list);
  const columns = items.map(({ start }) => columnOf(article, start));
  const [outer = 0] = columns;
  const inner = columns.filter((column) => column !== outer);
  const [column = 0] = inner;
  if (inner.length < LEAST_RUN || inner.some((one) => one !== column)) return undefined;
  const at = columns.indexOf(column);
  const last = columns.lastIndexOf(column);
  const before = items[at - 1];
  // Items that are further in here and there are written so by chance.
  if (before === undefined || column - outer < 2 || last - at + 1 !== inner.length)
    return undefined;
  const first = items[at];
  if (first === undefined) return undefined;
  const missing = contentColumn(article, before.start) - column;
  return missing < 1 ? undefined : { range: lineAt(article, first.start), missing };
}

/** A list of bullets under a step, indented too little to be within it: the steps end there and begin again below. */
function partingList(article: Article, list: Element): ShortIndent | undefined {
  if (list.tagName !== "ul" || article.originOf(list) !== "markdown") return undefined;
  const { siblings, placeOf } = siblingsOf(article, list);
  const place = placeOf.get(list) ?? 0;
  const [before, after] = [siblings[place - 1], siblings[place + 1]];
  if (before?.type !== "element" || after?.type !== "element") return undefined;
  if (before.tagName !== "ol" || after.tagName !== "ol") return undefined;
  if ([before, after].some((one) => article.originOf(one) !== "markdown")) return undefined;
  const [step] = itemsOf(before).slice(-1);
  const [bullet] = itemsOf(list);
  const [next] = itemsOf(after);
  if (step === undefined || bullet === undefined || next === undefined) return undefined;
  const isJoined = (above: Element, below: Item): boolean =>
    /^[^\S\n]*\n[ \t>]*$/.test(article.source.slice(rangeOf(above).end, below.start));
  if (!isJoined(before, bullet) || !isJoined(list, next)) return undefined;
  const [outer, column] = [columnOf(article, step.start), columnOf(article, bullet.start)];
  if (column <= outer || columnOf(article, next.start) !== outer) return undefined;
  const [number, following] = [step, next].map(({ start }) => numberAt(article, start));
  if (number === undefined || (following !== number && following !== number + 1)) return undefined;
  const missing = contentColumn(article, step.start) - column;
  return missing < 1 ? undefined : { range: lineAt(article, bullet.start), missing };
}

/** The item of a list, or the first of several, that is indented too little to be where it belongs. */
export function looseItem(
  article: Article,
  list: Element,
  isStrict: boolean,
): ShortIndent | undefined {
  const one = shortItem(article, list) ?? partingList(article, list);
  return one ?? (isStrict ? undefined : flatRun(article, list));
}

/** The item of a list that is indented further than the others, but not as far as the inner list before it. */
function shortItem(article: Article, list: Element): ShortIndent | undefined {
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
  // Boxes are read as items of lists, and may follow a paragraph.
  const { start } = rangeOf(list);
  if (!ITEM_MARK.test(article.source.slice(start, lineEnd(article, start)))) return false;
  const end = article.lines.pointAt(rangeOf(before).end).line;
  return article.lines.pointAt(start).line === end + 1;
}

function lineAt(article: Article, start: number): Range {
  return { start, end: lineEnd(article, start) };
}

/** The column of the text of an item. */
function contentColumn(article: Article, start: number): number {
  const [mark = ""] = ITEM_MARK.exec(article.source.slice(start, lineEnd(article, start))) ?? [];
  return columnOf(article, start + mark.length);
}

/** The number that a step begins with. */
function numberAt({ source }: Article, start: number): number | undefined {
  const [, number] = /^(\d{1,9})[.)]/.exec(source.slice(start, start + 11)) ?? [];
  return number === undefined ? undefined : Number(number);
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
