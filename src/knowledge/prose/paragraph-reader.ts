import type { Element, Nodes, Text } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import type { Range } from "../../article/range.js";
import { joinTexts, type SourceText, sliceText, textOf } from "../../article/text.js";
import tags from "./paragraph-blocks.json" with { type: "json" };
import { proseParts } from "./paragraph-templates.js";

/** What a paragraph is written as. `run` is bare text in a container such as `<div>`. */
export type ParagraphKind =
  | "paragraph"
  | "item"
  | "caption"
  | "definition"
  | "term"
  | "cell"
  | "heading"
  | "run";

/** One stretch of prose that a reader sees as a unit, ended by a block or by `<br>`. */
export interface Paragraph {
  /** Text as read, without blanks at either end; template tags stand in it as written. */
  readonly text: string;
  /** From the first to the last character of `text`, inline markup between them included. */
  readonly range: Range;
  /** Source offset of the character at `index` of `text`; `text.length` gives `range.end`. */
  offsetOf(index: number): number;
  /** Source range of `text.slice(start, end)`, which must not be empty. */
  rangeOf(start: number, end: number): Range;
  /** The nearest block element; undefined for text at the top of the tree. */
  readonly element: Element | undefined;
  readonly kind: ParagraphKind;
  readonly inTable: boolean;
  /** The nearest list it stands in. */
  readonly list: Element | undefined;
  /** In `<aside>` or a pull quote, which repeat the text on purpose. */
  readonly inAside: boolean;
  /** True when the text is inline code and nothing else. */
  readonly onlyCode: boolean;
}

const BLOCKS: ReadonlySet<string> = new Set(tags.blocks);
const BREAKS: ReadonlySet<string> = new Set(tags.breaks);
const NO_PROSE: ReadonlySet<string> = new Set(tags.noProse);
const CODE: ReadonlySet<string> = new Set(tags.code);
const KINDS: ReadonlyMap<string, string> = new Map(Object.entries(tags.kinds));
const LISTS: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dl", "dir"]);
const PULL_QUOTE = /(?:^|\s)pull[-_]?quote(?:\s|$)/i;

/** What surrounds a text. */
interface Surroundings {
  readonly element: Element | undefined;
  readonly kind: ParagraphKind;
  readonly inTable: boolean;
  readonly list: Element | undefined;
  readonly inAside: boolean;
}

interface Piece {
  readonly source: SourceText;
  readonly code: boolean;
}

/** Reads the paragraphs of an article from its tree, in source order. */
export function readParagraphs(article: Article): readonly Paragraph[] {
  const reader = new Reader(article);
  reader.read();
  // Footnotes and foster-parented text stand elsewhere in the tree than in the source.
  return reader.paragraphs.sort((left, right) => left.range.start - right.range.start);
}

class Reader {
  readonly paragraphs: Paragraph[] = [];
  readonly #article: Article;
  readonly #standing: ReadonlySet<Text>;
  #pieces: Piece[] = [];

  constructor(article: Article) {
    this.#article = article;
    this.#standing = new Set(article.texts);
  }

  read(): void {
    const top: Surroundings = {
      element: undefined,
      kind: "run",
      inTable: false,
      list: undefined,
      inAside: false,
    };
    this.#children(this.#article.tree, top, false);
    this.#end(top);
  }

  #children(parent: Nodes, around: Surroundings, code: boolean): void {
    if (!("children" in parent)) return;
    for (const child of parent.children) this.#node(child, around, code);
  }

  #node(node: Nodes, around: Surroundings, code: boolean): void {
    if (node.type === "text") {
      if (this.#standing.has(node)) this.#text(node, around, code);
      return;
    }
    if (node.type !== "element") {
      const block = isFlowComponent(node);
      if (block) this.#end(around);
      this.#children(node, around, code);
      if (block) this.#end(around);
      return;
    }
    const { tagName } = node;
    if (BREAKS.has(tagName) || tagName === "pre") this.#end(around);
    else if (NO_PROSE.has(tagName)) return;
    else if (BLOCKS.has(tagName)) {
      this.#end(around);
      const inside = this.#enter(node, around);
      this.#children(node, inside, false);
      this.#end(inside);
    } else this.#children(node, around, code || CODE.has(tagName));
  }

  #enter(element: Element, around: Surroundings): Surroundings {
    const { tagName } = element;
    const styled = element.properties.className !== undefined;
    const classes = styled ? (attributeOf(this.#article, element, "class")?.value ?? "") : "";
    return {
      element,
      kind: kindOf(tagName),
      inTable: around.inTable || tagName === "table",
      list: LISTS.has(tagName) ? element : around.list,
      inAside: around.inAside || tagName === "aside" || PULL_QUOTE.test(classes),
    };
  }

  #text(node: Text, around: Surroundings, code: boolean): void {
    const source = textOf(this.#article, node);
    const parts = proseParts(this.#article, node, source);
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#end(around);
      if (part.text !== "") this.#pieces.push({ source: part, code });
    }
  }

  /** Makes a paragraph of what was read since the last end. */
  #end(around: Surroundings): void {
    const pieces = this.#pieces;
    if (pieces.length === 0) return;
    this.#pieces = [];
    const joined = joinTexts(
      pieces.map((piece) => piece.source),
      0,
    );
    const end = joined.text.trimEnd().length;
    const start = end - joined.text.slice(0, end).trimStart().length;
    if (start === end) return;
    const trimmed = sliceText(joined, start, end);
    this.paragraphs.push({
      text: trimmed.text,
      range: trimmed.rangeOf(0, trimmed.text.length),
      offsetOf: trimmed.offsetOf,
      rangeOf: trimmed.rangeOf,
      ...around,
      onlyCode: pieces.every((piece) => piece.code || piece.source.text.trim() === ""),
    });
  }
}

function kindOf(tagName: string): ParagraphKind {
  switch (KINDS.get(tagName)) {
    case "paragraph":
      return "paragraph";
    case "item":
      return "item";
    case "caption":
      return "caption";
    case "definition":
      return "definition";
    case "term":
      return "term";
    case "cell":
      return "cell";
    case "heading":
      return "heading";
    default:
      return "run";
  }
}

/** A capitalised MDX component on lines of its own; hast has no type for it. */
function isFlowComponent(node: { readonly type: string }): boolean {
  return node.type === "mdxJsxFlowElement";
}
