import {
  type Article,
  type Element,
  paragraphsOf,
  type Range,
  rangeOf,
} from "../../../src/rules.js";

/** A line that begins with the mark of an item, but lacks the space after it. */
const TIGHT = /^[ \t]*([-*+])(?=\p{L})(?!\p{L}(?<![aAI])(?:[\s:,=]|$))/u;
const LEAST = 2;
/** Of the beginning of a line, where its mark is. */
const LONGEST_MARK = 200;

/** Lines that were to be the items of a list: the whole of a paragraph, or all below its first line, which a colon ends. */
export function tightListsOf(article: Article): readonly (readonly Range[])[] {
  return paragraphsOf(article).flatMap((paragraph): (readonly Range[])[] => {
    const { text, kind, inTable, onlyCode, element } = paragraph;
    if (kind !== "paragraph" || inTable || onlyCode || !/^[ \t]*[-*+]\p{L}/mu.test(text)) return [];
    if (element === undefined || article.originOf(element) !== "markdown") return [];
    let at = 0;
    const marks: Range[] = [];
    for (const [index, line] of text.split("\n").entries()) {
      const found = TIGHT.exec(line);
      const start = at + (found?.[0].length ?? 0) - 1;
      at += line.length + 1;
      if (found !== null) {
        const place = paragraph.rangeOf(start, start + 1);
        const { line: number } = article.lines.pointAt(place.start);
        const before = article.source.slice(article.lines.startOf(number), place.start);
        // An escaped mark is meant as it is, and code begins with one of its own.
        if (!/^[ \t>]*$/.test(before)) return [];
        marks.push(place);
      } else if (index > 0 || !/[:：]\s*$/.test(line)) return [];
    }
    const signs = new Set(marks.map(({ start }) => article.source[start]));
    return marks.length >= LEAST && signs.size === 1 ? [marks] : [];
  });
}

/** A line of an item that begins with a mark and no space: a word, code, a link or words in bold follow at once. */
const TIGHT_ITEM = /^([ \t>]*)([-+])(?=\p{L}{2,}|`[^`]|\[\p{L}|\*\*\p{L})/u;

/** Lines that Markdown takes for text of the item above, though they have its mark in its column. */
export function tightItemsOf(article: Article): readonly Range[] {
  const marksOf = new Map<Element, ReadonlyMap<string, string>>();
  return paragraphsOf(article).flatMap((paragraph): readonly Range[] => {
    const { list, element, range, inTable } = paragraph;
    if (list === undefined || inTable || element === undefined) return [];
    if (article.originOf(list) !== "markdown" || list.tagName !== "ul") return [];
    const { source, lines } = article;
    const first = lines.pointAt(range.start).line + 1;
    const last = lines.pointAt(range.end).line;
    const found: Range[] = [];
    for (let line = first; line <= last; line++) {
      const from = lines.startOf(line);
      const match = TIGHT_ITEM.exec(source.slice(from, from + LONGEST_MARK));
      const [, before = "", mark = ""] = match ?? [];
      if (match === null) continue;
      const marks = marksOf.get(list) ?? itemMarks(article, list);
      marksOf.set(list, marks);
      if (marks.get(before) !== mark) continue;
      found.push({ start: from + before.length, end: from + before.length + 1 });
    }
    return found;
  });
}

/** The marks of a list by what is before them in their lines; none where it has one item. */
function itemMarks({ source, lines }: Article, list: Element): ReadonlyMap<string, string> {
  const items = list.children.filter((child) => child.type === "element");
  if (items.length < LEAST) return new Map();
  return new Map(
    items.map((item) => {
      const { start } = rangeOf(item);
      const before = source.slice(lines.startOf(lines.pointAt(start).line), start);
      return [before, source.charAt(start)];
    }),
  );
}

/** Tasks whose brackets hold no space, in lists that have others: `- [] Clean the deck`. */
export function emptyTasksOf(article: Article): readonly Range[] {
  if (!article.source.includes("[]")) return [];
  return paragraphsOf(article).flatMap((paragraph): readonly Range[] => {
    const { text, list } = paragraph;
    if (list === undefined || !/^\[\]\s/.test(text) || article.originOf(list) !== "markdown")
      return [];
    const { start, end } = rangeOf(list);
    const hasOthers = /^[ \t>]{0,40}(?:[-*+]|\d{1,9}[.)]) \[[ xX]\] /m.test(
      article.source.slice(start, end),
    );
    return hasOthers ? [paragraph.rangeOf(0, 2)] : [];
  });
}
