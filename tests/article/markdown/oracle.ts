import type { Nodes, Root } from "hast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";

const MDX_NODES = [
  "mdxFlowExpression",
  "mdxJsxFlowElement",
  "mdxJsxTextElement",
  "mdxTextExpression",
  "mdxjsEsm",
] as const;

type Mdast = ReturnType<typeof fromMarkdown>;
type MdastNode = Mdast | Mdast["children"][number];

/** The tree of the micromark pipeline, which unified's users have. */
export function oracleTree(text: string, format: "markdown" | "mdx"): Nodes {
  const isMdx = format === "mdx";
  const tree = fromMarkdown(text, {
    extensions: isMdx ? [gfm(), mdxjs()] : [gfm()],
    mdastExtensions: isMdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()],
  });
  if (isMdx) unravel(tree);
  return toHast(tree, { allowDangerousHtml: true, passThrough: [...MDX_NODES] });
}

/** What MDX itself does next: a paragraph of nothing but JSX and expressions is none. */
function unravel(parent: MdastNode): void {
  if (!("children" in parent)) return;
  const children: MdastNode[] = parent.children;
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) continue;
    if (child.type === "paragraph" && isOnlyMdx(child.children)) {
      const inner: MdastNode[] = child.children.filter((node) => node.type !== "text");
      for (const node of inner) {
        if (node.type === "mdxJsxTextElement") Object.assign(node, { type: "mdxJsxFlowElement" });
        if (node.type === "mdxTextExpression") Object.assign(node, { type: "mdxFlowExpression" });
      }
      children.splice(index, 1, ...inner);
      index--;
    } else unravel(child);
  }
}

function isOnlyMdx(children: readonly MdastNode[]): boolean {
  const isMdx = ({ type }: MdastNode): boolean =>
    type === "mdxJsxTextElement" || type === "mdxTextExpression";
  const isSpace = (node: MdastNode): boolean => node.type === "text" && node.value.trim() === "";
  return children.some(isMdx) && children.every((node) => isMdx(node) || isSpace(node));
}

/** A tree as lines that can be compared: type, name, place, properties, value. Table alignment is left out: one parser writes `align`, the other `style`. */
export function linesOf(tree: Nodes | Root, depth = 0): readonly string[] {
  const lines = [`${"  ".repeat(depth)}${describeNode(tree)}`];
  if ("children" in tree) {
    for (const child of tree.children) lines.push(...linesOf(child, depth + 1));
  }
  return lines;
}

function describeNode(node: Nodes): string {
  const { start, end } = node.position ?? {};
  const place = `[${start?.offset ?? ""}-${end?.offset ?? ""}]`;
  const value = "value" in node ? JSON.stringify(node.value) : "";
  if (node.type === "element") {
    const { align: _align, style: _style, ...properties } = node.properties;
    const given = Object.entries(properties)
      .filter(([, property]) => property !== undefined && property !== null)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `${node.tagName} ${place} ${JSON.stringify(given)}`;
  }
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    const attributes = node.attributes.map((attribute) => {
      const { value: written } = attribute;
      const text = typeof written === "object" && written !== null ? `{${written.value}}` : written;
      return `${"name" in attribute ? attribute.name : "..."}=${text ?? ""}`;
    });
    return `${node.type} ${node.name ?? ""} ${place} ${attributes.join(" ")}`;
  }
  return `${node.type} ${place} ${value}`;
}
