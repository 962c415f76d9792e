import type { Nodes, Root } from "hast";
import type { Features } from "satteri";
import type { Problem } from "../problem.js";
import type { Syntax } from "../syntax.js";

/** A Markdown or MDX body as one hast tree in file coordinates. */
export interface MarkdownBody {
  readonly tree: Root;
  /** Same length as the source: everything but the raw HTML's own text is blank. */
  readonly markup: string;
  readonly problems: readonly Problem[];
}

/** The Markdown all engines share, and `## Heading {#id}` where it may name an id: it is no text of the article then. */
export function featuresOf({ headingIds }: Syntax): Features {
  return { frontmatter: false, gfm: true, headingAttributes: headingIds !== "no" };
}

/** satteri types its trees as any node; they are roots. */
export function rootOf(tree: Nodes): Root {
  return tree.type === "root" ? tree : { type: "root", children: [] };
}
