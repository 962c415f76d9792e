import type { Element, Nodes } from "hast";
import { neutralise } from "../../report/text/neutralise.js";
import type { Span, Style, StyledText } from "./style.js";

const WEB = /^https?:\/\//i;

/** The text of an element with its code, emphasis and addresses; code keeps its backticks where nothing is coloured. */
export function inlineText(element: Element, style: Style): StyledText {
  let text = "";
  const spans: Span[] = [];
  const add = (written: string, paint?: Span["paint"]): void => {
    const safe = neutralise(written.replace(/\s+/g, " "));
    if (paint !== undefined)
      spans.push({ start: text.length, end: text.length + safe.length, paint });
    text += safe;
  };
  const visit = (node: Nodes, paint?: Span["paint"]): void => {
    if (node.type === "text") add(node.value, paint);
    if (node.type !== "element") return;
    if (node.tagName === "code") {
      const mark = style.colors.isColorSupported ? "" : "`";
      add(mark + textOf(node) + mark, style.colors.cyan);
      return;
    }
    const inner = node.tagName === "strong" ? style.colors.bold : paint;
    for (const child of node.children) visit(child, inner);
    const { href } = node.properties;
    if (typeof href === "string" && WEB.test(href) && href !== textOf(node)) add(` (${href})`);
  };
  for (const child of element.children) visit(child);
  const blank = text.length - text.trimStart().length;
  return {
    text: text.trim(),
    spans: spans.map((span) => ({ ...span, start: span.start - blank, end: span.end - blank })),
  };
}

/** The text of a node, without marks. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
