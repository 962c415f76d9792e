import type { Element } from "hast";
import type { Article } from "./article.js";
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

/** All attributes of an element in source order, repeated ones included. Computed once per element. */
export declare function attributesOf(article: Article, element: Element): readonly Attribute[];

/** The first attribute of that (lower-case) name: the one browsers take. */
export declare function attributeOf(article: Article, element: Element, name: string): Attribute | undefined;

/** The opening tag `<img …>` of an element written as HTML or JSX; the whole element for Markdown. */
export declare function openingTagOf(article: Article, element: Element): Range;
