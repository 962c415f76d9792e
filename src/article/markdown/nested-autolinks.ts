import type { Nodes, Parents, Root } from "hast";
import { isAutolink } from "./bare-addresses.js";

/**
 * Turns addresses that became links by themselves back into text where they stand inside a raw `<a>`: every
 * engine that links bare addresses leaves those alone, and two links in one would tear the outer one apart.
 */
export function withoutNestedAutolinks(tree: Root, text: string): void {
  unlink(tree, text, 0);
}

/** Walks in source order with the number of raw `<a>` open so far, and returns it as it is afterwards. */
function unlink(parent: Parents, text: string, open: number): number {
  let depth = open;
  for (let index = 0; index < parent.children.length; index++) {
    const child: Nodes | undefined = parent.children[index];
    if (child === undefined) continue;
    if (child.type === "element") {
      if (depth > 0 && isAutolink(child, text)) {
        parent.children.splice(index, 1, ...child.children);
        index += child.children.length - 1;
      } else depth = unlink(child, text, depth);
    } else if (isRaw(child)) depth = Math.max(0, depth + balanceOf(child.value));
  }
  // A raw link left open in one block does not reach into the next.
  return parent.type === "element" && parent.tagName === "p" ? open : depth;
}

function isRaw(node: Nodes): node is Extract<Nodes, { type: "raw" }> {
  return node.type === "raw";
}

function balanceOf(html: string): number {
  return (html.match(/<a[\s>]/gi)?.length ?? 0) - (html.match(/<\/a\s*>/gi)?.length ?? 0);
}
