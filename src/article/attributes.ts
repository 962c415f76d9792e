import type { Element } from "hast";
import type { Article } from "./article.js";
import { htmlAttributes } from "./attributes-html.js";
import { jsxAttributes } from "./attributes-jsx.js";
import { markdownAttributes } from "./attributes-markdown.js";
import { perArticle } from "./per-article.js";
import type { Range } from "./range.js";

/** One attribute as written. For Markdown, `[text](href "title")` and `![alt](src "title")` have attributes too. */
export interface Attribute {
  /** HTML name in lower case: `srcset`, `data-src`, `referrerpolicy`. */
  readonly name: string;
  /** Decoded value; "" when none is written. Template tags stand in it as written. */
  readonly value: string;
  /** The whole attribute, `name="value"`; for Markdown the same as `valueRange`. */
  readonly range: Range;
  /** The value without quotes; empty after the name when there is none. */
  readonly valueRange: Range;
  readonly hasValue: boolean;
  /** True when the value holds template syntax or a JSX expression: nobody can know it here. */
  readonly unknown: boolean;
}

/** An opening tag read to its `>`. */
export interface OpeningTag {
  readonly range: Range;
  readonly attributes: readonly Attribute[];
}

const knownTags = perArticle(() => new Map<Element, OpeningTag>());

function readOpeningTag(article: Article, element: Element): OpeningTag {
  const known = knownTags(article);
  const cached = known.get(element);
  if (cached !== undefined) return cached;
  const origin = article.originOf(element);
  const read =
    origin === "html" ? htmlAttributes : origin === "jsx" ? jsxAttributes : markdownAttributes;
  const tag = read(article, element);
  known.set(element, tag);
  return tag;
}

/** All attributes of an element in source order, repeated ones included. Computed once per element. */
export function attributesOf(article: Article, element: Element): readonly Attribute[] {
  return readOpeningTag(article, element).attributes;
}

/** The first attribute of that (lower-case) name: the one browsers take. */
export function attributeOf(
  article: Article,
  element: Element,
  name: string,
): Attribute | undefined {
  for (const attribute of attributesOf(article, element)) {
    if (attribute.name === name) return attribute;
  }
  return undefined;
}

/** The opening tag `<img …>` of an element written as HTML or JSX; the whole element for Markdown. */
export function openingTagOf(article: Article, element: Element): Range {
  return readOpeningTag(article, element).range;
}
