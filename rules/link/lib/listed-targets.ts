import { type Article, ancestorOf, type Element, type Range } from "../../../src/rules.js";

/** A link as lists of links are looked at. */
export interface ListedLink {
  readonly element: Element;
  readonly range: Range;
  readonly text: string;
  /** As written. */
  readonly target: string;
}

/** A link that leads where another link of its list does, which has the name of the target as its text. */
export interface OtherTarget {
  readonly link: ListedLink;
  readonly named: ListedLink;
}

/** So many others of a list must have the end of their target as their text. */
const LEAST_NAMED = 2;
/** What comes before the name in a target. */
const BASE = /^.*[/#=]/;

/**
 * In lists whose links have the end of their targets as their texts (`[v1.2](/releases/v1.2)`), the links that lead to the target of
 * another one. A line was copied, and its target not changed.
 */
export function otherTargets(
  article: Article,
  links: readonly ListedLink[],
): readonly OtherTarget[] {
  const groups = new Map<Element, Map<string, ListedLink[]>>();
  for (const link of links) {
    const list = ancestorOf(article, link.element, ["ul", "ol"]);
    const base = BASE.exec(link.target)?.[0];
    if (list === undefined || base === undefined) continue;
    const bases = groups.get(list) ?? new Map<string, ListedLink[]>();
    groups.set(list, bases);
    const members = bases.get(base) ?? [];
    bases.set(base, members);
    members.push(link);
  }
  return [...groups.values()].flatMap((bases) => [...bases.values()].flatMap(oddOnesIn));
}

function oddOnesIn(links: readonly ListedLink[]): readonly OtherTarget[] {
  const named = new Map<string, ListedLink>();
  const others: ListedLink[] = [];
  for (const link of links) {
    const name = nameOf(link);
    if (name !== "" && folded(link.text) === name) named.set(name, link);
    else others.push(link);
  }
  const [odd, ...more] = others;
  if (odd === undefined || more.length > 0 || named.size < LEAST_NAMED) return [];
  const name = nameOf(odd);
  const twin = named.get(name);
  const text = folded(odd.text);
  // Words about the target may be a text of their own; a single one is the name of another.
  const isName = text !== "" && !/\s/.test(odd.text.trim()) && !text.includes(name);
  return twin === undefined || !isName ? [] : [{ link: odd, named: twin }];
}

function nameOf({ target }: ListedLink): string {
  return folded(target.replace(BASE, ""));
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
