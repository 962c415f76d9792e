import type { Comment, Element, Nodes, Root, Text } from "hast";
import type { Expression, Origin } from "./article.js";
import { rangeOf } from "./node-range.js";

/** The nodes of a tree that stand in the source, in order, with a way up. */
export interface Outline {
  readonly elements: readonly Element[];
  readonly texts: readonly Text[];
  readonly comments: readonly Comment[];
  readonly expressions: readonly Expression[];
  parentOf(node: Nodes): Element | undefined;
}

/**
 * Walks a tree once. Left out, since no one wrote them: elements without a position, with an empty place,
 * or whose tag name and start were seen before (the parser's clones carry the original's position).
 */
export function outlineOf(tree: Root, source: string, bodyStart: number): Outline {
  const elements: Element[] = [];
  const texts: Text[] = [];
  const comments: Comment[] = [];
  const expressions: Expression[] = [];
  const parents = new Map<Nodes, Element>();
  /** The names of the elements that begin at an offset. */
  const seen = new Map<number, string>();

  const list = (node: Nodes): void => {
    const { start, end } = rangeOf(node);
    if (start === end) return;
    switch (node.type) {
      case "element": {
        const names = seen.get(start);
        if (names?.split(" ").includes(node.tagName)) return;
        seen.set(start, names === undefined ? node.tagName : `${names} ${node.tagName}`);
        elements.push(node);
        return;
      }
      case "text":
        if (end <= bodyStart) return;
        if (start < bodyStart) trimBefore(node, bodyStart);
        texts.push(node);
        return;
      case "comment":
        comments.push(node);
        return;
      default:
        // MDX nodes are not hast's own types; their text is taken from the source.
        if (/^mdx(?:Flow|Text)Expression$/.test(node.type)) {
          expressions.push({ range: { start, end }, text: source.slice(start + 1, end - 1) });
        }
    }
  };
  // Plain recursion: every article passes here, and the parsers have bounded the depth.
  const walk = (node: Nodes, parent: Element | undefined): void => {
    if (parent !== undefined) parents.set(node, parent);
    endWithin(node, source.length);
    list(node);
    if (!("children" in node)) return;
    const within = node.type === "element" ? node : undefined;
    for (const child of node.children) walk(child, within);
  };
  walk(tree, undefined);

  elements.sort(bySourceOrder);
  texts.sort(bySourceOrder);
  return { elements, texts, comments, expressions, parentOf: (node) => parents.get(node) };
}

/** parse5 counts the end of input as part of a comment that is not closed, and of all it stands in. */
function endWithin(node: Nodes, length: number): void {
  const end = node.position?.end;
  if (end?.offset !== undefined && end.offset > length) end.offset = length;
}

/** Foster parenting moves nodes in the tree; findings follow the source. The sort is stable: parents stay before children. */
function bySourceOrder(left: Nodes, right: Nodes): number {
  return rangeOf(left).start - rangeOf(right).start;
}

/** Blanked front matter is part of the first text of an HTML body; it is no text of the article. */
function trimBefore(node: Text, bodyStart: number): void {
  const start = node.position?.start;
  if (start?.offset === undefined) return;
  node.value = node.value.slice(bodyStart - start.offset);
  start.offset = bodyStart;
}

/** Where an element was written. A Markdown paragraph that begins with a tag is still Markdown. */
export function originIn(
  format: "html" | "markdown" | "mdx",
  source: string,
  markup: string,
): (element: Element) => Origin {
  return (element) => {
    if (format === "html") return "html";
    const { start } = rangeOf(element);
    const text = format === "mdx" ? source : markup;
    if (text[start] !== "<") return "markdown";
    const { tagName } = element;
    const end = start + 1 + tagName.length;
    const written =
      text.startsWith(tagName, start + 1) ||
      text.slice(start + 1, end).toLowerCase() === tagName.toLowerCase();
    const boundary = /[\s/>]|^$/.test(text[end] ?? "");
    if (!written || !boundary) return "markdown";
    return format === "mdx" ? "jsx" : "html";
  };
}
