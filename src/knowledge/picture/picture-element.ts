import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf, attributesOf } from "../../article/attributes.js";
import { perElement } from "../../article/per-element.js";
import type { Range } from "../../article/range.js";
import { remembered } from "../../article/remembered.js";
import { hasTemplateSyntax } from "../../article/templates.js";

/** Where lazy loaders keep the real address while `src` shows a stand-in, most telling first. */
export const LAZY_ATTRIBUTES = [
  "data-original",
  "data-src",
  "data-lazy-src",
  "data-lazyload",
  "data-lazy",
  "data-actualsrc",
  "data-echo",
  "data-url",
  "zoomfile",
] as const;

/** Icons up to this many CSS pixels on a side are no pictures of their own. */
const ICON_PIXELS = 32;

/** The address of the picture an `<img>` shows. */
export interface PictureSource {
  readonly url: string;
  /** The value without quotes. */
  readonly range: Range;
  readonly unknown: boolean;
}

/** The picture an image element shows in the end: a lazy loader's address if it has one, else `src`. */
export const pictureSourceOf: (article: Article, element: Element) => PictureSource | undefined =
  perElement(readSource);

const SOURCES: readonly string[] = [...LAZY_ATTRIBUTES, "src"];

function readSource(article: Article, element: Element): PictureSource | undefined {
  for (const name of SOURCES) {
    const attribute = attributeOf(article, element, name);
    if (attribute === undefined || (!attribute.unknown && attribute.value.trim() === "")) continue;
    if (name !== "src" && !attribute.unknown && !/[./]/.test(attribute.value)) continue;
    return {
      url: attribute.value.trim(),
      range: attribute.valueRange,
      unknown: attribute.unknown || hasUnknownAttribute(article, element, "src"),
    };
  }
  return undefined;
}

/**
 * Whether nobody can know here what an attribute holds: its value has template syntax, it is bound by a
 * framework (`:src`, `v-bind:src`, `[src]`), or a spread or a template tag in the opening tag may write it.
 */
export function hasUnknownAttribute(article: Article, element: Element, name: string): boolean {
  const bindings = bindingsOf(name);
  return attributesOf(article, element).some(
    (attribute) =>
      (attribute.name === name && attribute.unknown) ||
      // A quick look: names of bindings, spreads and template tags all hold other characters.
      (/[^a-z-]/.test(attribute.name) &&
        (attribute.name === "..." ||
          bindings.has(attribute.name) ||
          hasTemplateSyntax(attribute.name))),
  );
}

const bindingsOf = remembered(
  (name): ReadonlySet<string> =>
    new Set([`:${name}`, `v-bind:${name}`, `x-bind:${name}`, `bind:${name}`, `[${name}]`]),
);

/** Whether an image is no larger than an icon, by its attributes. */
export function isIcon(article: Article, element: Element): boolean {
  return isSmallBy(article, element, "width") || isSmallBy(article, element, "height");
}

function isSmallBy(article: Article, element: Element, name: string): boolean {
  const size = attributeOf(article, element, name);
  return size !== undefined && Number.parseFloat(size.value) <= ICON_PIXELS;
}

/** Whether screen readers pass the element by: hidden, or marked as presentation, itself or an ancestor. */
export const isHiddenFromReaders: (article: Article, element: Element) => boolean =
  perElement(isPassedBy);

function isPassedBy(article: Article, element: Element): boolean {
  const role = attributeOf(article, element, "role")?.value.trim().toLowerCase();
  if (role === "presentation" || role === "none") return true;
  for (
    let current: Element | undefined = element;
    current !== undefined;
    current = article.parentOf(current)
  ) {
    if (attributeOf(article, current, "hidden") !== undefined) return true;
    const hidden = attributeOf(article, current, "aria-hidden");
    if (hidden !== undefined && (hidden.unknown || hidden.value.trim() === "true")) return true;
  }
  return false;
}

/** The nearest ancestor with one of these tag names. */
export function ancestorOf(
  article: Article,
  element: Element,
  tagNames: readonly string[],
): Element | undefined {
  let current = article.parentOf(element);
  while (current !== undefined && !tagNames.includes(current.tagName)) {
    current = article.parentOf(current);
  }
  return current;
}
