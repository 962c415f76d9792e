import type { Nodes, Root } from "hast";
import type { Features } from "satteri";
import type { Syntax } from "../syntax.js";

/** The Markdown all engines share, and `## Heading {#id}` where it may name an id: it is no text of the article then. */
export function featuresOf({ headingIds }: Syntax): Features {
  return { frontmatter: false, gfm: true, headingAttributes: headingIds !== "no" };
}

/** satteri types its trees as any node; they are roots. */
export function rootOf(tree: Nodes): Root {
  return tree.type === "root" ? tree : { type: "root", children: [] };
}
