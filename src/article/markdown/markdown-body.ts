import type { Root } from "hast";
import type { Problem } from "../problem.js";
import type { Range } from "../range.js";

/** Raw HTML that its renderer leaves out of the page: a tag in a text, or a whole block, which is not in the tree either. */
export interface OmittedHtml {
  readonly range: Range;
  /** The names of its tags in lower case, in order. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  /** Whether text stands between its tags. */
  readonly hasText: boolean;
}

/** A Markdown or MDX body as one hast tree in file coordinates. */
export interface MarkdownBody {
  readonly tree: Root;
  /** Same length as the source: everything but the raw HTML's own text is blank. */
  readonly markup: string;
  readonly problems: readonly Problem[];
  /** Raw HTML that its renderer leaves out of the page, in source order; none by default. */
  readonly omitted?: readonly OmittedHtml[];
}
