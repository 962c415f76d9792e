import type { Element, Nodes } from "hast";
import { neutralise } from "../../report/text/neutralise.js";
import { inlineText, textOf } from "./inline.js";
import { type Style, wrapped } from "./style.js";
import { tableLines } from "./table.js";

const BLOCKS: ReadonlySet<string> = new Set(["p", "ul", "ol", "pre", "table", "blockquote"]);

/** A block of Markdown as lines for a terminal. */
export function blockLines(block: Element, style: Style, indent: string): readonly string[] {
  switch (block.tagName) {
    case "ul":
    case "ol":
      return listLines(block, style, indent);
    case "table":
      return tableLines(block, style, indent);
    case "pre":
      return codeLines(textOf(block), style, indent);
    case "blockquote":
      return elementsOf(block).flatMap((child) => blockLines(child, style, `${indent}  `));
    case "h3":
      return [indent + style.colors.bold(inlineText(block, style).text)];
    default:
      return wrapped(inlineText(block, style), style, indent);
  }
}

/** Code beside a bar that shows where it begins and ends; its lines stay as long as they are. */
export function codeLines(code: string, { colors }: Style, indent: string): readonly string[] {
  const bar = indent + colors.dim("│");
  const lines = code.replace(/\n$/, "").split("\n");
  return lines.map((line) => {
    const safe = line.split("\t").map(neutralise).join("    ");
    return safe === "" ? bar : `${bar} ${safe}`;
  });
}

/** The elements among an element's children. */
export function elementsOf({
  children,
}: {
  readonly children: readonly Nodes[];
}): readonly Element[] {
  return children.filter((child) => child.type === "element");
}

function listLines(list: Element, style: Style, indent: string): readonly string[] {
  return elementsOf(list).flatMap((item, index) => {
    const mark = list.tagName === "ol" ? `${index + 1}. ` : "- ";
    const hang = indent + " ".repeat(mark.length);
    const blocks = elementsOf(item).filter(({ tagName }) => BLOCKS.has(tagName));
    const bare = item.children.filter((child) => !blocks.some((block) => block === child));
    const [first, ...rest] = blocks;
    const [head, below] =
      first?.tagName === "p" ? [first, rest] : [{ ...item, children: bare }, blocks];
    return [
      ...wrapped(inlineText(head, style), style, hang, indent + mark),
      ...below.flatMap((block) => blockLines(block, style, hang)),
    ];
  });
}
