import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { perArticle } from "../../article/per-article.js";

/** A heading of the article's own outline. */
export interface Heading {
  readonly element: Element;
  /** 1 to 6; `aria-level` may go deeper. */
  readonly level: number;
}

/** Containers whose headings belong to someone else's outline, or to nobody's. */
const OTHER_OUTLINES: ReadonlySet<string> = new Set([
  "blockquote",
  "template",
  "dialog",
  "pre",
  "svg",
]);

/**
 * The headings of an article in source order, Markdown, HTML and `role="heading"` alike. Left out: those
 * in quotations, hidden ones, and those whose role makes them something else.
 */
export const outlineHeadings: (article: Article) => readonly Heading[] = perArticle((article) => {
  const headings: Heading[] = [];
  for (const element of article.elements) {
    const level = levelOf(article, element);
    if (level !== undefined && !isOutside(article, element)) headings.push({ element, level });
  }
  return headings;
});

/** The level of a heading element; undefined for any other element and where nobody can know it. */
export function levelOf(article: Article, element: Element): number | undefined {
  const { tagName } = element;
  const tag = tagName.length === 2 ? /^h([1-6])$/.exec(tagName)?.[1] : undefined;
  // Presence alone is read from the properties: attributes are costly to look up on every element.
  if (tag === undefined && element.properties.role === undefined) return undefined;
  const role = attributeOf(article, element, "role");
  if (role?.unknown === true) return undefined;
  if (role !== undefined && role.value.trim() !== "" && role.value.trim() !== "heading")
    return undefined;
  if (tag === undefined && role?.value.trim() !== "heading") return undefined;
  const aria = attributeOf(article, element, "aria-level");
  if (aria?.unknown === true) return undefined;
  const level = Number.parseInt(aria?.value ?? "", 10);
  if (level >= 1) return level;
  return tag === undefined ? undefined : Number(tag);
}

function isOutside(article: Article, element: Element): boolean {
  if (isHidden(article, element)) return true;
  let at = article.parentOf(element);
  while (at !== undefined && !OTHER_OUTLINES.has(at.tagName)) at = article.parentOf(at);
  return at !== undefined;
}

/** Whether an element or one around it is hidden from everyone or from screen readers. */
export function isHidden(article: Article, element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "template" || at.properties.hidden !== undefined) return true;
    if (at.properties.ariaHidden === undefined) continue;
    if (attributeOf(article, at, "aria-hidden")?.value === "true") return true;
  }
  return false;
}
