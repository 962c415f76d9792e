import type { Element, Nodes, Parents } from "hast";
import type { Article } from "./article.js";
import { perArticle } from "./per-article.js";

/** Nodes with the same parent. */
export interface Siblings {
  /** Without texts of white space alone. */
  readonly siblings: readonly Nodes[];
  readonly placeOf: ReadonlyMap<Nodes, number>;
}

/** An element with its siblings: those of one parent are read once, however many of them ask. */
export function siblingsOf(article: Article, element: Element): Siblings {
  const parent = article.parentOf(element) ?? article.tree;
  const known = siblingsByParent(article);
  const kept = known.get(parent);
  if (kept !== undefined) return kept;
  const siblings = parent.children.filter(
    (node) => node.type !== "text" || node.value.trim() !== "",
  );
  const made = { siblings, placeOf: new Map(siblings.map((node, place) => [node, place])) };
  known.set(parent, made);
  return made;
}

/** The node after an element, white space left out; undefined for the last. */
export function nodeAfter(article: Article, element: Element): Nodes | undefined {
  const { siblings, placeOf } = siblingsOf(article, element);
  return siblings[(placeOf.get(element) ?? siblings.length) + 1];
}

const siblingsByParent = perArticle(() => new Map<Parents, Siblings>());
