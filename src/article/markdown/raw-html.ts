import type { Element, Nodes, Root, RootContent } from "hast";
import { raw } from "hast-util-raw";
import type { Raw } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import { blanked } from "../blanked.js";
import { visitTags } from "../html-tags.js";
import { merged } from "./apart.js";
import { rootOf } from "./satteri.js";

/** A stretch of raw HTML in Markdown, with its text as it must be parsed. */
export interface RawHtml {
  readonly node: Raw;
  readonly start: number;
  readonly end: number;
  /** As long as its stretch of the source: quote marks and indents of containers are spaces. */
  readonly value: string;
}

const LINE_END = /\r\n|\n|\r/;

/** The raw HTML of a tree in source order. */
export function rawHtmlOf(tree: Root, text: string): readonly RawHtml[] {
  const found: RawHtml[] = [];
  visit(tree, "raw", (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    found.push({ node, start, end, value: rebuilt(node.value, text.slice(start, end)) });
  });
  return found.sort((left, right) => left.start - right.start);
}

/**
 * The parser's value lacks the container prefixes (`> `, list indents) of every line after the first, so its
 * offsets drift. Takes the source's own slice, each prefix as that many spaces.
 */
function rebuilt(value: string, slice: string): string {
  if (!LINE_END.test(slice)) return slice;
  const wanted = value.split(LINE_END);
  let line = 0;
  return slice.replace(/([^\r\n]*)(\r\n|\n|\r|$)/g, (whole, text: string, ending: string) => {
    const content = (wanted[line++] ?? "").trimStart();
    if (line === 1 || !text.endsWith(content)) return whole;
    const prefix = text.slice(0, text.length - content.length);
    return prefix.replace(/[^\t ]/g, " ") + content + ending;
  });
}

/** The HTML layer: as long as the text, all but the raw HTML blank, line endings kept. */
export function htmlLayer(text: string, parts: readonly RawHtml[]): string {
  let layer = "";
  let at = 0;
  for (const { start, end, value } of parts) {
    if (start < at) continue;
    layer += blanked(text.slice(at, start)) + value;
    at = end;
  }
  return layer + blanked(text.slice(at));
}

/**
 * Parses the raw HTML of a tree in place. Positions that the HTML parser cannot know are mended or left out.
 *
 * @param apart blocks that no raw HTML can reach, which are kept as they are
 */
export function withParsedHtml(
  tree: Root,
  text: string,
  parts: readonly RawHtml[],
  apart: ReadonlySet<RootContent> = new Set(),
): Root {
  for (const { node, value } of parts) node.value = finished(value);
  const given: Root = { type: "root", children: tree.children.filter((node) => !apart.has(node)) };
  dropSeparators(given);
  const root = rootOf(raw(given, { file: new VFile(text) }));
  mendPositions(root, text);
  root.children = merged(root.children, apart);
  if (tree.position !== undefined) root.position = tree.position;
  return root;
}

/**
 * A block of raw HTML may end inside a tag or comment. The parser, given the next block as text, does not
 * go on with it but crashes (hast-util-raw 9.2 on parse5 8.1), so that rest is left out.
 */
function finished(value: string): string {
  const end = visitTags(value, () => undefined);
  return end === value.length ? value : value.slice(0, end) + blanked(value.slice(end));
}

/** The line breaks a Markdown parser puts between blocks have no place in the source, and would take text beside them out of it. */
function dropSeparators(parent: Root | Element): void {
  const rest: (Root | Element)[] = [parent];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const isPlaced = (child: Nodes): boolean =>
      child.type !== "text" || child.position !== undefined || child.value.trim() !== "";
    if (!node.children.every(isPlaced)) {
      if (node.type === "root") node.children = node.children.filter(isPlaced);
      else node.children = node.children.filter(isPlaced);
    }
    for (const child of node.children) if (child.type === "element") rest.push(child);
  }
}

/**
 * The parser ends an unclosed element where its Markdown parent begins: it ends with its last child, or
 * its own tag. Positions without an offset are none.
 */
function mendPositions(root: Root, text: string): void {
  const path: Nodes[] = [root];
  const order: Nodes[] = [];
  for (let node = path.pop(); node !== undefined; node = path.pop()) {
    order.push(node);
    if ("children" in node) for (const child of node.children) path.push(child);
    if (node.type === "element" && node.content !== undefined) path.push(node.content);
  }
  // Children before their parents.
  for (const node of order.reverse()) {
    const start = node.position?.start?.offset;
    const end = node.position?.end?.offset;
    if (node.position === undefined) continue;
    if (start === undefined) delete node.position;
    else if (end === undefined || end < start) {
      const last = "children" in node ? node.children.at(-1)?.position?.end : undefined;
      const close = text.indexOf(">", start);
      const own = { line: 1, column: 1, offset: close === -1 ? text.length : close + 1 };
      node.position.end = last?.offset !== undefined && last.offset > start ? last : own;
    }
  }
}
