import {
  type Article,
  attributeOf,
  type Branches,
  type Element,
  openingTagOf,
} from "../../../src/rules.js";

/** Whether the element before one with a further branch is no branch that it can continue. */
export function isOrphanBranch(article: Article, element: Element, branches: Branches): boolean {
  const before = elementBefore(article, element);
  if (before === "text") return true;
  if (before === undefined) return true;
  const { first, further, last } = branches;
  return ![first, ...further.filter((name) => name !== last)].some(
    (name) => attributeOf(article, before, name) !== undefined,
  );
}

/** The element right before another: comments and white space do not count. */
function elementBefore(article: Article, element: Element): Element | "text" | undefined {
  const parent = article.parentOf(element);
  const siblings = (parent ?? article.tree).children;
  for (let at = siblings.indexOf(element) - 1; at >= 0; at--) {
    const node = siblings[at];
    if (node?.type === "element") return node;
    if (node?.type === "text" && node.value.trim() !== "") return "text";
  }
  if (parent === undefined) return undefined;
  // A component that closes itself holds what follows, as an HTML parser reads it.
  const { end } = openingTagOf(article, parent);
  return article.source[end - 2] === "/" ? parent : undefined;
}
