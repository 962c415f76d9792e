import type { Nodes, Root } from "hast";
import type { Features } from "satteri";
import type { Problem } from "../problem.js";

/** A Markdown or MDX body as one hast tree in file coordinates. */
export interface MarkdownBody {
  readonly tree: Root;
  /** Same length as the source: everything but the raw HTML's own text is blank. */
  readonly markup: string;
  readonly problems: readonly Problem[];
}

/**
 * The Markdown all engines share, and `## Heading {#id}`, which kramdown, goldmark and
 * markdown-it-attrs read: the id becomes the heading's, no text of the article.
 */
export const FEATURES: Features = { frontmatter: false, gfm: true, headingAttributes: true };

/** satteri types its trees as any node; they are roots. */
export function rootOf(tree: Nodes): Root {
  return tree.type === "root" ? tree : { type: "root", children: [] };
}
