import type { Comment, Element, Nodes, Root, Text } from "hast";
import type { FrontMatter } from "./front-matter/front-matter.js";
import type { LineIndex } from "./lines.js";
import type { OmittedHtml } from "./markdown/markdown-body.js";
import type { Problem } from "./problem.js";
import type { Range } from "./range.js";
import type { ArticleFormat, Syntax } from "./syntax.js";

export type { ArticleFormat } from "./syntax.js";

/** A template tag or expression that was masked before the body was parsed. */
export interface TemplateTag {
  readonly range: Range;
  /** `expression` prints a value (`{{ x }}`), `tag` does something (`{% x %}`), `opaque` is a whole block whose content is no article text, `directive` is a `:::` line. */
  readonly kind: "expression" | "tag" | "opaque" | "directive";
  /** The tag's name, e.g. `highlight`, `figure`; empty for expressions. */
  readonly name: string;
}

/** Where an element was written: as an HTML tag, as Markdown syntax, or as a JSX tag in MDX. */
export type Origin = "html" | "markdown" | "jsx";

/** An MDX expression in braces, with its source text between the braces. */
export interface Expression {
  readonly range: Range;
  readonly text: string;
}

/**
 * One article, read once. Rules see one hast tree in file coordinates, whatever was written; every range
 * and offset counts UTF-16 units of `source`, front matter and BOM included.
 */
export interface Article {
  /** Counts the articles that were parsed; what is remembered of the articles at hand goes by it. */
  readonly number: number;
  /** Relative to the project root, with `/` on every platform. */
  readonly path: string;
  readonly source: string;
  readonly format: ArticleFormat;
  /** How the engine reads what is written. */
  readonly syntax: Syntax;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  /** Offset where the body begins; 0 without front matter. */
  readonly bodyStart: number;
  readonly tree: Root;
  /** Same length as `source`: everything but HTML markup's own text is blank, template tags are filler. */
  readonly markup: string;
  readonly templateTags: readonly TemplateTag[];
  /**
   * Raw HTML in Markdown that its renderer leaves out of the page, in source order. It is not in `elements`, `problems` and
   * `markup`; the tree has the elements around texts that are not left out.
   */
  readonly omitted: readonly OmittedHtml[];
  /** The elements of `omitted` that the tree has: those around texts, and pictures by themselves. */
  readonly unshown: readonly Element[];
  /** Elements a rule may report, in source order: parser-made and cloned ones are left out. */
  readonly elements: readonly Element[];
  /** Text nodes that stand in the source, in order, code included. */
  readonly texts: readonly Text[];
  readonly comments: readonly Comment[];
  /** MDX expressions in order; empty for other formats. */
  readonly expressions: readonly Expression[];
  readonly problems: readonly Problem[];
  /** The parent element, or undefined at the top of the tree. */
  parentOf(node: Nodes): Element | undefined;
  originOf(element: Element): Origin;
}
