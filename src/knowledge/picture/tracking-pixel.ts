import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { isHostIn, strippedUrl, webHostOf } from "../link/url-scheme.js";
import table from "../markup/counters.json" with { type: "json" };
import { readDeclarations } from "../markup/inline-style.js";
import { unwrapPictureUrl } from "./picture-wrappers.js";

const PLACES = new RegExp(table.places.join("|"), "i");
const PAYLOAD = new RegExp(table.payload, "i");

/** Whether an address belongs to a service that only counts readers. */
export function isCounter(url: string, hosts: readonly string[]): boolean {
  const host = webHostOf(url);
  return (
    host !== undefined && (isHostIn(host, table.hosts) || isHostIn(host, hosts) || PLACES.test(url))
  );
}

/** Whether an address names no picture and only carries data in its query; proxies carry a picture's address. */
export function carriesOnlyData(url: string): boolean {
  if (webHostOf(url) === undefined || unwrapPictureUrl(url) !== strippedUrl(url)) return false;
  const { pathname, search } = new URL(strippedUrl(url), "https://relative.invalid/");
  return search.length > 1 && (pathname === "/" || PAYLOAD.test(pathname));
}

/** Whether an element measures at most one pixel both ways, by its attributes or its style. */
export function isTiny(article: Article, element: Element): boolean {
  return ["width", "height"].every((side) => {
    const style = declarationOf(article, element, side);
    const value = style ?? attributeOf(article, element, side)?.value.trim() ?? "";
    return /^[01](?:\.0+)?(?:px)?$/i.test(value);
  });
}

/** Whether an element itself is made invisible. */
export function isInvisible(article: Article, element: Element): boolean {
  return (
    attributeOf(article, element, "hidden") !== undefined ||
    declarationOf(article, element, "display") === "none" ||
    declarationOf(article, element, "visibility") === "hidden"
  );
}

function declarationOf(article: Article, element: Element, property: string): string | undefined {
  const style = attributeOf(article, element, "style");
  if (style === undefined || style.unknown) return undefined;
  return readDeclarations(style.value)
    .findLast((declaration) => declaration.property === property)
    ?.value.replace(/(?<!\s)\s*!important$/, "");
}
