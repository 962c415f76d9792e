import { type Article, ancestorOf, type Element, type Range } from "../../../src/rules.js";

/** A link as lists of links are looked at. */
export interface ListedLink {
  readonly element: Element;
  readonly range: Range;
  readonly text: string;
  /** As written. */
  readonly target: string;
}

/** A link whose text is a name of its own; `list` is what it is compared within. */
export interface NamedLink {
  readonly list: unknown;
  readonly range: Range;
  readonly text: string;
  readonly target: string;
}

/** A link that leads where another link of its list does, which has the name of the target as its text. */
export interface OtherTarget {
  readonly link: NamedLink;
  readonly named: NamedLink;
}

/** So many others of a list must have the end of their target as their text. */
const LEAST_NAMED = 2;
/** Where others have a text of their own as well, so many times as many must have the name. */
const LEAST_SHARE = 4;
/** What comes before the name in a target, and what may follow it. */
const BASE = /^.*[/#=]/;
const AFTER = /(?:\.(?:html?|mdx?)|\/)$/;

/** The links of an article, each with the list, the table or the paragraph that it is in. */
export function linksInLists(article: Article, links: readonly ListedLink[]): readonly NamedLink[] {
  return links.flatMap(({ element, range, text, target }) => {
    const list =
      ancestorOf(article, element, ["ul", "ol", "table"]) ?? ancestorOf(article, element, ["p"]);
    return list === undefined ? [] : [{ list, range, text, target }];
  });
}

/**
 * In lists whose links have the end of their targets as their texts (`[v1.2](/releases/v1.2)`), the links that lead to the target of
 * another one. A line was copied, and its target not changed.
 */
export function otherTargets(links: readonly NamedLink[]): readonly OtherTarget[] {
  const groups = new Map<unknown, Map<string, NamedLink[]>>();
  for (const link of links) {
    const base = BASE.exec(link.target.replace(AFTER, ""))?.[0];
    if (base === undefined) continue;
    const bases = groups.get(link.list) ?? new Map<string, NamedLink[]>();
    groups.set(link.list, bases);
    const members = bases.get(base) ?? [];
    bases.set(base, members);
    members.push(link);
  }
  return [...groups.values()].flatMap((bases) => [...bases.values()].flatMap(oddOnesIn));
}

function oddOnesIn(links: readonly NamedLink[]): readonly OtherTarget[] {
  const named = new Map<string, NamedLink>();
  const others: NamedLink[] = [];
  for (const link of links) {
    const name = nameOf(link);
    if (name !== "" && folded(link.text) === name) named.set(name, link);
    else others.push(link);
  }
  const isHabit = named.size >= Math.max(LEAST_NAMED, (others.length - 1) * LEAST_SHARE);
  const [found, ...more] = others.flatMap((link) => {
    const twin = named.get(nameOf(link));
    return twin !== undefined && isOtherName(link.text, nameOf(link))
      ? [{ link, named: twin }]
      : [];
  });
  return found === undefined || more.length > 0 || !isHabit ? [] : [found];
}

/** Words about the target may be a text of their own; a single one is the name of another. */
function isOtherName(text: string, name: string): boolean {
  const own = folded(text);
  return own !== "" && !/\s/.test(text.trim()) && !own.includes(name) && !name.includes(own);
}

function nameOf({ target }: NamedLink): string {
  return folded(target.replace(AFTER, "").replace(BASE, ""));
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
