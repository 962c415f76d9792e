import { type Article, type Element, nodeAfter, type Range, rangeOf } from "../../../src/rules.js";

/** The mark of an item that parts a list, since the items around it have another. */
export interface OtherMark {
  readonly range: Range;
  readonly mark: string;
  readonly usual: string;
}

/** With so many items before it, the last item of a list is no list of its own. */
const LEAST_BEFORE = 3;

/** Items with another mark than those right above and below: Markdown begins a new list with each change of the mark. */
export function otherMarksOf(article: Article): readonly OtherMark[] {
  const found: OtherMark[] = [];
  const seen = new Set<Element>();
  for (const list of article.elements) {
    if (list.tagName !== "ul" || seen.has(list)) continue;
    const usual = markOf(article, list);
    const middle = usual === undefined ? undefined : joined(article, list);
    const mark = middle === undefined ? undefined : markOf(article, middle);
    if (usual === undefined || middle === undefined || mark === undefined || mark === usual)
      continue;
    // Lines of a diff begin with these two.
    if (itemsOf(middle) !== 1 || (usual === "-" && mark === "+")) continue;
    const after = joined(article, middle);
    const isWhole = after === undefined && itemsOf(list) >= LEAST_BEFORE;
    const goesOn = after !== undefined && markOf(article, after) === usual;
    if (!goesOn && !isWhole) continue;
    seen.add(middle);
    const { start } = rangeOf(middle);
    found.push({ range: { start, end: start + 1 }, mark, usual });
  }
  return found;
}

function itemsOf(list: Element): number {
  return list.children.filter((child) => child.type === "element").length;
}

/** The sign that the items of a list of Markdown begin with. */
function markOf({ source, originOf }: Article, list: Element): string | undefined {
  const { start } = rangeOf(list);
  return originOf(list) === "markdown"
    ? /^[-*+](?=\s)/.exec(source.slice(start, start + 2))?.[0]
    : undefined;
}

/** The list that begins on the line right below the end of another. */
function joined(article: Article, list: Element): Element | undefined {
  const next = nodeAfter(article, list);
  if (next?.type !== "element" || next.tagName !== "ul") return undefined;
  const between = article.source.slice(rangeOf(list).end, rangeOf(next).start);
  return /^[^\S\r\n]*\r?\n[ \t>]*$/.test(between) ? next : undefined;
}
