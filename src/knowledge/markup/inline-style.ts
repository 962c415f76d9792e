import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import type { FrontMatter } from "../../article/front-matter/front-matter.js";
import { remembered } from "../../article/remembered.js";
import table from "./style-defaults.json" with { type: "json" };

/** One declaration of a style attribute, with its place in the value. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly start: number;
  /** After the semicolon, where there is one. */
  readonly end: number;
}

/** Strings and parentheses may hold semicolons (CSS Syntax §5.4.5). An unclosed one runs to the end. */
const DECLARATION =
  /(?:"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)|\([^)]*(?:\)|$)|[^;"'(]+)+;?/gs;
const INERT: Readonly<Record<string, readonly string[]>> = table.inert;
const INHERITED: Readonly<Record<string, readonly string[]>> = table.inherited;

/** Splits the value of a style attribute into its declarations; property and value in lower case. */
export const readDeclarations: (style: string) => readonly Declaration[] = remembered((style) => {
  return [...style.matchAll(DECLARATION)].flatMap((match) => {
    const colon = match[0].indexOf(":");
    if (colon === -1) return [];
    const property = match[0].slice(0, colon).trim().toLowerCase();
    const value = match[0]
      .slice(colon + 1)
      .replace(/;$/, "")
      .trim()
      .toLowerCase();
    return property === ""
      ? []
      : [{ property, value, start: match.index, end: match.index + match[0].length }];
  });
});

/**
 * Whether a declaration changes nothing: properties of word processors, and values that an element of the
 * article has anyway, since nothing around it in the article sets another one.
 */
export function isNoOp(article: Article, element: Element, declaration: Declaration): boolean {
  const { property, value } = declaration;
  if (property.startsWith("mso-")) return true;
  if (INERT[property]?.includes(value) === true) return true;
  if (INHERITED[property]?.includes(value) !== true) return false;
  if (!table.plainElements.includes(element.tagName)) return false;
  if (property === "text-align" && value === "left" && isRightToLeft(article, element))
    return false;
  if (hasHook(article, element) || attributeOf(article, element, "align") !== undefined)
    return false;
  for (let at = article.parentOf(element); at !== undefined; at = article.parentOf(at)) {
    if (mayChange(article, at, property)) return false;
  }
  return true;
}

/** A class or id is a hook for style sheets: what they say is not known here. */
function hasHook(article: Article, element: Element): boolean {
  return (
    attributeOf(article, element, "class") !== undefined ||
    attributeOf(article, element, "id") !== undefined
  );
}

function mayChange(article: Article, ancestor: Element, property: string): boolean {
  if (hasHook(article, ancestor)) return true;
  const style = attributeOf(article, ancestor, "style");
  if (style?.unknown === true) return true;
  if (
    style !== undefined &&
    readDeclarations(style.value).some((one) => one.property === property)
  ) {
    return true;
  }
  if (property !== "text-align") return !table.plainElements.includes(ancestor.tagName);
  return (
    table.aligningElements.includes(ancestor.tagName) ||
    attributeOf(article, ancestor, "align") !== undefined
  );
}

function isRightToLeft(article: Article, element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = article.parentOf(at)) {
    const written = attributeOf(article, at, "dir");
    if (written !== undefined) return written.value.toLowerCase() !== "ltr";
  }
  return languageIsRightToLeft(article.frontMatter);
}

function languageIsRightToLeft(frontMatter: FrontMatter | undefined): boolean {
  const { lang, language } = frontMatter?.data ?? {};
  return [lang, language].some(
    (value) =>
      typeof value === "string" &&
      table.rightToLeft.includes(value.toLowerCase().split(/[-_]/)[0] ?? ""),
  );
}
