import type { Element } from "hast";
import type { Article } from "./article.js";
import type { Attribute, OpeningTag } from "./attribute.js";
import { htmlAttributes } from "./attributes/html.js";
import { jsxAttributes } from "./attributes/jsx.js";
import { markdownAttributes } from "./attributes/markdown.js";
import { perArticle } from "./per-article.js";
import type { Range } from "./range.js";

export type { Attribute } from "./attribute.js";

/** An attribute that a script of the page fills in: `:href`, `v-bind:href`, `x-bind:href`, all at once by `v-bind`. */
const BOUND = /^(?:v-bind|x-bind)?:|^v-bind$/;

interface ReadTag extends OpeningTag {
  /** Those that a script of the page fills in. */
  readonly bound: readonly Attribute[];
}

const knownTags = perArticle(() => new Map<Element, ReadTag>());

function readOpeningTag(article: Article, element: Element): ReadTag {
  const known = knownTags(article);
  const cached = known.get(element);
  if (cached !== undefined) return cached;
  const origin = article.originOf(element);
  const read =
    origin === "html" ? htmlAttributes : origin === "jsx" ? jsxAttributes : markdownAttributes;
  const { range, attributes } = read(article, element);
  const tag = { range, attributes, bound: attributes.filter(({ name }) => BOUND.test(name)) };
  known.set(element, tag);
  return tag;
}

/** All attributes of an element in source order, repeated ones included. Computed once per element. */
export function attributesOf(article: Article, element: Element): readonly Attribute[] {
  return readOpeningTag(article, element).attributes;
}

/**
 * The first attribute of that (lower-case) name: the one browsers take. Where none is written but a script fills it in,
 * that one, whose value nobody knows.
 */
export function attributeOf(
  article: Article,
  element: Element,
  name: string,
): Attribute | undefined {
  const { attributes, bound } = readOpeningTag(article, element);
  for (const attribute of attributes) if (attribute.name === name) return attribute;
  for (const attribute of bound) {
    const filled = attribute.name.slice(attribute.name.indexOf(":") + 1);
    if (filled === name || filled === "v-bind") return { ...attribute, name, unknown: true };
  }
  return undefined;
}

/** The opening tag `<img …>` of an element written as HTML or JSX; the whole element for Markdown. */
export function openingTagOf(article: Article, element: Element): Range {
  return readOpeningTag(article, element).range;
}
