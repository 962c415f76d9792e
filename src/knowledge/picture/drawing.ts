import type { Element } from "hast";
import type { Article } from "../../article/article.js";

/** Whether an element is part of an SVG or MathML island, where names of elements and attributes mean other things. */
export function isForeign(article: Article, element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "svg" || at.tagName === "math") return true;
    if (at.tagName.toLowerCase() === "foreignobject") return false;
  }
  return false;
}
