import type { Element, Text } from "hast";
import type { Article } from "./article.js";

/** Text as a reader sees it, with a way back to the source. */
export interface SourceText {
  /** Entities and escapes decoded, template tags as written. */
  readonly text: string;
  /** Source offset of the character at `index` of `text`; `text.length` gives the end. */
  offsetOf(index: number): number;
}

/** The text of one text node, mapped to the source through entities, escapes, masks and container prefixes. */
export declare function textOf(article: Article, node: Text): SourceText;

/** The text content of an element, in order, with alt texts left out. White space is kept as written. */
export declare function textContentOf(article: Article, element: Element): SourceText;
