import { htmlTagNames } from "html-tag-names";
import {
  type Article,
  type Element,
  type Nodes,
  type Range,
  rangeOf,
  TEMPLATE_FILLER,
} from "../../../src/rules.js";

/** A child of a list that is not an item. */
export interface Stranger {
  /** Undefined for bare text. */
  readonly element: Element | undefined;
  readonly range: Range;
}

/** A term of a `<dl>` without a description, or a description without a term. */
export interface HalfPair {
  readonly name: "dt" | "dd";
  readonly element: Element;
}

const ITEMS: Readonly<Record<string, readonly string[] | undefined>> = {
  ul: ["li"],
  ol: ["li"],
  menu: ["li"],
  dl: ["dt", "dd", "div"],
};
const ANYWHERE: ReadonlySet<string> = new Set(["script", "template"]);
const KNOWN: ReadonlySet<string> = new Set(htmlTagNames);

/** The children of a list that HTML does not allow there; components and templates may be anything. */
export function strangersIn(article: Article, list: Element): readonly Stranger[] {
  const items = ITEMS[list.tagName] ?? [];
  return list.children.flatMap((child): Stranger[] => {
    const range = rangeOf(child);
    if (range.start === range.end) return [];
    if (child.type === "text") {
      if (child.value.trim() === "" || child.value.includes(TEMPLATE_FILLER)) return [];
      const slice = article.source.slice(range.start, range.end);
      const start = range.start + slice.length - slice.trimStart().length;
      return [{ element: undefined, range: { start, end: start + slice.trim().length } }];
    }
    if (child.type !== "element") return [];
    const { tagName } = child;
    const isAllowed = items.includes(tagName) || ANYWHERE.has(tagName) || !KNOWN.has(tagName);
    return isAllowed ? [] : [{ element: child, range }];
  });
}

/** Terms without a description and descriptions without a term, in order. */
export function halfPairsIn(list: Element): readonly HalfPair[] {
  const halves: HalfPair[] = [];
  const groups = list.children.filter(isElement).filter(({ tagName }) => tagName === "div");
  for (const group of [list, ...groups]) {
    const parts = group.children.filter(isElement);
    let hasTerm = false;
    parts.forEach((element, index) => {
      const { tagName } = element;
      const next = parts[index + 1]?.tagName;
      if (tagName === "dd" && !hasTerm) halves.push({ name: "dd", element });
      if (tagName === "dt" && next !== "dt" && next !== "dd") halves.push({ name: "dt", element });
      hasTerm = tagName === "dt" || (hasTerm && tagName === "dd");
      // One description without a term is enough: those after it belong to it.
      if (tagName === "dd") hasTerm = true;
    });
  }
  return halves;
}

/** Whether an item is in the kind of list it belongs to, as far as anybody can tell. */
export function isInList(article: Article, item: Element): boolean {
  const lists = item.tagName === "li" ? ["ul", "ol", "menu", "dir"] : ["dl"];
  for (let at = article.parentOf(item); at !== undefined; at = article.parentOf(at)) {
    if (lists.includes(at.tagName) || at.tagName === "template" || !KNOWN.has(at.tagName))
      return true;
  }
  return false;
}

function isElement(node: Nodes): node is Element {
  return node.type === "element";
}
