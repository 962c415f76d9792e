import type { Nodes, Root } from "hast";
import type { Features } from "satteri";

/**
 * The Markdown all engines share, and `## Heading {#id}`, which kramdown, goldmark and
 * markdown-it-attrs read: the id becomes the heading's, no text of the article.
 */
export const FEATURES: Features = { frontmatter: false, gfm: true, headingAttributes: true };

/** satteri types its trees as any node; they are roots. */
export function rootOf(tree: Nodes): Root {
  return tree.type === "root" ? tree : { type: "root", children: [] };
}
